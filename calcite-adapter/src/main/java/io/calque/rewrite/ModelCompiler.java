package io.calque.rewrite;

import io.calque.bind.Binder;
import io.calque.bind.BoundQuery;
import io.calque.error.SqlPlace;
import io.calque.model.Entity;
import io.calque.model.PreAggregate;
import io.calque.rewrite.SourceEdits.Rendered;
import io.calque.schema.SemanticSchema;
import io.calque.sql.ForeignText;
import io.calque.sql.ParsedStatement;
import io.calque.sql.StatementParser;
import io.calque.warehouse.Aggregates;
import io.calque.warehouse.StoredTables;
import io.calque.warehouse.TableNames;
import io.calque.warehouse.WarehouseDialect;
import java.util.ArrayList;
import java.util.List;

/** The pipeline for one model on one warehouse: parse, bind, rewrite. */
public final class ModelCompiler implements QueryCompiler {
  private final Binder binder;
  private final Rewriter rewriter;
  private final Explanation explanation;
  private final WarehouseDialect dialect;
  private final Aggregates aggregates;
  private final PreAggregates preAggregates;

  /**
   * A compiler that asks no warehouse whether a pre-aggregated table is there, and so uses none.
   *
   * @param schema the model
   * @param dialect how the warehouse writes SQL
   * @param tables the warehouse's names
   */
  public ModelCompiler(SemanticSchema schema, WarehouseDialect dialect, TableNames tables) {
    this(schema, dialect, tables, StoredTables.none("no warehouse was asked for it"));
  }

  /**
   * @param schema the model
   * @param dialect how the warehouse writes SQL
   * @param tables the warehouse's names
   * @param stored the warehouse's pre-aggregated tables
   */
  public ModelCompiler(
      SemanticSchema schema, WarehouseDialect dialect, TableNames tables, StoredTables stored) {
    this.preAggregates = new PreAggregates(schema, dialect, tables, stored, PreAggregates.PAUSE);
    this.binder = new Binder(schema, dialect.nameRules(), dialect.aggregates().names());
    this.dialect = dialect;
    this.aggregates = dialect.aggregates();
    this.explanation = new Explanation(schema.model(), dialect);
    this.rewriter = new Rewriter(schema, dialect, tables);
  }

  /** The query whose rows a pre-aggregated table of an entity should hold. */
  public PreAggregateDefinition definition(Entity entity, PreAggregate table) {
    return preAggregates.definition(entity, table);
  }

  private List<String> warnings(BoundQuery query) {
    List<String> warnings = new ArrayList<>(query.warnings());
    warnings.addAll(FanOutWarnings.of(query.metricSelects(), aggregates));
    return warnings;
  }

  @Override
  public boolean hasLearnt() {
    return preAggregates.hasLearnt();
  }

  @Override
  public CompiledQuery compile(String sql, String schema) {
    ParsedStatement statement = StatementParser.parse(sql);
    if (statement.kind() == ParsedStatement.Kind.SESSION) {
      return new CompiledQuery(
          statement.kind(), "", List.of(), 0, List.of(), List.of(), List.of(), true);
    }
    List<ForeignText.Word> words =
        ForeignText.check(statement.source(), dialect.lexis(), dialect.name());
    BoundQuery query = binder.bind(statement, schema);
    SqlPlace text = statement.source().place(statement.query().getParserPosition());
    PreAggregates.Chosen chosen = preAggregates.choose(query);
    Rendered rendered = rewriter.rewrite(query, chosen, words, text.start(), text.end());
    return new CompiledQuery(
        statement.kind(),
        rendered.sql(),
        rendered.parameters(),
        query.parameters().size(),
        query.columns(),
        warnings(query),
        statement.kind() == ParsedStatement.Kind.QUERY
            ? List.of()
            : explanation.of(query, chosen, rendered.sql()),
        ResultSize.isSmall(query, aggregates.names()));
  }
}
