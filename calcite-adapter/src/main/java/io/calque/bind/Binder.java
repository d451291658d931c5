package io.calque.bind;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.schema.SemanticSchema;
import io.calque.sql.ParsedStatement;
import java.util.List;
import java.util.Set;

/** The entry of this package: a parsed query becomes one of which every name is known. */
public final class Binder {
  private final SemanticSchema schema;
  private final NameRules rules;
  private final Set<String> aggregates;

  /**
   * @param aggregates the names of the warehouse's aggregate functions, in lower case
   */
  public Binder(SemanticSchema schema, NameRules rules, Set<String> aggregates) {
    this.schema = schema;
    this.aggregates = aggregates;
    this.rules = rules;
  }

  /**
   * Binds a query (or the query of an EXPLAIN).
   *
   * @param home the schema of tables that are named without one; entities are found after its own
   * @throws CalqueException if a name is unknown or ambiguous, if the query reads anything outside
   *     the model, or if a join is asked for that the model does not have
   */
  public BoundQuery bind(ParsedStatement statement, String home) {
    Bindings bindings = new Bindings(statement.source(), schema, home, rules, aggregates);
    Outputs outputs = new QueryBinder(bindings).bind(statement.query(), Scope.root());
    bindings.checkSealed();
    bindings.entities.forEach(Binder::checkWholeRow);
    return new BoundQuery(
        statement,
        bindings.entities,
        bindings.systemTables,
        bindings.joins,
        bindings.metricSelects,
        bindings.rowMetrics,
        List.copyOf(bindings.exposures),
        bindings.names,
        bindings.stars,
        bindings.texts,
        List.copyOf(bindings.parameters.values()),
        outputs.areComplete()
            ? outputs.columns().stream().map(DerivedColumn::output).toList()
            : List.of(),
        bindings.warnings);
  }

  private static void checkWholeRow(EntityUse use) {
    if (use.isWholeRow() && !use.needed().stream().allMatch(f -> f.info().queryable())) {
      throw CalqueException.at(
          use.place(),
          ErrorCode.NOT_SUPPORTED,
          "this query sees the whole row of "
              + use.name()
              + ", which would show private features that its joins need; name the columns"
              + " instead");
    }
  }
}
