package io.calque.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBPreparedStatement;

/** A query on DuckDB, in the way that is fastest for it. */
final class DuckDbQuery implements EngineQuery {
  private final DuckDbEngine engine;
  private final DuckDbSession session;
  private final String sql;
  private final boolean fewRows;

  /** Whether a statement is the session's, and not this query's to close. */
  private boolean isKept;

  private boolean isDone;
  private volatile Statement statement;
  private Rows rows;
  private List<WarehouseColumn> columns = List.of();

  DuckDbQuery(DuckDbEngine engine, DuckDbSession session, String sql, boolean fewRows) {
    this.engine = engine;
    this.session = session;
    this.sql = sql;
    this.fewRows = fewRows;
  }

  @Override
  public Rows run(ParameterSetter parameters) throws SQLException {
    boolean often = session.comesOften(sql);
    isKept = often || !fewRows || parameters != ParameterSetter.NONE;
    rows = isKept ? runPrepared(parameters) : runDirectly();
    isDone = true;
    return rows;
  }

  private Rows runDirectly() throws SQLException {
    statement = session.connection().createStatement();
    return read(statement.executeQuery(sql));
  }

  private Rows runPrepared(ParameterSetter parameters) throws SQLException {
    DuckDBPreparedStatement prepared = session.prepared(sql);
    statement = prepared;
    parameters.set((index, value) -> engine.setParameter(prepared, index, value));
    List<WarehouseColumn> expected = WarehouseColumn.all(engine, prepared.getMetaData());
    if (!DuckDbChunks.canRead(expected)) {
      return read(prepared.executeQuery());
    }
    DuckDbChunks chunks = new DuckDbChunks(prepared.query(), expected);
    if (chunks.isAsExpected()) {
      columns = expected;
      return chunks;
    }
    chunks.close();
    return read(prepared.executeQuery());
  }

  private Rows read(ResultSet result) throws SQLException {
    columns = WarehouseColumn.all(engine, result.getMetaData());
    return new JdbcRows(engine, result, columns);
  }

  @Override
  public List<WarehouseColumn> columns() {
    return columns;
  }

  @Override
  public void interrupt() throws SQLException {
    DuckDbInternals.interrupt(session.connection(), statement);
  }

  @Override
  public void close() {
    WarehouseCursor.closeQuietly(rows);
    if (!isKept) {
      WarehouseCursor.closeQuietly(statement);
    } else if (!isDone) {
      session.forget(sql);
    }
  }
}
