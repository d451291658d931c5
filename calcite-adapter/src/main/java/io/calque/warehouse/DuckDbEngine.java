package io.calque.warehouse;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBPreparedStatement;

/** DuckDB 2.0, in this process. */
final class DuckDbEngine implements WarehouseEngine {
  /** How many queries may be open at once by default; a connection costs microseconds. */
  private static final int MOST_CONNECTIONS = 64;

  private static final String TABLES =
      """
      SELECT database_name, schema_name, table_name, column_name,
        database_name = current_database() AS default_catalog,
        database_name = current_database() AND schema_name = current_schema() AS default_schema,
        regexp_replace(data_type, '^ENUM\\(.*\\)$', 'ENUM', 's'),
        numeric_precision, numeric_scale, is_nullable
      FROM duckdb_columns() WHERE NOT internal
      ORDER BY database_name, schema_name, table_name, column_index\
      """;

  private static final String FUNCTIONS =
      """
      SELECT function_name, coalesce(min(description), ''), bool_and(function_type LIKE 'table%')
      FROM duckdb_functions()
      WHERE function_type <> 'pragma' AND regexp_matches(function_name, '^[A-Za-z_][A-Za-z0-9_]*$')
      GROUP BY function_name\
      """;

  private static final WarehouseDialect DIALECT = new DuckDbDialect();

  @Override
  public WarehouseDialect dialect() {
    return DIALECT;
  }

  @Override
  public boolean accepts(String url) {
    return url.startsWith("jdbc:duckdb:");
  }

  @Override
  public WarehouseSettings forWriting(WarehouseSettings settings) {
    return DuckDbConnections.forWriting(settings);
  }

  @Override
  public boolean hasTransactionalTables() {
    return true;
  }

  @Override
  public ConnectionSource connections(WarehouseSettings settings) {
    return new DuckDbConnections(this, settings);
  }

  @Override
  public void configure(HikariConfig pool) {
    pool.setMaximumPoolSize(MOST_CONNECTIONS);
    pool.setMinimumIdle(1);
  }

  @Override
  public WarehouseColumn column(ResultSetMetaData metaData, int index) throws SQLException {
    return DuckDbTypes.column(metaData, index);
  }

  @Override
  public QueryShape describe(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      List<WarehouseColumn> parameters = parameters(statement.getParameterMetaData());
      ResultSetMetaData metaData = statement.getMetaData();
      if (isCollapsed(metaData) && !parameters.isEmpty()) {
        return new QueryShape(columnsWithNulls(connection, sql, parameters.size()), parameters);
      }
      return new QueryShape(WarehouseColumn.all(this, metaData), parameters);
    }
  }

  /** A {@code ?} without a type makes DuckDB know nothing of any column. */
  private static boolean isCollapsed(ResultSetMetaData metaData) throws SQLException {
    return metaData.getColumnCount() == 1
        && metaData.getColumnTypeName(1).equalsIgnoreCase("UNKNOWN");
  }

  /** Asks again with NULL for each parameter and no rows wanted, which costs no scan. */
  private List<WarehouseColumn> columnsWithNulls(Connection connection, String sql, int parameters)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM (" + sql + "\n) LIMIT 0")) {
      for (int i = 1; i <= parameters; i++) {
        statement.setNull(i, Types.NULL);
      }
      try (ResultSet none = statement.executeQuery()) {
        return WarehouseColumn.all(this, none.getMetaData());
      }
    }
  }

  private static List<WarehouseColumn> parameters(ParameterMetaData metaData) throws SQLException {
    List<WarehouseColumn> parameters = new ArrayList<>();
    for (int i = 1; i <= metaData.getParameterCount(); i++) {
      String typeName = metaData.getParameterTypeName(i);
      parameters.add(
          typeName.equals("INVALID") || typeName.equals("UNKNOWN")
              ? WarehouseColumn.unknown("?")
              : DuckDbTypes.column(
                  "?",
                  typeName,
                  metaData.getParameterType(i),
                  metaData.getPrecision(i),
                  metaData.getScale(i)));
    }
    return parameters;
  }

  @Override
  public Object value(ResultSet rows, int index, WarehouseColumn column) throws SQLException {
    return column.jdbcType() == Types.TIMESTAMP
        ? rows.getObject(index, LocalDateTime.class)
        : rows.getObject(index);
  }

  @Override
  public List<CatalogTable> tables(Connection connection, TableScope scope) throws SQLException {
    Set<List<String>> visible = new HashSet<>();
    Set<String> defaultCatalog = new HashSet<>();
    CatalogRows tables =
        new CatalogRows((c, s, t) -> visible.contains(List.of(c, s)), defaultCatalog::contains);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        if (rows.getBoolean(5)) {
          defaultCatalog.add(rows.getString(1));
        }
        if (rows.getBoolean(6)) {
          visible.add(List.of(rows.getString(1), rows.getString(2)));
        }
        tables.add(
            rows.getString(1),
            rows.getString(2),
            rows.getString(3),
            DuckDbTypes.column(
                    rows.getString(4),
                    rows.getString(7),
                    Types.OTHER,
                    rows.getInt(8),
                    rows.getInt(9))
                .nullable(rows.getBoolean(10)));
      }
    }
    return tables.done();
  }

  @Override
  public List<DeclaredTable> declaredTables(Connection connection, List<String> schemas)
      throws SQLException {
    return new DuckDbCatalog(schemas).read(connection);
  }

  @Override
  public List<WarehouseFunction> functions(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(FUNCTIONS)) {
      List<WarehouseFunction> functions = new ArrayList<>();
      while (rows.next()) {
        functions.add(
            new WarehouseFunction(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
      }
      return functions;
    }
  }

  /** A session can change it, and {@code init} may have. */
  @Override
  public NullOrder nullOrder(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT upper(current_setting('default_null_order'))")) {
      rows.next();
      return switch (rows.getString(1)) {
        case "NULLS_FIRST", "NULLS FIRST", "FIRST" -> NullOrder.AT_START;
        case "NULLS_FIRST_ON_ASC_LAST_ON_DESC", "SQLITE", "MYSQL" -> NullOrder.LOW;
        case "NULLS_LAST_ON_ASC_FIRST_ON_DESC", "POSTGRES" -> NullOrder.HIGH;
        default -> NullOrder.AT_END;
      };
    }
  }

  @Override
  public List<WarehouseType> types(Connection connection) {
    return DuckDbTypes.ALL;
  }

  /**
   * While it streams, DuckDB's driver loses the text of an error that comes before the first row.
   * Its other interface, which starts the same query, keeps it.
   */
  @Override
  public SQLException trueError(
      Connection connection, String sql, ParameterSetter parameters, SQLException reported) {
    if (!DuckDbErrors.isLost(reported)) {
      return reported;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      parameters.set((index, value) -> setParameter(statement, index, value));
      DuckDBChunkedResult again = statement.unwrap(DuckDBPreparedStatement.class).query();
      again.close();
      return reported;
    } catch (SQLException e) {
      e.addSuppressed(reported);
      return e;
    }
  }

  @Override
  public WarehouseError explain(SQLException error) {
    return DuckDbErrors.explain(error);
  }
}
