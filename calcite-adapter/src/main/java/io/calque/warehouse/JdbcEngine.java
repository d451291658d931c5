package io.calque.warehouse;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A warehouse that does as JDBC says; those that nearly do are subclasses. */
class JdbcEngine implements WarehouseEngine {
  /** Rows at a time, where the user says nothing; without one some drivers fetch everything. */
  private static final int FETCH_SIZE = 2_000;

  private final WarehouseDialect dialect;
  private final List<String> urlPrefixes;

  /**
   * @param urlPrefixes how its URLs begin
   */
  JdbcEngine(WarehouseDialect dialect, String... urlPrefixes) {
    this.dialect = dialect;
    this.urlPrefixes = List.of(urlPrefixes);
  }

  @Override
  public WarehouseDialect dialect() {
    return dialect;
  }

  @Override
  public boolean accepts(String url) {
    return urlPrefixes.stream().anyMatch(url::startsWith);
  }

  @Override
  public ConnectionSource connections(WarehouseSettings settings) {
    return new DriverConnections(this, settings, Map.of(), false);
  }

  @Override
  public void configure(HikariConfig pool) {
    pool.setMinimumIdle(0);
  }

  @Override
  public Object value(ResultSet rows, int index, WarehouseColumn column) throws SQLException {
    return column.jdbcType() == Types.TIMESTAMP
        ? rows.getObject(index, LocalDateTime.class)
        : rows.getObject(index);
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

  private List<WarehouseColumn> parameters(ParameterMetaData metaData) throws SQLException {
    List<WarehouseColumn> parameters = new ArrayList<>();
    for (int i = 1; i <= metaData.getParameterCount(); i++) {
      parameters.add(parameter(metaData, i));
    }
    return parameters;
  }

  private static WarehouseColumn parameter(ParameterMetaData metaData, int i) throws SQLException {
    try {
      return new WarehouseColumn(
          "?",
          metaData.getParameterType(i),
          metaData.getParameterTypeName(i),
          metaData.getParameterClassName(i),
          metaData.getPrecision(i),
          metaData.getScale(i),
          WarehouseColumn.UNBOUNDED,
          metaData.isSigned(i),
          metaData.isNullable(i),
          false);
    } catch (SQLFeatureNotSupportedException untold) {
      return WarehouseColumn.unknown("?");
    }
  }

  @Override
  public List<CatalogTable> tables(Connection connection, TableScope scope) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    String catalog = Objects.requireNonNullElse(connection.getCatalog(), "");
    String schema = Objects.requireNonNullElse(connection.getSchema(), "");
    CatalogRows tables =
        new CatalogRows((c, s, t) -> c.equals(catalog) && s.equals(schema), c -> c.equals(catalog));
    String sought = scope.catalog().orElse(connection.getCatalog());
    try (ResultSet rows = metaData.getColumns(sought, null, "%", "%")) {
      while (rows.next()) {
        tables.add(
            Objects.requireNonNullElse(rows.getString("TABLE_CAT"), ""),
            Objects.requireNonNullElse(rows.getString("TABLE_SCHEM"), ""),
            rows.getString("TABLE_NAME"),
            DriverFacts.column(rows));
      }
    }
    return tables.done();
  }

  @Override
  public List<DeclaredTable> declaredTables(Connection connection, List<String> schemas)
      throws SQLException {
    DriverCatalog catalog = new DriverCatalog(connection, schemas);
    return catalog.read(catalog::readKeys);
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

  /** Does what a new connection needs after all that the project says. */
  void prepare(Connection connection) throws SQLException {
    // Most need nothing.
  }

  /**
   * Makes a statement ready to stream.
   *
   * @param fetchSize the user's hint, rows at a time; 0 for none
   */
  void prepareToStream(PreparedStatement statement, int fetchSize) throws SQLException {
    statement.setFetchSize(fetchSize > 0 ? fetchSize : FETCH_SIZE);
  }

  /** Stops what the connection does, from another thread. */
  void interrupt(Connection connection, PreparedStatement statement) throws SQLException {
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
