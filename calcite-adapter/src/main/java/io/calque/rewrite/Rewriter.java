package io.calque.rewrite;

import io.calque.bind.BoundName;
import io.calque.bind.BoundQuery;
import io.calque.bind.EntityUse;
import io.calque.model.Feature;
import io.calque.rewrite.SourceEdits.Rendered;
import io.calque.schema.EntityTable;
import io.calque.schema.SemanticSchema;
import io.calque.sql.ForeignText;
import io.calque.warehouse.TableNames;
import io.calque.warehouse.WarehouseDialect;
import java.util.List;

/**
 * Writes a bound query in the warehouse's SQL.
 *
 * <p>Each entity becomes a derived table that shows the features the query uses and nothing else,
 * but for plain {@link KeyLookup}s. The names in the rest of the query then mean what they say, in
 * the warehouse as in the user's head, with the warehouse's own rules of precedence; an outer join
 * makes NULLs of an entity's expressions as it does of any table's columns; and nothing physical is
 * in sight.
 */
final class Rewriter {
  private final SemanticSchema schema;
  private final WarehouseDialect dialect;
  private final TableNames tables;

  Rewriter(SemanticSchema schema, WarehouseDialect dialect, TableNames tables) {
    this.schema = schema;
    this.dialect = dialect;
    this.tables = tables;
  }

  /**
   * The whole statement for the warehouse.
   *
   * @param chosen the pre-aggregated tables that stand in the place of entities
   * @param words what the warehouse spells in another way
   */
  Rendered rewrite(
      BoundQuery query,
      PreAggregates.Chosen chosen,
      List<ForeignText.Word> words,
      int start,
      int end) {
    String userSql = query.statement().source().text();
    Names names = new Names(dialect, tables, CommonTables.of(query.statement().query()), userSql);
    EntitySql entities = new EntitySql(schema, names, dialect);
    SourceEdits edits = new SourceEdits(userSql);
    for (int i = 0; i < query.parameters().size(); i++) {
      edits.parameter(query.parameters().get(i), i);
    }
    if (!dialect.readsJdbcEscapes()) {
      query.texts().forEach(text -> edits.replace(text.place(), text.sql()));
    }
    words.forEach(word -> edits.replace(word.place(), spelled(word)));
    query.names().forEach(name -> rewriteName(name, names, edits));
    List<MetricPlan> plans =
        query.metricSelects().stream()
            .map(select -> MetricPlan.of(select, query.names(), chosen, dialect))
            .toList();
    MetricNeeds needs = MetricNeeds.of(plans);
    Restrictions restrictions = Restrictions.of(query);
    for (EntityUse use : query.entities()) {
      String sql =
          chosen
              .of(use)
              .map(stored -> stored.relation(use, names))
              .or(() -> KeyLookup.table(query, use, names))
              .orElseGet(() -> "(" + select(use, needs, restrictions.of(use), entities) + ")");
      String alias = use.isAliasGiven() ? "" : " AS " + names.alias(use);
      edits.replace(use.place(), sql + alias);
    }
    new SystemTableRule(names, entities, dialect, edits).apply(query.systemTables());
    JoinRule joins = new JoinRule(schema, names, entities, edits, query.names());
    query.joins().forEach(joins::apply);
    new ExposureRule(names, edits).apply(query.exposures());
    StarRule stars = new StarRule(names, edits);
    stars.apply(query.stars());
    new RowMetricRule(names, edits, dialect).apply(query.rowMetrics());
    new MetricRule(names, edits, stars, entities, chosen).apply(plans);
    return edits.render(start, end);
  }

  private String spelled(ForeignText.Word word) {
    return word.isName() ? dialect.identifier(word.value()) : dialect.requoted(word.value());
  }

  private void rewriteName(BoundName name, Names names, SourceEdits edits) {
    String qualifier =
        name.qualifier()
            .map(alias -> name.use().map(names::alias).orElseGet(() -> asWritten(name, alias)))
            .map(alias -> alias + ".")
            .orElse("");
    String printed = qualifier + names.feature(name.feature());
    if (!name.place().text().equals(printed)) {
      edits.replace(name.place(), printed);
    }
  }

  /**
   * The alias of a subquery: quoted or not as the user has it, since the alias itself is so, too.
   */
  private String asWritten(BoundName name, String alias) {
    String text = name.place().text();
    boolean isQuoted = false;
    int end = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      isQuoted ^= c == '"';
      end = c == '.' && !isQuoted ? i : end;
    }
    String written = text.substring(0, end).strip();
    boolean isSame = dialect.lexis().quotesNames() || !written.startsWith("\"");
    return isSame ? written : dialect.identifier(alias);
  }

  private String select(
      EntityUse use, MetricNeeds needs, Restriction restriction, EntitySql entities) {
    EntityTable table = schema.entity(use.entity().name()).orElseThrow();
    List<Feature> features =
        use.entity().features().stream()
            .filter(
                feature ->
                    use.needed().contains(feature)
                        || needs.keys().getOrDefault(use, List.of()).contains(feature))
            .toList();
    boolean marked = use.isMarked() || needs.marked().contains(use);
    return entities.select(table, features, marked, restriction);
  }
}
