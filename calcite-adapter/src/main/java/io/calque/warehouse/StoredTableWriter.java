package io.calque.warehouse;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.model.DataType;
import io.calque.model.SourceQuery;
import io.calque.model.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Builds and refreshes stored tables: the one thing in Calque that writes to a warehouse, over a
 * connection of its own. It never touches a table that it did not make, which it tells by the
 * column {@link StoredTables#DEFINITION_COLUMN}.
 */
public final class StoredTableWriter implements AutoCloseable {
  private static final String NEW = "_calque_new";
  private static final String OLD = "_calque_old";

  private final WarehouseSettings settings;
  private final WarehouseEngine engine;
  private final ConnectionSource source;
  private final Connection connection;
  private final CatalogNames names;

  private StoredTableWriter(
      WarehouseSettings settings,
      WarehouseEngine engine,
      ConnectionSource source,
      Connection connection) {
    this.settings = settings;
    this.engine = engine;
    this.source = source;
    this.connection = connection;
    this.names = new CatalogNames(engine.dialect(), this::catalog, this::columns);
  }

  /**
   * A table to be filled.
   *
   * @param name where
   * @param definition the query whose rows it is to hold
   * @param fingerprint what tells the definition from others
   * @param columns of the query, in order
   */
  public record Table(TableName name, String definition, String fingerprint, List<String> columns) {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Connects, for writing.
   *
   * @throws CalqueException if the warehouse cannot be reached
   */
  public static StoredTableWriter open(WarehouseSettings settings) {
    WarehouseEngine engine = WarehouseEngines.of(settings);
    ConnectionSource source = engine.connections(engine.forWriting(settings));
    try {
      return new StoredTableWriter(settings, engine, source, source.connect());
    } catch (SQLException e) {
      source.close();
      throw Warehouse.unreachable(settings, engine.explain(e), e);
    }
  }

  public WarehouseDialect dialect() {
    return engine.dialect();
  }

  /** The names of the warehouse's tables and columns. */
  public TableNames tableNames() {
    return names;
  }

  /**
   * What {@link #fill} would run now.
   *
   * @throws CalqueException if the table is somebody else's
   */
  public List<String> statements(Table table) throws SQLException {
    boolean exists = isOwn(table.name());
    String name = names.table(table.name());
    if (!exists) {
      return List.of(create(name, table));
    }
    if (engine.hasTransactionalTables()) {
      return hasColumnsOf(table, name)
          ? List.of("DELETE FROM " + name, insert(name, table))
          : List.of("DROP TABLE " + name, create(name, table));
    }
    List<String> statements = new ArrayList<>();
    String fresh = names.table(beside(table.name(), NEW));
    String old = names.table(beside(table.name(), OLD));
    if (isOwn(beside(table.name(), NEW))) {
      statements.add("DROP TABLE " + fresh);
    }
    if (isOwn(beside(table.name(), OLD))) {
      statements.add("DROP TABLE " + old);
    }
    statements.add(create(fresh, table));
    statements.add("ALTER TABLE %s RENAME TO %s".formatted(name, old));
    statements.add("ALTER TABLE %s RENAME TO %s".formatted(fresh, name));
    statements.add("DROP TABLE " + old);
    return statements;
  }

  /**
   * Builds or refreshes a table: in one transaction where the warehouse can; else what is there is
   * replaced by what was built beside it.
   *
   * @return how many rows it has
   * @throws CalqueException if the table is somebody else's, or the warehouse refuses
   */
  public long fill(Table table) throws SQLException {
    List<String> statements = statements(table);
    boolean inTransaction = engine.hasTransactionalTables();
    try {
      connection.setAutoCommit(!inTransaction);
      for (String sql : statements) {
        execute(sql);
      }
      if (inTransaction) {
        connection.commit();
      }
      return rows(names.table(table.name()));
    } catch (SQLException e) {
      if (inTransaction) {
        connection.rollback();
      }
      throw CalqueException.of(
          ErrorCode.WAREHOUSE_ERROR,
          "%s cannot be filled: %s"
              .formatted(table.name(), settings.withoutOwnSecrets(engine.explain(e).text())),
          e);
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long rows(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static TableName beside(TableName name, String suffix) {
    List<String> parts = new ArrayList<>(name.parts());
    parts.set(parts.size() - 1, name.last() + suffix);
    return new TableName(parts);
  }

  private String create(String name, Table table) {
    return "CREATE TABLE %s AS %s".formatted(name, select(table));
  }

  private String insert(String name, Table table) {
    List<String> columns = new ArrayList<>(table.columns());
    columns.add(StoredTables.DEFINITION_COLUMN);
    return "INSERT INTO %s (%s) %s"
        .formatted(
            name,
            String.join(", ", columns.stream().map(c -> names.column(table.name(), c)).toList()),
            select(table));
  }

  private String select(Table table) {
    return "SELECT %s, CAST(%s AS %s) AS %s FROM (%s) AS d"
        .formatted(
            String.join(
                ", ", table.columns().stream().map(c -> "d." + dialect().identifier(c)).toList()),
            dialect().stringLiteral(table.fingerprint()),
            dialect().castType(DataType.STRING),
            StoredTables.DEFINITION_COLUMN,
            table.definition());
  }

  /** Whether there is such a table; it is then one of these. */
  private boolean isOwn(TableName name) {
    Optional<List<String>> columns = names.columns(name);
    if (columns.isPresent()
        && columns.get().stream().noneMatch(StoredTables.DEFINITION_COLUMN::equalsIgnoreCase)) {
      throw CalqueException.of(
          ErrorCode.WAREHOUSE_ERROR,
          ("the table %s is there already, and not made by calque materialize, as it has no column"
                  + " %s; drop it, or name another table")
              .formatted(name, StoredTables.DEFINITION_COLUMN));
    }
    return columns.isPresent();
  }

  /** Whether rows of the definition can take the place of those in the table. */
  private boolean hasColumnsOf(Table table, String name) throws SQLException {
    List<WarehouseColumn> present = engine.describe(connection, "SELECT * FROM " + name).columns();
    List<WarehouseColumn> wanted = engine.describe(connection, select(table)).columns();
    return present.stream()
        .map(StoredTableWriter::shape)
        .toList()
        .equals(wanted.stream().map(StoredTableWriter::shape).toList());
  }

  private static String shape(WarehouseColumn column) {
    return "%s %s(%d,%d)"
        .formatted(
            column.name().toLowerCase(Locale.ROOT),
            column.typeName(),
            column.precision(),
            column.scale());
  }

  private List<CatalogTable> catalog(TableScope scope) {
    try {
      return engine.tables(connection, scope);
    } catch (SQLException e) {
      throw CalqueException.of(
          ErrorCode.WAREHOUSE_ERROR,
          "the warehouse's catalog cannot be read: "
              + settings.withoutOwnSecrets(engine.explain(e).text()),
          e);
    }
  }

  private Optional<List<String>> columns(SourceQuery query) {
    try {
      return Optional.of(
          engine.describe(connection, query.sql()).columns().stream()
              .map(WarehouseColumn::name)
              .toList());
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      connection.close();
    } finally {
      source.close();
    }
  }
}
