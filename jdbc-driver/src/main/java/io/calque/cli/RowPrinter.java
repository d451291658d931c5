package io.calque.cli;

import io.calque.cli.RowWriter.Column;
import io.calque.model.DataType;
import io.calque.warehouse.WarehouseColumn;
import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Carries rows from a result to a writer, one at a time. */
final class RowPrinter {
  /** Asking a stream whether its reader is still there flushes it, so it is not asked each time. */
  private static final long ROWS_BETWEEN_CHECKS = 1_000;

  private RowPrinter() {}

  /**
   * Prints all rows that are left; stops early, and quietly, once nobody reads them any more, as
   * after {@code | head}.
   *
   * @return how many rows were printed
   */
  static long print(ResultSet rows, OutputFormat format, PrintStream out) throws SQLException {
    RowWriter writer = format.writer(out);
    List<Column> columns = columns(rows.getMetaData());
    writer.columns(columns);
    long count = 0;
    while (rows.next()) {
      List<Object> values = new ArrayList<>(columns.size());
      for (int i = 1; i <= columns.size(); i++) {
        values.add(rows.getObject(i));
      }
      writer.row(values);
      count++;
      if (count % ROWS_BETWEEN_CHECKS == 0 && out.checkError()) {
        return count;
      }
    }
    writer.end();
    return count;
  }

  private static boolean isNumber(int type) {
    return WarehouseColumn.dataType(type).filter(DataType.NUMBER::equals).isPresent();
  }

  private static List<Column> columns(ResultSetMetaData metaData) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      columns.add(new Column(metaData.getColumnLabel(i), isNumber(metaData.getColumnType(i))));
    }
    return columns;
  }
}
