package io.calque.cli.data;

import io.calque.model.Source;
import io.calque.model.SourceQuery;
import io.calque.model.TableName;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseColumn;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of bridges, asked for once for each bridge. */
final class BridgeColumns {
  private final Warehouse warehouse;
  private final Map<Source, Bridge> known = new HashMap<>();

  BridgeColumns(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * A bridge.
   *
   * @param columns all of its columns
   * @param error why it cannot be read; empty if it can
   */
  record Bridge(List<WarehouseColumn> columns, Optional<String> error) {
    /** The column of that exact name, else the one of that name if case does not count. */
    Optional<WarehouseColumn> column(String name) {
      return Stream.concat(
              columns.stream().filter(column -> column.name().equals(name)),
              columns.stream().filter(column -> column.name().equalsIgnoreCase(name)))
          .findFirst();
    }

    List<String> names() {
      return columns.stream().map(WarehouseColumn::name).toList();
    }
  }

  Bridge of(Source source) {
    return known.computeIfAbsent(source, this::ask);
  }

  private Bridge ask(Source source) {
    String sql =
        source instanceof SourceQuery query
            ? query.sql()
            : "SELECT * FROM " + warehouse.tableNames().table((TableName) source);
    try {
      return new Bridge(warehouse.describe(sql).columns(), Optional.empty());
    } catch (SQLException e) {
      return new Bridge(List.of(), Optional.of(EntityCheck.firstLine(e.getMessage())));
    }
  }
}
