package io.calque.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Ways to read a row of {@link Wide}. */
enum Getters {
  TYPED(
      "getLong, getDouble, getString",
      Wide.ALL,
      rows ->
          rows.getLong(1)
              + rows.getLong(2)
              + (long) rows.getDouble(3)
              + rows.getString(4).length()
              + rows.getString(5).length()),
  LABELS(
      "the same by label",
      Wide.ALL,
      rows ->
          rows.getLong("id")
              + rows.getLong("code")
              + (long) rows.getDouble("amount")
              + rows.getString("name").length()
              + rows.getString("city").length()),
  OBJECTS("getObject", Wide.ALL, rows -> eachOfFive(i -> rows.getObject(i).hashCode())),
  STRINGS("getString", Wide.ALL, rows -> eachOfFive(i -> rows.getString(i).length())),
  CLASSES(
      "getObject(…, Class)",
      Wide.ALL,
      rows ->
          rows.getObject(1, Long.class)
              + rows.getObject(2, Long.class)
              + rows.getObject(3, Double.class).longValue()
              + rows.getObject(4, String.class).length()
              + rows.getObject(5, String.class).length()),
  PRIMITIVES(
      "getLong, getLong, getDouble",
      "SELECT id, code, amount FROM wide",
      rows -> rows.getLong(1) + rows.getLong(2) + (long) rows.getDouble(3));

  /** Reads the current row. */
  @FunctionalInterface
  private interface RowReader {
    long read(ResultSet rows) throws SQLException;
  }

  /** Reads a column. */
  @FunctionalInterface
  private interface ColumnReader {
    long read(int column) throws SQLException;
  }

  /** For the table. */
  final String label;

  private final String sql;
  private final RowReader reader;

  Getters(String label, String sql, RowReader reader) {
    this.label = label;
    this.sql = sql;
    this.reader = reader;
  }

  private static long eachOfFive(ColumnReader reader) throws SQLException {
    long sum = 0;
    for (int i = 1; i <= 5; i++) {
      sum += reader.read(i);
    }
    return sum;
  }

  /** Reads all rows; the sum tells whether they were the same ones. */
  long sum(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(Wide.FETCH_SIZE);
      try (ResultSet rows = statement.executeQuery(sql)) {
        long sum = 0;
        while (rows.next()) {
          sum += reader.read(rows);
        }
        return sum;
      }
    }
  }

  /** Times of two sides that give the same sum. */
  Pairs measure(Effort effort, Connection calque, Connection rival) throws Exception {
    long ours = sum(calque);
    long theirs = sum(rival);
    if (ours != theirs) {
      throw new OtherRowsException("%s: %d, not %d".formatted(sql, theirs, ours));
    }
    return Pairs.measure(effort, () -> sum(calque), () -> sum(rival));
  }
}
