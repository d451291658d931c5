package io.calque.rewrite;

import io.calque.bind.BoundName;
import io.calque.bind.BoundQuery;
import io.calque.bind.EntityUse;
import io.calque.model.Feature;
import io.calque.rewrite.SourceEdits.Rendered;
import io.calque.schema.EntityTable;
import io.calque.schema.SemanticSchema;
import io.calque.warehouse.TableNames;
import io.calque.warehouse.WarehouseDialect;
import java.util.List;

/**
 * Writes a bound query in the warehouse's SQL.
 *
 * <p>Each entity becomes a derived table that shows the features the query uses and nothing else.
 * The names in the rest of the query then mean what they say, in the warehouse as in the user's
 * head, with the warehouse's own rules of precedence; an outer join makes NULLs of an entity's
 * expressions as it does of any table's columns; and nothing physical is in sight.
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

  /** The whole statement for the warehouse. */
  Rendered rewrite(BoundQuery query, int start, int end) {
    String userSql = query.statement().source().text();
    Names names = new Names(dialect, tables, CommonTables.of(query.statement().query()), userSql);
    EntitySql entities = new EntitySql(schema, names, dialect);
    SourceEdits edits = new SourceEdits(userSql);
    for (int i = 0; i < query.parameters().size(); i++) {
      edits.parameter(query.parameters().get(i), i);
    }
    query.texts().forEach(text -> edits.replace(text.place(), text.sql()));
    query.names().forEach(name -> rewriteName(name, names, edits));
    MetricNeeds needs = MetricNeeds.of(query.metricSelects(), dialect.aggregates());
    Restrictions restrictions = Restrictions.of(query);
    for (EntityUse use : query.entities()) {
      rewriteEntity(use, needs, restrictions.of(use), names, entities, edits);
    }
    new SystemTableRule(names, entities, dialect, edits).apply(query.systemTables());
    JoinRule joins = new JoinRule(schema, names, entities, edits, query.names());
    query.joins().forEach(joins::apply);
    new ExposureRule(names, edits).apply(query.exposures());
    StarRule stars = new StarRule(names, edits);
    stars.apply(query.stars());
    new RowMetricRule(names, edits, dialect.aggregates()).apply(query.rowMetrics());
    new MetricRule(names, edits, stars, entities, dialect.aggregates())
        .apply(query.metricSelects());
    return edits.render(start, end);
  }

  private static void rewriteName(BoundName name, Names names, SourceEdits edits) {
    String qualifier =
        name.use().isPresent() && name.qualifier().isPresent()
            ? names.alias(name.use().get()) + "."
            : name.qualifier().map(alias -> names.identifier(alias) + ".").orElse("");
    String printed = qualifier + names.feature(name.feature());
    if (!name.place().text().equals(printed)) {
      edits.replace(name.place(), printed);
    }
  }

  private void rewriteEntity(
      EntityUse use,
      MetricNeeds needs,
      Restriction restriction,
      Names names,
      EntitySql entities,
      SourceEdits edits) {
    EntityTable table = schema.entity(use.entity().name()).orElseThrow();
    List<Feature> features =
        use.entity().features().stream()
            .filter(
                feature ->
                    use.needed().contains(feature)
                        || needs.keys().getOrDefault(use, List.of()).contains(feature))
            .toList();
    boolean marked = use.isMarked() || needs.marked().contains(use);
    String select = entities.select(table, features, marked, restriction);
    String alias = use.isAliasGiven() ? "" : " AS " + names.alias(use);
    edits.replace(use.place(), "(" + select + ")" + alias);
  }
}
