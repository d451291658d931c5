package io.calque.warehouse;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A warehouse that does as JDBC says.
 *
 * @param urlPrefix how its URLs begin
 * @param manualCommit whether its driver streams only inside a transaction
 * @param readOnly whether its driver can be told that nothing will be written
 */
record JdbcEngine(
    WarehouseDialect dialect, String urlPrefix, boolean manualCommit, boolean readOnly)
    implements WarehouseEngine {
  /** Rows at a time, where the user says nothing; without one some drivers fetch everything. */
  private static final int FETCH_SIZE = 2_000;

  @Override
  public boolean accepts(String url) {
    return url.startsWith(urlPrefix);
  }

  @Override
  public ConnectionSource connections(WarehouseSettings settings) {
    return new DriverConnections(settings, readOnly);
  }

  @Override
  public void configure(HikariConfig pool) {
    pool.setMinimumIdle(0);
    pool.setAutoCommit(!manualCommit);
  }

  @Override
  public WarehouseColumn column(ResultSetMetaData metaData, int index) throws SQLException {
    return new WarehouseColumn(
        metaData.getColumnLabel(index),
        metaData.getColumnType(index),
        metaData.getColumnTypeName(index),
        metaData.getColumnClassName(index),
        metaData.getPrecision(index),
        metaData.getScale(index),
        metaData.getColumnDisplaySize(index),
        metaData.isSigned(index),
        metaData.isNullable(index),
        false);
  }

  @Override
  public QueryShape describe(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      ResultSetMetaData metaData = statement.getMetaData();
      List<WarehouseColumn> columns = new ArrayList<>();
      for (int i = 1; metaData != null && i <= metaData.getColumnCount(); i++) {
        columns.add(column(metaData, i));
      }
      return new QueryShape(columns, parameters(statement.getParameterMetaData()));
    }
  }

  private static List<WarehouseColumn> parameters(ParameterMetaData metaData) throws SQLException {
    List<WarehouseColumn> parameters = new ArrayList<>();
    for (int i = 1; i <= metaData.getParameterCount(); i++) {
      parameters.add(
          new WarehouseColumn(
              "?",
              metaData.getParameterType(i),
              metaData.getParameterTypeName(i),
              metaData.getParameterClassName(i),
              metaData.getPrecision(i),
              metaData.getScale(i),
              WarehouseColumn.UNBOUNDED,
              metaData.isSigned(i),
              metaData.isNullable(i),
              false));
    }
    return parameters;
  }

  @Override
  public List<CatalogTable> tables(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    String catalog = Objects.requireNonNullElse(connection.getCatalog(), "");
    String schema = Objects.requireNonNullElse(connection.getSchema(), "");
    Map<List<String>, List<WarehouseColumn>> columns = new LinkedHashMap<>();
    try (ResultSet rows = metaData.getColumns(connection.getCatalog(), null, "%", "%")) {
      while (rows.next()) {
        List<String> table =
            List.of(
                Objects.requireNonNullElse(rows.getString("TABLE_CAT"), ""),
                Objects.requireNonNullElse(rows.getString("TABLE_SCHEM"), ""),
                rows.getString("TABLE_NAME"));
        columns.computeIfAbsent(table, key -> new ArrayList<>()).add(DriverFacts.column(rows));
      }
    }
    return columns.entrySet().stream()
        .map(
            entry -> {
              List<String> name = entry.getKey();
              boolean inCatalog = name.get(0).equals(catalog);
              return new CatalogTable(
                  name.get(0),
                  name.get(1),
                  name.get(2),
                  entry.getValue(),
                  inCatalog && name.get(1).equals(schema),
                  inCatalog);
            })
        .toList();
  }

  @Override
  public List<WarehouseFunction> functions(Connection connection) throws SQLException {
    return DriverFacts.functions(connection);
  }

  @Override
  public NullOrder nullOrder(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    if (metaData.nullsAreSortedHigh()) {
      return NullOrder.HIGH;
    }
    if (metaData.nullsAreSortedLow()) {
      return NullOrder.LOW;
    }
    return metaData.nullsAreSortedAtStart() ? NullOrder.AT_START : NullOrder.AT_END;
  }

  @Override
  public List<WarehouseType> types(Connection connection) throws SQLException {
    return DriverFacts.types(connection);
  }

  @Override
  public void prepareToStream(PreparedStatement statement, int fetchSize) throws SQLException {
    statement.setFetchSize(fetchSize > 0 ? fetchSize : FETCH_SIZE);
  }

  @Override
  public void interrupt(Connection connection, PreparedStatement statement) throws SQLException {
    statement.cancel();
  }

  @Override
  public SQLException trueError(
      Connection connection, String sql, ParameterSetter parameters, SQLException reported) {
    return reported;
  }

  @Override
  public WarehouseError explain(SQLException error) {
    String sqlState = error.getSQLState();
    boolean usable = sqlState != null && sqlState.length() == 5;
    return new WarehouseError(usable ? sqlState : "58000", String.valueOf(error.getMessage()));
  }
}
