package io.calque.jdbc;

import io.calque.error.ErrorCode;
import io.calque.project.Project;
import io.calque.rewrite.CompiledQuery;
import io.calque.sql.ParsedStatement;
import io.calque.warehouse.CancelSignal;
import io.calque.warehouse.ParameterSetter;
import io.calque.warehouse.RunOptions;
import io.calque.warehouse.WarehouseColumn;
import io.calque.warehouse.WarehouseCursor;
import io.calque.warehouse.WarehouseDialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;

/**
 * What all statements of a connection do alike: they hold the options of one statement, run
 * compiled queries, and can be cancelled from any thread.
 */
final class Execution {
  private static final List<WarehouseColumn> EXPLANATION =
      List.of(Columns.text("topic"), Columns.text("subject"), Columns.text("detail"));

  private final CalqueConnection connection;
  private int timeoutSeconds;
  private long maxRows;
  private int fetchSize;
  private boolean poolable;
  private volatile CancelSignal signal = new CancelSignal();
  private volatile WarehouseCursor cursor;
  private SQLWarning warnings;

  Execution(CalqueConnection connection) {
    this.connection = connection;
  }

  Project project() throws SQLException {
    return connection.project();
  }

  int timeoutSeconds() {
    return timeoutSeconds;
  }

  void setTimeoutSeconds(int seconds) throws SQLException {
    notNegative("time-out", seconds);
    timeoutSeconds = seconds;
  }

  /** How many rows a result shows; 0 for all. */
  long maxRows() {
    return maxRows;
  }

  void setMaxRows(long rows) throws SQLException {
    notNegative("number of rows", rows);
    maxRows = rows;
  }

  /** The user's hint to the warehouse; 0 for none. */
  int fetchSize() {
    return fetchSize;
  }

  void setFetchSize(int rows) throws SQLException {
    notNegative("fetch size", rows);
    fetchSize = rows;
  }

  /** What the user wishes; no statement is pooled here. */
  boolean isPoolable() {
    return poolable;
  }

  void setPoolable(boolean newPoolable) {
    poolable = newPoolable;
  }

  static void notNegative(String what, long value) throws SQLException {
    if (value < 0) {
      throw new SQLException("a %s of %d is not possible".formatted(what, value), "22023");
    }
  }

  static void requireDirection(int direction) throws SQLException {
    if (direction != ResultSet.FETCH_FORWARD
        && direction != ResultSet.FETCH_REVERSE
        && direction != ResultSet.FETCH_UNKNOWN) {
      throw new SQLException(direction + " is no direction", "22023");
    }
  }

  /** A statement has one result; the others ways to go on need several. */
  static void requireCloseCurrent(int current) throws SQLException {
    switch (current) {
      case Statement.CLOSE_CURRENT_RESULT -> {}
      case Statement.KEEP_CURRENT_RESULT, Statement.CLOSE_ALL_RESULTS ->
          throw SqlErrors.unsupported("a statement has one result at a time");
      default -> throw new SQLException(current + " is no way to go on", "22023");
    }
  }

  SQLWarning warnings() {
    return warnings;
  }

  void clearWarnings() {
    warnings = null;
  }

  void cancel() {
    signal.cancel();
  }

  /** The compiled statement, or the reason why there is none. */
  CompiledQuery compile(String sql) throws SQLException {
    if (sql == null) {
      throw SqlErrors.of(ErrorCode.SYNTAX_ERROR, "there is no SQL: the text is null");
    }
    Project project = project();
    String schema = connection.getSchema();
    return SqlErrors.call(() -> project.compile(sql, schema));
  }

  /**
   * Runs a compiled statement.
   *
   * @return empty for a statement that has no result
   */
  Optional<CalqueResultSet> run(
      AvaticaStatement owner, CompiledQuery query, ParameterSetter parameters) throws SQLException {
    warnings = null;
    query.warnings().forEach(this::warn);
    project().staleness().ifPresent(this::warn);
    CancelSignal fresh = new CancelSignal();
    signal = fresh;
    return switch (query.kind()) {
      case SESSION -> Optional.empty();
      case QUERY -> Optional.of(rows(owner, query, parameters, fresh));
      case EXPLAIN -> Optional.of(explanation(owner, query, List.of()));
      case EXPLAIN_ANALYZE ->
          Optional.of(explanation(owner, query, analysis(query, parameters, fresh)));
    };
  }

  private void warn(String text) {
    SQLWarning warning = new SQLWarning(text, "01000");
    if (warnings == null) {
      warnings = warning;
    } else {
      warnings.setNextWarning(warning);
    }
  }

  private CalqueResultSet rows(
      AvaticaStatement owner, CompiledQuery query, ParameterSetter parameters, CancelSignal fresh)
      throws SQLException {
    WarehouseCursor opened =
        open(query.sql(), parameters, fresh, fetchSize, query.expectsFewRows());
    cursor = opened;
    return new CalqueResultSet(
        owner,
        Columns.of(opened.columns(), query.columns(), project().name(), query.sql()),
        new WarehouseRows(opened, maxRows));
  }

  private WarehouseCursor open(
      String sql, ParameterSetter parameters, CancelSignal fresh, int fetchSize, boolean fewRows)
      throws SQLException {
    Project project = project();
    RunOptions options =
        new RunOptions(
            Duration.ofSeconds(timeoutSeconds),
            Duration.ofMillis(connection.getNetworkTimeout()),
            fetchSize,
            fewRows);
    return SqlErrors.call(() -> project.warehouse().run(sql, parameters, fresh, options));
  }

  private List<List<Object>> analysis(
      CompiledQuery query, ParameterSetter parameters, CancelSignal fresh) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    WarehouseDialect dialect = project().warehouse().dialect();
    if (dialect.plan().isEmpty()) {
      return List.of(List.of("warehouse plan", "", dialect.name() + " tells none in a query"));
    }
    String sql = dialect.plan().get() + query.sql();
    try (WarehouseCursor plan = open(sql, parameters, fresh, 0, true)) {
      int text = plan.columns().size();
      while (SqlErrors.call(plan::next)) {
        String subject = text > 1 ? plan.row().getString(1) : "";
        rows.add(List.of("warehouse plan", subject, plan.row().getString(text)));
      }
    }
    return rows;
  }

  private static CalqueResultSet explanation(
      AvaticaStatement owner, CompiledQuery query, List<List<Object>> more) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    query.explanation().forEach(row -> rows.add(List.of(row.topic(), row.subject(), row.detail())));
    rows.addAll(more);
    return new CalqueResultSet(owner, Columns.of(EXPLANATION), new FixedRows(rows));
  }

  /** The columns that a statement will have, told without running it; null if it has none. */
  Meta.Signature describe(CompiledQuery query) throws SQLException {
    Project project = project();
    return switch (query.kind()) {
      case SESSION -> null;
      case EXPLAIN, EXPLAIN_ANALYZE -> Columns.of(EXPLANATION);
      case QUERY ->
          SqlErrors.call(
              () ->
                  Columns.of(
                      project.warehouse().describe(query.sql()).columns(),
                      query.columns(),
                      project.name(),
                      query.sql()));
    };
  }

  /** Refuses what asks for changes; session statements are answered without effect. */
  static void requireNoUpdate(CompiledQuery query) throws SQLException {
    if (query.kind() != ParsedStatement.Kind.SESSION) {
      throw SqlErrors.readOnly();
    }
  }

  /** Gives back whatever the statement still holds. */
  void release() {
    WarehouseCursor open = cursor;
    if (open != null) {
      open.close();
    }
  }
}
