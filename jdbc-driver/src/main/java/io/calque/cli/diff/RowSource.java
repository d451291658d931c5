package io.calque.cli.diff;

import io.calque.warehouse.CancelSignal;
import io.calque.warehouse.ParameterSetter;
import io.calque.warehouse.RunOptions;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseColumn;
import io.calque.warehouse.WarehouseCursor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A query with the warehouse that answers it.
 *
 * @param sql in the warehouse's own SQL, without parameters
 * @param labels of its columns as users know them; empty if only the warehouse can tell
 */
public record RowSource(Warehouse warehouse, String sql, List<String> labels) {
  public RowSource {
    labels = List.copyOf(labels);
  }

  /** What its rows have in them, told without running it. */
  List<WarehouseColumn> columns() throws SQLException {
    return warehouse.describeOnce(sql).columns();
  }

  /** The query in the place of a table. */
  String asTable(String alias) {
    return "(" + sql + "\n) AS " + alias;
  }

  /**
   * Reads rows, each as its values, for as long as they are wanted.
   *
   * @param wanted takes a row and says whether to go on
   */
  void read(Predicate<List<Object>> wanted) throws SQLException {
    read(warehouse, sql, values -> values, wanted);
  }

  static <T> void read(
      Warehouse warehouse, String sql, Function<List<Object>, T> reading, Predicate<T> wanted)
      throws SQLException {
    try (WarehouseCursor cursor =
        warehouse.run(sql, ParameterSetter.NONE, new CancelSignal(), RunOptions.NONE)) {
      int columns = cursor.columns().size();
      while (cursor.next()) {
        if (!wanted.test(reading.apply(values(cursor, columns)))) {
          return;
        }
      }
    }
  }

  private static List<Object> values(WarehouseCursor cursor, int columns) throws SQLException {
    try {
      List<Object> values = new ArrayList<>(columns);
      for (int i = 1; i <= columns; i++) {
        values.add(cursor.row().getObject(i));
      }
      return values;
    } catch (SQLException e) {
      throw cursor.unreadable(e);
    }
  }
}
