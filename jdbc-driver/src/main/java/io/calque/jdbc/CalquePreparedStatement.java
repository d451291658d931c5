package io.calque.jdbc;

import io.calque.error.ErrorCode;
import io.calque.rewrite.CompiledQuery;
import io.calque.sql.ParsedStatement;
import io.calque.warehouse.WarehouseColumn;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.avatica.AvaticaPreparedStatement;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.AvaticaResultSetMetaData;
import org.apache.calcite.avatica.AvaticaSite;
import org.apache.calcite.avatica.Meta;

/** A statement that was compiled when it was prepared. */
final class CalquePreparedStatement extends AvaticaPreparedStatement {
  private final Execution execution;
  private final CompiledQuery query;
  private final ParameterValues values;

  CalquePreparedStatement(
      CalqueConnection connection,
      Meta.StatementHandle handle,
      Meta.Signature signature,
      int type,
      int concurrency,
      int holdability)
      throws SQLException {
    super(connection, handle, signature, type, concurrency, holdability);
    this.execution = new Execution(connection);
    this.query = execution.compile(signature.sql);
    this.values = new ParameterValues(query.parameterCount());
  }

  /** What Avatica wants to know of a statement when it is prepared. */
  static Meta.Signature signature(CompiledQuery query, String sql) {
    List<AvaticaParameter> parameters = new ArrayList<>();
    for (int i = 0; i < query.parameterCount(); i++) {
      WarehouseColumn unknown = WarehouseColumn.unknown("?" + (i + 1));
      parameters.add(
          new AvaticaParameter(
              false,
              0,
              0,
              unknown.jdbcType(),
              unknown.typeName(),
              unknown.className(),
              unknown.name()));
    }
    return new Meta.Signature(
        List.of(),
        sql,
        parameters,
        Collections.emptyMap(),
        Meta.CursorFactory.LIST,
        Meta.StatementType.SELECT);
  }

  Execution execution() {
    return execution;
  }

  @Override
  protected void checkOpen() throws SQLException {
    if (isClosed()) {
      throw SqlErrors.closed("statement");
    }
  }

  @Override
  public boolean execute() throws SQLException {
    checkOpen();
    closeResult();
    openResultSet = execution.run(this, query, values.setter(query)).orElse(null);
    updateCount = openResultSet == null ? 0 : -1;
    return openResultSet != null;
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    if (!execute()) {
      throw SqlErrors.unsupported("this statement has no result; use execute instead");
    }
    return openResultSet;
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    checkOpen();
    closeResult();
    Execution.requireNoUpdate(query);
    updateCount = 0;
    return 0;
  }

  private void closeResult() {
    AvaticaResultSet open = openResultSet;
    openResultSet = null;
    updateCount = -1;
    execution.release();
    if (open != null && !closeOnCompletion) {
      open.close();
    }
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    Meta.Signature signature = execution.describe(query);
    return signature == null ? null : new AvaticaResultSetMetaData(this, null, signature);
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    checkOpen();
    List<WarehouseColumn> ofWarehouse =
        query.parameterCount() == 0 || query.kind() == ParsedStatement.Kind.SESSION
            ? List.of()
            : SqlErrors.call(
                () -> execution.project().warehouse().describe(query.sql()).parameters());
    return ParameterTypes.of(query, ofWarehouse);
  }

  @Override
  protected AvaticaSite getSite(int index) throws SQLException {
    checkOpen();
    if (index < 1 || index > query.parameterCount()) {
      throw new SQLException(
          "there is no parameter %d; the statement has %d".formatted(index, query.parameterCount()),
          "07009");
    }
    return new ParameterSite(getParameter(index), getCalendar(), index - 1, values);
  }

  @Override
  public void clearParameters() throws SQLException {
    checkOpen();
    values.clear();
  }

  /** Not synchronized, unlike Avatica's: it has to get through while another thread executes. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  public void cancel() throws SQLException {
    checkOpen();
    execution.cancel();
  }

  @Override
  public int getQueryTimeout() throws SQLException {
    checkOpen();
    return execution.timeoutSeconds();
  }

  @Override
  public void setQueryTimeout(int seconds) throws SQLException {
    checkOpen();
    execution.setTimeoutSeconds(seconds);
  }

  @Override
  public SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return execution.warnings();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    execution.clearWarnings();
  }

  /** Escapes are always processed, as part of the SQL that Calque accepts. */
  @Override
  public void setEscapeProcessing(boolean enable) throws SQLException {
    checkOpen();
  }

  @Override
  public void setPoolable(boolean poolable) throws SQLException {
    checkOpen();
  }

  @Override
  public void addBatch() throws SQLException {
    throw SqlErrors.readOnly();
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    throw SqlErrors.readOnly();
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    throw notHere();
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    throw notHere();
  }

  @Override
  public long executeLargeUpdate(String sql) throws SQLException {
    throw notHere();
  }

  private static SQLException notHere() {
    return SqlErrors.of(
        ErrorCode.NOT_SUPPORTED, "a prepared statement has its SQL already; call without text");
  }
}
