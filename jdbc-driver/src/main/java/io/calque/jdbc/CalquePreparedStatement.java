package io.calque.jdbc;

import io.calque.rewrite.CompiledQuery;
import io.calque.sql.ParsedStatement;
import io.calque.warehouse.WarehouseColumn;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.AvaticaSite;
import org.apache.calcite.avatica.Meta;

/** A statement that was compiled when it was prepared. */
final class CalquePreparedStatement extends TextlessStatement {
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
    return signature == null ? null : new CalqueResultSetMetaData(signature.columns);
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
  public void setObject(int index, Object value, SQLType type) throws SQLException {
    setObject(index, value, jdbcType(type));
  }

  @Override
  public void setObject(int index, Object value, SQLType type, int scaleOrLength)
      throws SQLException {
    setObject(index, value, jdbcType(type), scaleOrLength);
  }

  private static int jdbcType(SQLType type) throws SQLException {
    if (type == null || type.getVendorTypeNumber() == null) {
      throw new SQLException("setObject needs a type that has a number", "22004");
    }
    return type.getVendorTypeNumber();
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
  public long getLargeMaxRows() throws SQLException {
    checkOpen();
    return execution.maxRows();
  }

  @Override
  public void setLargeMaxRows(long rows) throws SQLException {
    checkOpen();
    execution.setMaxRows(rows);
  }

  @Override
  public int getMaxFieldSize() throws SQLException {
    checkOpen();
    return 0;
  }

  /** Values are never cut. */
  @Override
  public void setMaxFieldSize(int max) throws SQLException {
    checkOpen();
    Execution.notNegative("field size", max);
  }

  @Override
  public int getFetchSize() throws SQLException {
    checkOpen();
    return execution.fetchSize();
  }

  @Override
  public void setFetchSize(int rows) throws SQLException {
    checkOpen();
    execution.setFetchSize(rows);
  }

  @Override
  public int getFetchDirection() throws SQLException {
    checkOpen();
    return ResultSet.FETCH_FORWARD;
  }

  /** A hint that changes nothing. */
  @Override
  public void setFetchDirection(int direction) throws SQLException {
    checkOpen();
    Execution.requireDirection(direction);
  }

  @Override
  public boolean isPoolable() throws SQLException {
    checkOpen();
    return execution.isPoolable();
  }

  @Override
  public void setPoolable(boolean poolable) throws SQLException {
    checkOpen();
    execution.setPoolable(poolable);
  }

  /** Cursors are named for positioned updates, of which there are none: JDBC wants no effect. */
  @Override
  public void setCursorName(String name) throws SQLException {
    checkOpen();
  }

  @Override
  public boolean getMoreResults(int current) throws SQLException {
    checkOpen();
    Execution.requireCloseCurrent(current);
    closeResult();
    return false;
  }

  @Override
  public ResultSet getGeneratedKeys() throws SQLException {
    checkOpen();
    throw SqlErrors.unsupported("nothing is inserted, so no keys are generated");
  }

  /** There is none to clear. */
  @Override
  public void clearBatch() throws SQLException {
    checkOpen();
  }

  /** Of nothing, as nothing can be added to a batch. */
  @Override
  public long[] executeLargeBatch() throws SQLException {
    checkOpen();
    return new long[0];
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return SqlErrors.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type != null && type.isInstance(this);
  }

  @Override
  public String enquoteLiteral(String value) throws SQLException {
    checkOpen();
    return Quoting.literal(value);
  }

  @Override
  public String enquoteNCharLiteral(String value) throws SQLException {
    checkOpen();
    return Quoting.literal(value);
  }

  @Override
  public String enquoteIdentifier(String identifier, boolean alwaysQuote) throws SQLException {
    checkOpen();
    return Quoting.identifier(identifier, alwaysQuote, execution.project().warehouse().dialect());
  }

  @Override
  public boolean isSimpleIdentifier(String identifier) throws SQLException {
    checkOpen();
    return Quoting.isSimple(identifier, execution.project().warehouse().dialect());
  }
}
