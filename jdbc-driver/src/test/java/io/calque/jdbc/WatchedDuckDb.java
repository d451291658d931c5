package io.calque.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;

/**
 * DuckDB as a warehouse that Calque knows nothing special of: every call goes straight to its
 * driver, and is written down.
 */
final class WatchedDuckDb implements Driver, AutoCloseable {
  static final String PREFIX = "jdbc:watched:";

  private static final Set<String> QUESTIONS =
      Set.of("prepareStatement", "createStatement", "getMetaData");

  private final List<String> onConnections = new CopyOnWriteArrayList<>();
  private final List<String> onStatements = new CopyOnWriteArrayList<>();

  private WatchedDuckDb() {}

  /** Puts one into {@code DriverManager}, until it is closed. */
  static WatchedDuckDb register() throws SQLException {
    WatchedDuckDb watched = new WatchedDuckDb();
    DriverManager.registerDriver(watched);
    return watched;
  }

  /** How often connections were asked for what goes to the warehouse. */
  int questions() {
    return (int) onConnections.stream().filter(QUESTIONS::contains).count();
  }

  /** What was called on prepared statements, as {@code name[arguments]}. */
  List<String> onStatements() {
    return onStatements;
  }

  @Override
  public void close() throws SQLException {
    DriverManager.deregisterDriver(this);
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    return acceptsURL(url)
        ? watched(
            Connection.class,
            DriverManager.getConnection("jdbc:duckdb:" + url.substring(PREFIX.length()), info))
        : null;
  }

  private <T> T watched(Class<T> type, Object watched) {
    return type.cast(
        Proxy.newProxyInstance(
            WatchedDuckDb.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (type == Connection.class) {
                onConnections.add(method.getName());
              } else {
                onStatements.add(method.getName() + Arrays.toString(arguments));
              }
              try {
                Object result = method.invoke(watched, arguments);
                return method.getReturnType() == PreparedStatement.class
                    ? watched(PreparedStatement.class, result)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(PREFIX);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
