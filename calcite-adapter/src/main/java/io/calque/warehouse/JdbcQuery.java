package io.calque.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A query as JDBC runs one: prepared, executed, closed. */
final class JdbcQuery implements EngineQuery {
  private final JdbcEngine engine;
  private final Connection connection;
  private final PreparedStatement statement;
  private final int fetchSize;
  private List<WarehouseColumn> columns = List.of();
  private Rows rows;

  /**
   * Makes a query ready.
   *
   * @param fetchSize the user's hint, rows at a time; 0 for none
   */
  JdbcQuery(JdbcEngine engine, Connection connection, String sql, int fetchSize)
      throws SQLException {
    this.engine = engine;
    this.connection = connection;
    this.statement = connection.prepareStatement(sql);
    this.fetchSize = fetchSize;
  }

  @Override
  public Rows run(ParameterSetter parameters) throws SQLException {
    engine.prepareToStream(statement, fetchSize);
    parameters.set((index, value) -> engine.setParameter(statement, index, value));
    ResultSet result = statement.executeQuery().unwrap(ResultSet.class);
    columns = WarehouseColumn.all(engine, result.getMetaData());
    rows = new JdbcRows(engine, result, columns);
    return rows;
  }

  @Override
  public List<WarehouseColumn> columns() {
    return columns;
  }

  @Override
  public void interrupt() throws SQLException {
    engine.interrupt(connection, statement);
  }

  @Override
  public void close() {
    WarehouseCursor.closeQuietly(rows);
    WarehouseCursor.closeQuietly(statement);
  }
}
