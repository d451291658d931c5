package io.calque.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGConnection;

/**
 * PostgreSQL, from version 14 on.
 *
 * <p>Its driver streams from a cursor of the server only inside a transaction and with a fetch
 * size; so each query begins one, and HikariCP rolls it back when the connection comes back. The
 * transactions are read-only.
 */
final class PostgresEngine extends JdbcEngine {
  /** Tables and views that the user may read; those on the search path are found by name alone. */
  private static final String TABLES =
      """
      SELECT current_database(), n.nspname, c.relname, a.attname, pg_table_is_visible(c.oid),
        a.attnotnull
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p')
        AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
        AND lower(current_database()) = lower(coalesce(?, current_database()))
        AND lower(n.nspname) = lower(coalesce(?, n.nspname))
      ORDER BY n.nspname, c.relname, a.attnum\
      """;

  private static final Map<String, String> PROPERTIES =
      Map.of("ApplicationName", "Calque", "tcpKeepAlive", "true");

  PostgresEngine() {
    super(new PostgresDialect(), "jdbc:postgresql:");
  }

  @Override
  public ConnectionSource connections(WarehouseSettings settings) {
    return new DriverConnections(this, settings, PROPERTIES, true);
  }

  @Override
  public boolean hasTransactionalTables() {
    return true;
  }

  /**
   * Queries alone run in a transaction: what the driver looks up for metadata would begin one that
   * HikariCP does not know of, and that would stay open on the connection that comes back.
   */
  @Override
  public void prepareToStream(PreparedStatement statement, int fetchSize) throws SQLException {
    statement.getConnection().setAutoCommit(false);
    super.prepareToStream(statement, fetchSize);
  }

  @Override
  public WarehouseColumn column(ResultSetMetaData metaData, int index) throws SQLException {
    return PostgresTypes.column(super.column(metaData, index));
  }

  @Override
  public Object value(ResultSet rows, int index, WarehouseColumn column) throws SQLException {
    return PostgresTypes.value(rows, index, column);
  }

  @Override
  public List<CatalogTable> tables(Connection connection, TableScope scope) throws SQLException {
    Set<List<String>> visible = new HashSet<>();
    CatalogRows tables =
        new CatalogRows((c, s, t) -> visible.contains(List.of(s, t)), catalog -> true);
    try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
      set(statement, 1, scope.catalog());
      set(statement, 2, scope.schema());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (rows.getBoolean(5)) {
            visible.add(List.of(rows.getString(2), rows.getString(3)));
          }
          tables.add(
              rows.getString(1),
              rows.getString(2),
              rows.getString(3),
              WarehouseColumn.unknown(rows.getString(4)).nullable(!rows.getBoolean(6)));
        }
      }
    }
    return tables.done();
  }

  @Override
  public List<DeclaredTable> declaredTables(Connection connection, List<String> schemas)
      throws SQLException {
    PostgresKeys keys = new PostgresKeys(connection);
    return keys.withoutPartitions(new DriverCatalog(connection, schemas).read(keys::read));
  }

  @Override
  public Optional<Map<List<String>, TableAids>> aids(Connection connection) throws SQLException {
    return Optional.of(PostgresAids.read(connection));
  }

  /**
   * The driver's {@code Statement.cancel()} does nothing while a cursor is being read. Where its
   * classes are out of Calque's sight, what remains is that: the query ends at its next row.
   */
  @Override
  void interrupt(Connection connection, PreparedStatement statement) throws SQLException {
    try {
      connection.unwrap(PGConnection.class).cancelQuery();
    } catch (LinkageError e) {
      statement.cancel();
    }
  }

  private static void set(PreparedStatement statement, int index, Optional<String> name)
      throws SQLException {
    statement.setString(index, name.orElse(null));
  }

  /** The driver adds where in the generated SQL it is, which the user never wrote. */
  @Override
  public WarehouseError explain(SQLException error) {
    WarehouseError told = super.explain(error);
    return new WarehouseError(
        told.sqlState(),
        told.text()
            .replaceFirst("^(ERROR|FATAL): ", "")
            .replaceAll("\\n\\s*Position: \\d+", "")
            .strip());
  }
}
