package io.calque.project;

import io.calque.model.TableName;
import io.calque.warehouse.CancelSignal;
import io.calque.warehouse.ParameterSetter;
import io.calque.warehouse.RunOptions;
import io.calque.warehouse.StoredTables;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseColumn;
import io.calque.warehouse.WarehouseCursor;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the stored tables of a warehouse: at its catalog, and at one value of each. */
final class WarehouseStoredTables implements StoredTables {
  private static final Logger LOG = LoggerFactory.getLogger(WarehouseStoredTables.class);

  private final Warehouse warehouse;

  WarehouseStoredTables(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public Standing look(TableName name, String definition, String fingerprint) {
    try {
      Map<String, WarehouseColumn> present = new HashMap<>();
      String table = warehouse.tableNames().table(name);
      columns(table).forEach(column -> present.put(lower(column.name()), column));
      Map<String, WarehouseColumn> found = new HashMap<>();
      Map<String, String> casts = new HashMap<>();
      for (WarehouseColumn wanted : warehouse.describeOnce(definition).columns()) {
        WarehouseColumn column = present.get(lower(wanted.name()));
        if (column == null) {
          return new Standing.Unusable("%s has no column %s".formatted(name, wanted.name()));
        }
        if (!isOfType(column, wanted) && isWider(column, wanted, table)) {
          casts.put(lower(wanted.name()), wanted.typeName());
        } else if (!isOfType(column, wanted)) {
          return new Standing.Unusable(
              "column %s of %s is %s and should be %s"
                  .formatted(wanted.name(), name, type(column), type(wanted)));
        }
        found.put(lower(wanted.name()), wanted);
      }
      WarehouseColumn mark = present.get(DEFINITION_COLUMN);
      return mark == null || isFilledBy(fingerprint, table, mark)
          ? new Standing.Usable(found, casts)
          : new Standing.Unusable(
              name + " was filled by another definition; calque materialize fills it anew");
    } catch (SQLException e) {
      if (!warehouse.hasTable(name)) {
        return new Standing.Unusable(
            "there is no table " + name + "; calque materialize builds it");
      }
      LOG.warn("The pre-aggregated table {} cannot be read", name, e);
      return new Standing.Unusable("%s cannot be read: %s".formatted(name, e.getMessage()));
    }
  }

  /**
   * The columns as they are now. Each look has a text of its own: PostgreSQL refuses one whose
   * columns have changed since the connection was first asked for them.
   */
  private List<WarehouseColumn> columns(String table) throws SQLException {
    String alias = "t" + Long.toHexString(System.nanoTime());
    return warehouse
        .describeOnce("SELECT %1$s.* FROM %2$s AS %1$s".formatted(alias, table))
        .columns();
  }

  /**
   * Whether a column holds the same values in a type without the bounds of the wanted one, to which
   * it can be cast: some warehouses store no lengths of texts, and every moment to the microsecond.
   */
  private boolean isWider(WarehouseColumn column, WarehouseColumn wanted, String table)
      throws SQLException {
    boolean isSuch =
        switch (wanted.jdbcType()) {
          case Types.VARCHAR, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> true;
          default -> false;
        };
    if (!isSuch || column.jdbcType() != wanted.jdbcType()) {
      return false;
    }
    String sql =
        "SELECT CAST(%s AS %s) AS c FROM %s"
            .formatted(warehouse.dialect().identifier(column.name()), wanted.typeName(), table);
    return isOfType(warehouse.describeOnce(sql).columns().get(0), wanted);
  }

  private static boolean isOfType(WarehouseColumn column, WarehouseColumn wanted) {
    return column.jdbcType() == wanted.jdbcType()
        && column.typeName().equals(wanted.typeName())
        && column.precision() == wanted.precision()
        && column.scale() == wanted.scale();
  }

  private static String type(WarehouseColumn column) {
    return column.precision() > 0 && column.jdbcType() == Types.DECIMAL
        ? "%s(%d,%d)".formatted(column.typeName(), column.precision(), column.scale())
        : column.typeName();
  }

  /** An empty table says nothing, and is the same by any definition that gives no rows. */
  private boolean isFilledBy(String fingerprint, String table, WarehouseColumn mark)
      throws SQLException {
    String column = warehouse.dialect().identifier(mark.name());
    String sql = "SELECT MIN(%1$s), MAX(%1$s) FROM %2$s".formatted(column, table);
    try (WarehouseCursor rows =
        warehouse.run(sql, ParameterSetter.NONE, new CancelSignal(), RunOptions.NONE)) {
      rows.next();
      String least = rows.row().getString(1);
      return least == null
          || least.equals(fingerprint) && fingerprint.equals(rows.row().getString(2));
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
