package io.calque.warehouse;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.model.Source;
import io.calque.model.SourceQuery;
import io.calque.model.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A warehouse that can be asked: a pool of connections, and what has been learnt of its tables and
 * of the types of queries. Safe for all threads.
 *
 * <p>Each cursor holds a connection until it is closed. When all are in use, the next query waits
 * for HikariCP's {@code connectionTimeout} and then fails with a message that says so.
 */
public final class Warehouse {
  private static final Logger LOG = LoggerFactory.getLogger(Warehouse.class);

  /** Query shapes that are kept. */
  private static final int SHAPES = 1_000;

  private final WarehouseSettings settings;
  private final WarehouseEngine engine;
  private final ConnectionSource source;
  private final HikariDataSource pool;
  private final CatalogNames names;
  private final Timeouts timeouts = new Timeouts();
  private final LruCache<String, QueryShape> shapes = new LruCache<>(SHAPES);
  private final WarehouseFacts facts = new WarehouseFacts(this);

  private Warehouse(
      WarehouseSettings settings,
      WarehouseEngine engine,
      ConnectionSource source,
      HikariDataSource pool) {
    this.settings = settings;
    this.engine = engine;
    this.source = source;
    this.pool = pool;
    this.names = new CatalogNames(engine.dialect(), this::readCatalog, this::columnsOf);
  }

  /**
   * Connects.
   *
   * @throws CalqueException if the warehouse cannot be reached
   */
  static Warehouse open(WarehouseSettings settings) {
    WarehouseEngine engine = WarehouseEngines.of(settings);
    ConnectionSource source = engine.connections(settings);
    try {
      HikariConfig config = new HikariConfig();
      config.setDataSource(new SourceDataSource(source));
      config.setPoolName("calque-" + engine.dialect().name());
      config.setReadOnly(source.isReadOnly());
      engine.configure(config);
      PoolSettings.apply(settings.pool(), config);
      return new Warehouse(settings, engine, source, new HikariDataSource(config));
    } catch (PoolInitializationException e) {
      source.close();
      if (e.getCause() instanceof SQLException cause) {
        throw unreachable(settings, engine.explain(cause), cause);
      }
      throw unreachable(settings, new WarehouseError("08001", String.valueOf(e.getMessage())), e);
    } catch (SQLException e) {
      source.close();
      throw unreachable(settings, engine.explain(e), e);
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  static CalqueException unreachable(
      WarehouseSettings settings, WarehouseError error, Exception cause) {
    return CalqueException.of(
        ErrorCode.WAREHOUSE_UNREACHABLE,
        "the warehouse %s cannot be reached: %s"
            .formatted(settings.shownUrl(), settings.withoutOwnSecrets(error.text())),
        cause);
  }

  public WarehouseDialect dialect() {
    return engine.dialect();
  }

  /** The names of its tables and columns, read when first asked for. */
  public TableNames tableNames() {
    return names;
  }

  /**
   * The columns of a table or query in order, in the warehouse's case; empty if it has no such
   * table, or refuses the query.
   */
  public Optional<List<String>> columns(Source source) {
    return names.columns(source);
  }

  /** A column of a table or query; empty if there is none, or the warehouse cannot tell. */
  public Optional<WarehouseColumn> column(Source source, String column) {
    String from =
        source instanceof TableName table
            ? names.table(table)
            : "(" + ((SourceQuery) source).sql() + "\n) AS t";
    try {
      return describe("SELECT " + names.column(source, column) + " FROM " + from).columns().stream()
          .findFirst();
    } catch (SQLException e) {
      LOG.debug("The type of {} of {} is not known", column, source, e);
      return Optional.empty();
    }
  }

  private Optional<List<String>> columnsOf(SourceQuery query) {
    try {
      return Optional.of(
          describe(query.sql()).columns().stream().map(WarehouseColumn::name).toList());
    } catch (SQLException e) {
      LOG.warn("The columns of a query of the model are not known: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Whether its catalog has that table, as far as the catalog can be read. */
  public boolean hasTable(TableName name) {
    return names.has(name);
  }

  /**
   * A column of a table with what its catalog tells without a question for each: whether it may be
   * NULL, and in some warehouses its type; empty if there is no such column.
   */
  public Optional<WarehouseColumn> catalogColumn(TableName table, String column) {
    return names.catalogColumn(table, column);
  }

  /**
   * The tables and views of its own catalog with their keys; asked for each time.
   *
   * @param schemas those that are wanted, whatever the case; if empty, all but the warehouse's own
   * @throws WarehouseException if the catalog cannot be read
   */
  public List<DeclaredTable> declaredTables(List<String> schemas) throws SQLException {
    try (Connection connection = borrow()) {
      return engine.declaredTables(connection, schemas);
    } catch (WarehouseException e) {
      throw e;
    } catch (SQLException e) {
      throw refused(null, e);
    }
  }

  /**
   * What helps it to find rows of those tables; empty if it has no indexes that joins use. Tables
   * that it does not have, and views, are missing.
   */
  public Optional<Map<TableName, TableAids>> aids(Collection<TableName> tables)
      throws SQLException {
    Optional<Map<List<String>, TableAids>> all = facts.ask(engine::aids, Optional.empty());
    return all.map(
        byName -> {
          Map<TableName, TableAids> found = new HashMap<>();
          for (TableName table : tables) {
            names.inCatalog(table).map(byName::get).ifPresent(aids -> found.put(table, aids));
          }
          return found;
        });
  }

  /** What it tells of itself. */
  public WarehouseFacts facts() {
    return facts;
  }

  /** Its URL, without credentials. */
  public String shownUrl() {
    return settings.shownUrl();
  }

  /**
   * Whether it answers within that time; zero means no limit. When all connections are in use it is
   * asked on one more: that others are busy says nothing of the warehouse.
   */
  public boolean answers(Duration within) throws SQLException {
    if (within.isZero()) {
      return answersNow(0);
    }
    FutureTask<Boolean> question =
        new FutureTask<>(() -> answersNow((int) Math.min(Integer.MAX_VALUE, within.toSeconds())));
    Thread thread = new Thread(question, "calque-asks");
    thread.setDaemon(true);
    thread.start();
    try {
      return question.get(within.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      question.cancel(true);
      return false;
    } catch (InterruptedException e) {
      question.cancel(true);
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private boolean answersNow(int seconds) throws SQLException {
    HikariPoolMXBean state = pool.getHikariPoolMXBean();
    boolean isExhausted =
        state.getIdleConnections() == 0 && state.getTotalConnections() >= pool.getMaximumPoolSize();
    try (Connection connection = isExhausted ? source.connect() : borrow()) {
      return connection.isValid(seconds);
    }
  }

  /**
   * What a query returns and takes, without running it; kept for the next who asks.
   *
   * @throws WarehouseException if the warehouse refuses the query
   */
  public QueryShape describe(String sql) throws SQLException {
    QueryShape known = shapes.get(sql);
    if (known != null) {
      return known;
    }
    QueryShape shape = describeOnce(sql);
    shapes.put(sql, shape);
    return shape;
  }

  /**
   * What a query returns and takes, without running it, and without keeping the answer.
   *
   * @throws WarehouseException if the warehouse refuses the query
   */
  public QueryShape describeOnce(String sql) throws SQLException {
    try (Connection connection = borrow()) {
      return engine.describe(connection, sql);
    } catch (WarehouseException e) {
      throw e;
    } catch (SQLException e) {
      throw refused(sql, e);
    }
  }

  /**
   * Runs a query. Returns when the first rows are there, or it is known that there are none.
   *
   * @param sql in the warehouse's own SQL
   * @throws WarehouseException if the warehouse refuses or fails
   * @throws java.sql.SQLTimeoutException if the time is up
   */
  public WarehouseCursor run(
      String sql, ParameterSetter parameters, CancelSignal signal, RunOptions options)
      throws SQLException {
    return WarehouseCursor.run(this, sql, parameters, signal, options);
  }

  /** A query made ready on a connection of the pool. */
  EngineQuery query(Connection connection, String sql, RunOptions options) throws SQLException {
    return source.query(connection, sql, options);
  }

  /** Ends what a connection does with the connection itself, which comes back to no pool. */
  void giveUp(Connection connection) throws SQLException {
    connection.abort(Runnable::run);
    pool.evictConnection(connection);
  }

  WarehouseEngine engine() {
    return engine;
  }

  Timeouts timeouts() {
    return timeouts;
  }

  Connection borrow() throws SQLException {
    try {
      return pool.getConnection();
    } catch (SQLTransientConnectionException e) {
      int most = pool.getMaximumPoolSize();
      if (e.getCause() == null && pool.getHikariPoolMXBean().getActiveConnections() >= most) {
        throw new WarehouseException(
            ("all %d connections to the warehouse stayed in use for %d ms; close result sets and"
                    + " statements that are done, or raise warehouse.pool.maximumPoolSize in"
                    + " calque.yml")
                .formatted(most, pool.getConnectionTimeout()),
            "53300",
            null,
            e);
      }
      throw lost(e.getCause() instanceof SQLException cause ? cause : e);
    } catch (SQLException e) {
      throw lost(e);
    }
  }

  private WarehouseException lost(SQLException cause) {
    return new WarehouseException(
        "the warehouse %s gives no connection: %s"
            .formatted(shownUrl(), settings.withoutOwnSecrets(engine.explain(cause).text())),
        "08001",
        null,
        cause);
  }

  /** What the warehouse said of a query, as the user should see it. */
  WarehouseException refused(String sql, SQLException cause) {
    WarehouseError error = explain(cause);
    return new WarehouseException(
        "the warehouse (%s) says: %s"
            .formatted(dialect().name(), settings.withoutOwnSecrets(error.text())),
        error.sqlState(),
        sql,
        cause);
  }

  /** Where credentials go with each query, those of open connections can become too old. */
  WarehouseError explain(SQLException cause) {
    WarehouseError error = engine.explain(cause);
    if (error.sqlState().startsWith("28")) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
    return error;
  }

  private List<CatalogTable> readCatalog(TableScope scope) {
    try (Connection connection = borrow()) {
      return engine.tables(connection, scope);
    } catch (SQLException e) {
      WarehouseError error = explain(e);
      if (error.sqlState().startsWith("08")) {
        throw unreachable(settings, error, e);
      }
      throw CalqueException.of(
          ErrorCode.WAREHOUSE_ERROR,
          "the warehouse's catalog cannot be read: " + settings.withoutOwnSecrets(error.text()),
          e);
    }
  }

  void close() {
    timeouts.close();
    pool.close();
    source.close();
  }
}
