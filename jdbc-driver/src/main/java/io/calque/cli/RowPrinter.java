package io.calque.cli;

import io.calque.cli.RowWriter.Column;
import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Carries rows from a result to a writer, one at a time. */
final class RowPrinter {
  private static final Set<Integer> NUMBERS =
      Set.of(
          Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE,
          Types.DECIMAL,
          Types.NUMERIC);

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

  private static List<Column> columns(ResultSetMetaData metaData) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      columns.add(
          new Column(metaData.getColumnLabel(i), NUMBERS.contains(metaData.getColumnType(i))));
    }
    return columns;
  }
}
