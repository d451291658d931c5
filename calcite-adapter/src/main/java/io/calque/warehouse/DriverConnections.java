package io.calque.warehouse;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Connections as the warehouse's driver makes them, each on its own. */
final class DriverConnections implements ConnectionSource {
  private final JdbcEngine engine;
  private final WarehouseSettings settings;
  private final Map<String, String> defaults;
  private final Driver driver;
  private final boolean readOnly;

  /**
   * Connections of a warehouse.
   *
   * @param defaults properties of the driver that the user's own go before
   * @param readOnly whether they are to be told that nothing will be written
   */
  DriverConnections(
      JdbcEngine engine,
      WarehouseSettings settings,
      Map<String, String> defaults,
      boolean readOnly) {
    this.engine = engine;
    this.settings = settings;
    this.defaults = withoutThoseInUrl(defaults, settings.url());
    this.readOnly = readOnly;
    this.driver = driverFor(settings);
  }

  /** Some drivers take a property in both places for a mistake. */
  private static Map<String, String> withoutThoseInUrl(Map<String, String> defaults, String url) {
    Map<String, String> others = new HashMap<>(defaults);
    others.keySet().removeIf(name -> url.matches(".*[?&;]" + name + "=.*"));
    return others;
  }

  @Override
  public Connection connect() throws SQLException {
    Connection connection = open(driver, settings, properties());
    try (Statement statement = connection.createStatement()) {
      for (String sql : settings.init()) {
        statement.execute(sql);
      }
      engine.prepare(connection);
      return connection;
    } catch (SQLException | RuntimeException e) {
      closeAfter(e, connection);
      throw e;
    }
  }

  @Override
  public EngineQuery query(Connection connection, String sql, RunOptions options)
      throws SQLException {
    return new JdbcQuery(engine, connection, sql, options.fetchSize());
  }

  @Override
  public boolean isReadOnly() {
    return readOnly;
  }

  @Override
  public void close() {
    // Each connection is the pool's to close.
  }

  /** The driver's properties, credentials among them as they are now. */
  private Properties properties() throws SQLException {
    Properties properties = new Properties();
    properties.putAll(defaults);
    properties.putAll(settings.properties());
    settings.user().ifPresent(user -> properties.setProperty("user", user));
    if (settings.password().isPresent()) {
      properties.setProperty("password", settings.password().get().read());
    }
    return properties;
  }

  static Connection open(Driver driver, WarehouseSettings settings, Properties properties)
      throws SQLException {
    Connection connection = driver.connect(settings.url(), properties);
    if (connection == null) {
      throw noDriver(settings);
    }
    return connection;
  }

  static void closeAfter(Exception failure, Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * The driver of a URL, among those that are registered and those that lie beside Calque on its
   * class path: some tools load each driver with a class loader of its own.
   */
  static Driver driverFor(WarehouseSettings settings) {
    return Stream.concat(
            DriverManager.drivers(),
            ServiceLoader.load(Driver.class, DriverConnections.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get))
        .filter(driver -> accepts(driver, settings.url()))
        .findFirst()
        .orElseThrow(() -> noDriver(settings));
  }

  private static boolean accepts(Driver driver, String url) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException e) {
      org.slf4j.LoggerFactory.getLogger(DriverConnections.class)
          .debug("{} cannot tell whether a URL is its own", driver.getClass().getName(), e);
      return false;
    }
  }

  private static CalqueException noDriver(WarehouseSettings settings) {
    return CalqueException.of(
        ErrorCode.WAREHOUSE_UNREACHABLE,
        "no JDBC driver on the class path takes the warehouse's URL "
            + settings.shownUrl()
            + "; check the URL, and put the warehouse's driver jar beside Calque's");
  }
}
