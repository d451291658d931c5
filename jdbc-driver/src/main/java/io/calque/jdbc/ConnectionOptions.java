package io.calque.jdbc;

import io.calque.schema.SemanticSchema;
import java.sql.ClientInfoStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executor;

/** What users may set on a connection, and its warnings. Safe for all threads. */
final class ConnectionOptions {
  private static final Set<Integer> TYPES =
      Set.of(
          ResultSet.TYPE_FORWARD_ONLY,
          ResultSet.TYPE_SCROLL_INSENSITIVE,
          ResultSet.TYPE_SCROLL_SENSITIVE);
  private static final Set<Integer> CONCURRENCIES =
      Set.of(ResultSet.CONCUR_READ_ONLY, ResultSet.CONCUR_UPDATABLE);
  private static final Set<Integer> HOLDABILITIES =
      Set.of(ResultSet.HOLD_CURSORS_OVER_COMMIT, ResultSet.CLOSE_CURSORS_AT_COMMIT);
  private static final Set<Integer> ISOLATIONS =
      Set.of(
          Connection.TRANSACTION_NONE,
          Connection.TRANSACTION_READ_UNCOMMITTED,
          Connection.TRANSACTION_READ_COMMITTED,
          Connection.TRANSACTION_REPEATABLE_READ,
          Connection.TRANSACTION_SERIALIZABLE);

  private final ClientInfo clientInfo = new ClientInfo();
  private volatile boolean autoCommit = true;
  private volatile String schema = SemanticSchema.ENTITIES;
  private volatile int networkTimeoutMillis;
  private SQLWarning warnings;

  synchronized SQLWarning warnings() {
    return warnings;
  }

  synchronized void clearWarnings() {
    warnings = null;
  }

  synchronized void warn(String text) {
    SQLWarning warning = new SQLWarning(text, "01000");
    if (warnings == null) {
      warnings = warning;
    } else {
      warnings.setNextWarning(warning);
    }
  }

  /** Checks what is wished of a statement's results, and warns of what they will not be. */
  void downgrade(int type, int concurrency, int holdability) throws SQLException {
    requireOneOf(TYPES, type, "type of result set");
    requireOneOf(CONCURRENCIES, concurrency, "concurrency of a result set");
    requireOneOf(HOLDABILITIES, holdability, "holdability of a result set");
    if (type != ResultSet.TYPE_FORWARD_ONLY) {
      warn("results are not scrollable: this statement's are read forward, once");
    }
    if (concurrency != ResultSet.CONCUR_READ_ONLY) {
      warn("results are not updatable: this statement's are read-only");
    }
    if (holdability != ResultSet.HOLD_CURSORS_OVER_COMMIT) {
      warn("results are not closed by a commit");
    }
  }

  private static void requireOneOf(Set<Integer> known, int value, String what) throws SQLException {
    if (!known.contains(value)) {
      throw new SQLException(value + " is no " + what, "22023");
    }
  }

  static void requireHoldability(int holdability) throws SQLException {
    requireOneOf(HOLDABILITIES, holdability, "holdability");
    if (holdability != ResultSet.HOLD_CURSORS_OVER_COMMIT) {
      throw SqlErrors.unsupported("results are not closed by a commit");
    }
  }

  void requestIsolation(int level) throws SQLException {
    requireOneOf(ISOLATIONS, level, "transaction isolation");
    if (level != Connection.TRANSACTION_NONE) {
      warn(
          "there are no transactions, as nothing is written; the isolation stays TRANSACTION_NONE");
    }
  }

  boolean isAutoCommit() {
    return autoCommit;
  }

  void setAutoCommit(boolean newAutoCommit) {
    autoCommit = newAutoCommit;
  }

  String schema() {
    return schema;
  }

  /** Null means the default one. */
  void setSchema(String wanted, List<String> schemas) throws SQLException {
    String name = wanted == null ? SemanticSchema.ENTITIES : wanted;
    schema =
        schemas.stream()
            .filter(name::equalsIgnoreCase)
            .findFirst()
            .orElseThrow(
                () ->
                    new SQLException(
                        "there is no schema " + name + "; there are " + String.join(", ", schemas),
                        "3F000"));
  }

  int networkTimeoutMillis() {
    return networkTimeoutMillis;
  }

  void setNetworkTimeoutMillis(Executor executor, int milliseconds) throws SQLException {
    if (executor == null) {
      throw new SQLException("setNetworkTimeout needs an executor", "22004");
    }
    Execution.notNegative("time-out", milliseconds);
    networkTimeoutMillis = milliseconds;
  }

  ClientInfo clientInfo() {
    return clientInfo;
  }

  /** What is not known is answered by a warning, as JDBC wants it. */
  void setClientInfo(String name, String value) throws SQLClientInfoException {
    if (name == null) {
      throw new SQLClientInfoException("the property has no name", "22004", Map.of());
    }
    ClientInfo.known(name)
        .ifPresentOrElse(
            known -> clientInfo.set(known, value),
            () -> warn("there is no client info property " + name));
  }

  void setClientInfo(Properties info) throws SQLClientInfoException {
    if (info == null) {
      Map<String, ClientInfoStatus> failed = new HashMap<>();
      throw new SQLClientInfoException("there are no properties", "22004", failed);
    }
    for (List<Object> row : ClientInfo.rows()) {
      clientInfo.set((String) row.get(0), null);
    }
    for (String name : info.stringPropertyNames()) {
      setClientInfo(name, info.getProperty(name));
    }
  }
}
