package io.calque.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.ShardingKeyBuilder;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections of one project, configured as a bean. Either {@code url} or {@code model} has to be
 * set; the other properties are those of the URL, which count less than what the URL itself says.
 *
 * <p>Connections are cheap, so that no pool is needed; under one it works as any other.
 */
public class CalqueDataSource implements DataSource {
  private final Map<ConnectionProperty, String> values = new EnumMap<>(ConnectionProperty.class);
  private final Driver driver;
  private String url;
  private String description = "";
  private PrintWriter logWriter;
  private int loginTimeout;

  public CalqueDataSource() {
    this(new Driver());
  }

  CalqueDataSource(Driver driver) {
    this.driver = driver;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return connect(new Properties());
  }

  /** A connection with the warehouse's user and password instead of those that are set. */
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    Properties given = new Properties();
    put(given, ConnectionProperty.USER, user);
    put(given, ConnectionProperty.PASSWORD, password);
    return connect(given);
  }

  private Connection connect(Properties given) throws SQLException {
    Properties info = new Properties();
    synchronized (this) {
      values.forEach((property, value) -> put(info, property, value));
    }
    info.putAll(given);
    String target = getUrl() == null ? CalqueUrl.PREFIX : getUrl();
    Connection connection = driver.connect(target, info);
    if (connection == null) {
      throw new SQLException(
          "the data source's URL has to begin with " + CalqueUrl.PREFIX, "08001");
    }
    return connection;
  }

  private static void put(Properties info, ConnectionProperty property, String value) {
    if (value != null) {
      info.setProperty(property.key(), value);
    }
  }

  private synchronized String get(ConnectionProperty property) {
    return values.get(property);
  }

  private synchronized void set(ConnectionProperty property, String value) {
    if (value == null) {
      values.remove(property);
    } else {
      values.put(property, value);
    }
  }

  /** The whole {@code jdbc:calque:} URL, or null. */
  public synchronized String getUrl() {
    return url;
  }

  public synchronized void setUrl(String url) {
    this.url = url;
  }

  /** The project: a folder, its calque.yml or a model file; or null. */
  public String getModel() {
    return get(ConnectionProperty.MODEL);
  }

  public void setModel(String model) {
    set(ConnectionProperty.MODEL, model);
  }

  /** The warehouse's JDBC URL instead of the one in calque.yml; or null. */
  public String getWarehouse() {
    return get(ConnectionProperty.WAREHOUSE);
  }

  public void setWarehouse(String warehouse) {
    set(ConnectionProperty.WAREHOUSE, warehouse);
  }

  /** The Lynk domain whose features override the default ones; or null. */
  public String getDomain() {
    return get(ConnectionProperty.DOMAIN);
  }

  public void setDomain(String domain) {
    set(ConnectionProperty.DOMAIN, domain);
  }

  /** How the tables of a DefraDB schema are called; or null. */
  public String getTables() {
    return get(ConnectionProperty.TABLES);
  }

  public void setTables(String tables) {
    set(ConnectionProperty.TABLES, tables);
  }

  /** How the foreign keys of a DefraDB schema are called; or null. */
  public String getForeignKeys() {
    return get(ConnectionProperty.FOREIGN_KEYS);
  }

  public void setForeignKeys(String foreignKeys) {
    set(ConnectionProperty.FOREIGN_KEYS, foreignKeys);
  }

  /** Whether to connect although the model has errors. */
  public boolean isLenient() {
    return Boolean.parseBoolean(get(ConnectionProperty.LENIENT));
  }

  public void setLenient(boolean lenient) {
    set(ConnectionProperty.LENIENT, String.valueOf(lenient));
  }

  /** Whether pre-aggregated tables may answer queries: on or off; or null. */
  public String getAggregates() {
    return get(ConnectionProperty.AGGREGATES);
  }

  public void setAggregates(String aggregates) {
    set(ConnectionProperty.AGGREGATES, aggregates);
  }

  /** Whether metadata lists metrics as columns. */
  public boolean isMetricColumns() {
    return !"false".equalsIgnoreCase(get(ConnectionProperty.METRIC_COLUMNS));
  }

  public void setMetricColumns(boolean metricColumns) {
    set(ConnectionProperty.METRIC_COLUMNS, String.valueOf(metricColumns));
  }

  /** The warehouse's user; or null. */
  public String getUser() {
    return get(ConnectionProperty.USER);
  }

  public void setUser(String user) {
    set(ConnectionProperty.USER, user);
  }

  /** Whoever configures a data source may not read the password back. */
  public void setPassword(String password) {
    set(ConnectionProperty.PASSWORD, password);
  }

  /** For people; of no effect. */
  public synchronized String getDescription() {
    return description;
  }

  public synchronized void setDescription(String description) {
    this.description = description;
  }

  @Override
  public synchronized PrintWriter getLogWriter() {
    return logWriter;
  }

  /** Kept, but nothing is written there: the driver logs to {@link #getParentLogger}. */
  @Override
  public synchronized void setLogWriter(PrintWriter out) {
    logWriter = out;
  }

  @Override
  public synchronized int getLoginTimeout() {
    return loginTimeout;
  }

  /** Kept; how long to wait for a warehouse's connection is set in calque.yml, under pool. */
  @Override
  public synchronized void setLoginTimeout(int seconds) throws SQLException {
    Execution.notNegative("time-out", seconds);
    loginTimeout = seconds;
  }

  @Override
  public Logger getParentLogger() {
    return driver.getParentLogger();
  }

  @Override
  public ConnectionBuilder createConnectionBuilder() throws SQLException {
    throw SqlErrors.unsupported("there are no shards; use getConnection");
  }

  @Override
  public ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
    throw SqlErrors.unsupported("there are no shards");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return SqlErrors.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type != null && type.isInstance(this);
  }
}
