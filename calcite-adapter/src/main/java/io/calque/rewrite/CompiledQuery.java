package io.calque.rewrite;

import io.calque.bind.OutputColumn;
import io.calque.sql.ParsedStatement;
import java.util.List;

/**
 * A statement that is ready to run. Immutable; one serves any number of connections at once.
 *
 * @param kind what the user asked for. For {@code SESSION} everything else is empty
 * @param sql the one query for the warehouse, in its own SQL
 * @param parameters for each {@code ?} in {@code sql}, in order, the index from 0 of the user's
 *     {@code ?} whose value it takes; a user's parameter may occur several times or not at all
 * @param parameterCount how many {@code ?} the user wrote
 * @param columns the result's columns; empty if only the warehouse can tell how many there are
 * @param warnings what the user should know and nothing else would say, to be shown as SQLWarnings
 * @param explanation what {@code EXPLAIN} answers; empty for anything else
 * @param expectsFewRows whether its form says that it gives few rows; a guess
 */
public record CompiledQuery(
    ParsedStatement.Kind kind,
    String sql,
    List<Integer> parameters,
    int parameterCount,
    List<OutputColumn> columns,
    List<String> warnings,
    List<ExplainRow> explanation,
    boolean expectsFewRows) {
  public CompiledQuery {
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
    warnings = List.copyOf(warnings);
    explanation = List.copyOf(explanation);
  }

  /** The same query with other SQL, which differs in nothing but literals. */
  CompiledQuery withSql(String newSql) {
    return new CompiledQuery(
        kind, newSql, parameters, parameterCount, columns, warnings, explanation, expectsFewRows);
  }

  /**
   * A row of what {@code EXPLAIN} answers.
   *
   * @param topic {@code warehouse sql}, {@code join}, {@code entity}…
   * @param subject what it is about: a join's name, an alias; may be empty
   * @param detail one or more lines of text
   */
  public record ExplainRow(String topic, String subject, String detail) {}
}
