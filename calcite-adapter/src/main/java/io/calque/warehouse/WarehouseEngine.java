package io.calque.warehouse;

import com.zaxxer.hikari.HikariConfig;
import io.calque.error.CalqueException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that differs between one kind of warehouse and the next. Implementations are immutable. */
interface WarehouseEngine {
  WarehouseDialect dialect();

  /** Whether a JDBC URL is one of this engine's. */
  boolean accepts(String url);

  /**
   * Makes ready to connect.
   *
   * @throws CalqueException if the warehouse cannot be reached
   */
  ConnectionSource connections(WarehouseSettings settings);

  /** The same settings, but for connections that may write. */
  default WarehouseSettings forWriting(WarehouseSettings settings) {
    return settings;
  }

  /** Whether tables that are made, filled and dropped in a transaction are so when it ends. */
  default boolean hasTransactionalTables() {
    return false;
  }

  /** Sets the pool up as suits the engine; the user's own settings are applied afterwards. */
  void configure(HikariConfig pool);

  /** A column of a result as JDBC should see it; {@code index} counts from 1. */
  WarehouseColumn column(ResultSetMetaData metaData, int index) throws SQLException;

  /** What a query would return and take, without running it. */
  QueryShape describe(Connection connection, String sql) throws SQLException;

  /**
   * The value of a column as JDBC should see it, of the class that the column promises, or null.
   */
  Object value(ResultSet rows, int index, WarehouseColumn column) throws SQLException;

  /**
   * The tables that queries could name, with their columns; those outside the scope may be left
   * out.
   */
  List<CatalogTable> tables(Connection connection, TableScope scope) throws SQLException;

  /**
   * The tables and views of the connection's own catalog with their keys, in the order in which the
   * catalog lists them.
   *
   * @param schemas those that are wanted, whatever the case; if empty, all but the warehouse's own
   */
  List<DeclaredTable> declaredTables(Connection connection, List<String> schemas)
      throws SQLException;

  /**
   * What helps to find rows of the tables of the connection's catalog, by schema and table; empty
   * if the warehouse has no indexes that joins use.
   */
  default Optional<Map<List<String>, TableAids>> aids(Connection connection) throws SQLException {
    return Optional.empty();
  }

  /** Every function, also those that queries may not call; each name once. */
  List<WarehouseFunction> functions(Connection connection) throws SQLException;

  /** Where NULLs come in an ORDER BY that does not say. */
  NullOrder nullOrder(Connection connection) throws SQLException;

  /** Every type that a column of a result can have. */
  List<WarehouseType> types(Connection connection) throws SQLException;

  /**
   * Sets a parameter.
   *
   * @param index counts from 1
   * @param value null for NULL
   */
  default void setParameter(PreparedStatement statement, int index, Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.NULL);
    } else {
      statement.setObject(index, value);
    }
  }

  /** Whether closing a result first reads all rows that are left of it, be they millions. */
  default boolean readsAllOnClose() {
    return false;
  }

  /**
   * The error that the warehouse meant, where its driver reports another. The connection is that of
   * the failed execution and is free.
   */
  SQLException trueError(
      Connection connection, String sql, ParameterSetter parameters, SQLException reported);

  /** What an error of the warehouse means. */
  WarehouseError explain(SQLException error);
}
