package io.calque.warehouse;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * Connections to one DuckDB instance: the first opens the database, all others are duplicates of
 * it, so that a pool over a database in memory has one database and not one for each connection.
 *
 * <p>What is decided here, each yielding to the user's own property of that name:
 *
 * <ul>
 *   <li>An existing file is opened read-only ({@code duckdb.read_only}), so that several processes
 *       can share it. A file that does not exist is an error: nobody wants an empty one.
 *   <li>After the {@code init} statements, access to any other file or address is switched off
 *       ({@code enable_external_access}); what {@code init} attached stays readable, views over
 *       files need {@code allowed_directories}. A named database in memory is the application's own
 *       and is left as it is.
 *   <li>All {@code init} statements run once, when the database is opened; those that concern a
 *       session only (SET, RESET, USE, PRAGMA, CREATE TEMP) run again on each connection. A second
 *       ATTACH to one instance would be an error.
 *   <li>User and password stay with Calque: DuckDB has no users, but would take two of them for two
 *       configurations, which one file cannot have.
 *   <li>Results are streamed. That is set for each session: as a property it would keep other
 *       connections of this JVM, which lack it, from opening the same database.
 * </ul>
 */
final class DuckDbConnections implements ConnectionSource {
  private static final String PREFIX = "jdbc:duckdb:";
  private static final String READ_ONLY = "duckdb.read_only";
  private static final String EXTERNAL_ACCESS = "enable_external_access";
  private static final String STREAM = "SET SESSION jdbc_stream_results = true";
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");
  private static final Pattern SESSION_STATEMENT =
      Pattern.compile(
          "(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*"
              + "(?:SET|RESET|USE|PRAGMA|CREATE\\s+(?:OR\\s+REPLACE\\s+)?TEMP(?:ORARY)?)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final DuckDbEngine engine;
  private final DuckDBConnection first;
  private final List<String> sessionInit;
  private final Map<DuckDBConnection, DuckDbSession> sessions = new ConcurrentHashMap<>();

  DuckDbConnections(DuckDbEngine engine, WarehouseSettings settings) {
    this.engine = engine;
    String database = databaseOf(settings.url());
    Properties properties = new Properties();
    properties.putAll(settings.properties());
    if (isFile(database) && !isSet(settings, READ_ONLY) && !isSet(settings, "access_mode")) {
      requireFile(database);
      properties.setProperty(READ_ONLY, "true");
    }
    sessionInit =
        Stream.concat(
                Stream.of(STREAM),
                settings.init().stream().filter(sql -> SESSION_STATEMENT.matcher(sql).matches()))
            .toList();
    boolean closed =
        (isFile(database) || isAnonymousMemory(database)) && !isSet(settings, EXTERNAL_ACCESS);
    first = openFirst(settings, properties, closed);
  }

  /** The same database, not opened read-only unless the settings themselves say so. */
  static WarehouseSettings forWriting(WarehouseSettings settings) {
    String database = databaseOf(settings.url());
    if (!isFile(database) || isSet(settings, READ_ONLY) || isSet(settings, "access_mode")) {
      return settings;
    }
    requireFile(database);
    Map<String, String> properties = new HashMap<>(settings.properties());
    properties.put(READ_ONLY, "false");
    return new WarehouseSettings(
        settings.url(),
        settings.user(),
        settings.password(),
        settings.dialect(),
        properties,
        settings.init(),
        settings.pool());
  }

  @Override
  public Connection connect() throws SQLException {
    sessions.values().removeIf(DuckDbSession::isClosed);
    DuckDBConnection connection = first.duplicate();
    try {
      run(connection, sessionInit);
      sessions.put(connection, new DuckDbSession(connection));
      return connection;
    } catch (SQLException | RuntimeException e) {
      DriverConnections.closeAfter(e, connection);
      throw e;
    }
  }

  @Override
  public EngineQuery query(Connection connection, String sql, RunOptions options)
      throws SQLException {
    DuckDbSession session = sessions.get(connection.unwrap(DuckDBConnection.class));
    return new DuckDbQuery(engine, session, sql, options.fewRows());
  }

  @Override
  public boolean isReadOnly() throws SQLException {
    return first.isReadOnly();
  }

  @Override
  public void close() {
    sessions.clear();
    try {
      first.close();
    } catch (SQLException e) {
      org.slf4j.LoggerFactory.getLogger(DuckDbConnections.class)
          .warn("A DuckDB database could not be closed", e);
    }
  }

  private static DuckDBConnection openFirst(
      WarehouseSettings settings, Properties properties, boolean closed) {
    try {
      Connection connection =
          DriverConnections.open(DriverConnections.driverFor(settings), settings, properties);
      try {
        run(connection, settings.init());
        if (closed) {
          run(connection, List.of("SET GLOBAL enable_external_access = false"));
        }
        return connection.unwrap(DuckDBConnection.class);
      } catch (SQLException | RuntimeException e) {
        DriverConnections.closeAfter(e, connection);
        throw e;
      }
    } catch (SQLException e) {
      throw Warehouse.unreachable(settings, DuckDbErrors.explain(e), e);
    }
  }

  private static void run(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void requireFile(String database) {
    if (!Files.exists(Path.of(database))) {
      throw CalqueException.of(
          ErrorCode.WAREHOUSE_UNREACHABLE,
          "there is no DuckDB file %s; relative paths count from calque.yml's folder"
              .formatted(Path.of(database).toAbsolutePath().normalize()));
    }
  }

  /** What follows the prefix of the URL, without options. */
  static String databaseOf(String url) {
    String rest = url.substring(PREFIX.length());
    int options = rest.indexOf(';');
    return (options < 0 ? rest : rest.substring(0, options)).strip();
  }

  /** Whether a database is a file of this machine, not in memory and not behind a service. */
  static boolean isFile(String database) {
    boolean driveLetter = database.length() > 1 && database.charAt(1) == ':';
    return !database.isEmpty()
        && !database.startsWith(":memory:")
        && (driveLetter || !SCHEME.matcher(database).matches());
  }

  private static boolean isAnonymousMemory(String database) {
    return database.isEmpty() || database.equals(":memory:");
  }

  private static boolean isSet(WarehouseSettings settings, String property) {
    String sought = property.toLowerCase(Locale.ROOT);
    String options =
        Stream.of(settings.url().split(";"))
            .skip(1)
            .map(option -> option.split("=", 2)[0].strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(";", ";", ";"));
    return options.contains(";" + sought + ";")
        || settings.properties().keySet().stream().anyMatch(sought::equalsIgnoreCase);
  }
}
