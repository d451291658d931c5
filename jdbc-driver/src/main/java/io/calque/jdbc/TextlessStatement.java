package io.calque.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaPreparedStatement;
import org.apache.calcite.avatica.Meta;

/** A statement that has its SQL already: it refuses to take other SQL, and batches. */
abstract class TextlessStatement extends AvaticaPreparedStatement {
  TextlessStatement(
      AvaticaConnection connection,
      Meta.StatementHandle handle,
      Meta.Signature signature,
      int type,
      int concurrency,
      int holdability)
      throws SQLException {
    super(connection, handle, signature, type, concurrency, holdability);
  }

  @Override
  public void addBatch() throws SQLException {
    checkOpen();
    throw SqlErrors.readOnly();
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    throw notHere();
  }

  @Override
  public boolean execute(String sql, int keys) throws SQLException {
    throw notHere();
  }

  @Override
  public boolean execute(String sql, int[] columns) throws SQLException {
    throw notHere();
  }

  @Override
  public boolean execute(String sql, String[] columns) throws SQLException {
    throw notHere();
  }

  @Override
  public int executeUpdate(String sql, int keys) throws SQLException {
    throw notHere();
  }

  @Override
  public int executeUpdate(String sql, int[] columns) throws SQLException {
    throw notHere();
  }

  @Override
  public int executeUpdate(String sql, String[] columns) throws SQLException {
    throw notHere();
  }

  @Override
  public long executeLargeUpdate(String sql) throws SQLException {
    throw notHere();
  }

  @Override
  public long executeLargeUpdate(String sql, int keys) throws SQLException {
    throw notHere();
  }

  @Override
  public long executeLargeUpdate(String sql, int[] columns) throws SQLException {
    throw notHere();
  }

  @Override
  public long executeLargeUpdate(String sql, String[] columns) throws SQLException {
    throw notHere();
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    throw notHere();
  }

  @Override
  public void addBatch(String sql) throws SQLException {
    throw notHere();
  }

  private SQLException notHere() throws SQLException {
    checkOpen();
    return SqlErrors.unsupported("a prepared statement has its SQL already; call without text");
  }
}
