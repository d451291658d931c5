package io.calque.jdbc;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.MetaImpl;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.avatica.remote.TypedValue;

/**
 * Avatica's back end, as far as the JDBC objects of this package leave anything to it: the
 * connection's own properties. Statements run past it, as its protocol hands rows over in frames
 * and this driver copies none.
 */
final class CalqueMeta extends MetaImpl {
  private final AtomicInteger statements = new AtomicInteger();

  CalqueMeta(CalqueConnection connection) {
    super(connection);
    connProps.setAutoCommit(true).setReadOnly(true);
  }

  /** As Avatica's own, but statements may be made by several threads at once. */
  @Override
  public StatementHandle createStatement(ConnectionHandle handle) {
    return new StatementHandle(handle.id, statements.getAndIncrement(), null);
  }

  private static CalqueException notHere() {
    return CalqueException.of(
        ErrorCode.INTERNAL, "this driver runs no statement through Avatica's protocol");
  }

  @Override
  public StatementHandle prepare(ConnectionHandle handle, String sql, long maxRowCount) {
    throw notHere();
  }

  @Deprecated
  @Override
  public ExecuteResult prepareAndExecute(
      StatementHandle handle, String sql, long maxRowCount, PrepareCallback callback) {
    throw notHere();
  }

  @Override
  public ExecuteResult prepareAndExecute(
      StatementHandle handle,
      String sql,
      long maxRowCount,
      int maxRowsInFirstFrame,
      PrepareCallback callback) {
    throw notHere();
  }

  @Override
  public ExecuteBatchResult prepareAndExecuteBatch(StatementHandle handle, List<String> sql) {
    throw notHere();
  }

  @Override
  public ExecuteBatchResult executeBatch(
      StatementHandle handle, List<List<TypedValue>> parameterValues) {
    throw notHere();
  }

  @Override
  public Frame fetch(StatementHandle handle, long offset, int fetchMaxRowCount) {
    return Frame.EMPTY;
  }

  @Deprecated
  @Override
  public ExecuteResult execute(
      StatementHandle handle, List<TypedValue> parameterValues, long maxRowCount) {
    throw notHere();
  }

  @Override
  public ExecuteResult execute(
      StatementHandle handle, List<TypedValue> parameterValues, int maxRowsInFirstFrame) {
    throw notHere();
  }

  @Override
  public void closeStatement(StatementHandle handle) {
    AvaticaStatement statement = connection.statementMap.get(handle.id);
    if (statement instanceof CalqueStatement calque) {
      calque.execution().release();
    } else if (statement instanceof CalquePreparedStatement calque) {
      calque.execution().release();
    }
  }

  @Override
  public boolean syncResults(StatementHandle handle, QueryState state, long offset) {
    return false;
  }

  @Override
  public void commit(ConnectionHandle handle) {
    // Nothing is ever written.
  }

  @Override
  public void rollback(ConnectionHandle handle) {
    // Nothing is ever written.
  }

  @Override
  public void closeConnection(ConnectionHandle handle) {
    ((CalqueConnection) connection).release();
  }
}
