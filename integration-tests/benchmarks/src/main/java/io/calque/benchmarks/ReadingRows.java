package io.calque.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A long result, read by each kind of getter. */
final class ReadingRows implements Benchmark {
  private static final String ALL = "SELECT id, code, amount, name, city FROM wide";
  private static final String PRIMITIVES = "SELECT id, code, amount FROM wide";

  /** Reads the current row. */
  @FunctionalInterface
  private interface RowReader {
    long read(ResultSet rows) throws SQLException;
  }

  /** Over all five columns. */
  private static Map<String, RowReader> mixed() {
    Map<String, RowReader> readers = new LinkedHashMap<>();
    readers.put(
        "getLong, getDouble, getString",
        rows ->
            rows.getLong(1)
                + rows.getLong(2)
                + (long) rows.getDouble(3)
                + rows.getString(4).length()
                + rows.getString(5).length());
    readers.put(
        "the same by label",
        rows ->
            rows.getLong("id")
                + rows.getLong("code")
                + (long) rows.getDouble("amount")
                + rows.getString("name").length()
                + rows.getString("city").length());
    readers.put(
        "getObject",
        rows -> {
          long sum = 0;
          for (int i = 1; i <= 5; i++) {
            sum += rows.getObject(i).hashCode();
          }
          return sum;
        });
    readers.put(
        "getString",
        rows -> {
          long sum = 0;
          for (int i = 1; i <= 5; i++) {
            sum += rows.getString(i).length();
          }
          return sum;
        });
    readers.put(
        "getObject(…, Class)",
        rows ->
            rows.getObject(1, Long.class)
                + rows.getObject(2, Long.class)
                + rows.getObject(3, Double.class).longValue()
                + rows.getObject(4, String.class).length()
                + rows.getObject(5, String.class).length());
    return readers;
  }

  private static long primitives(ResultSet rows) throws SQLException {
    return rows.getLong(1) + rows.getLong(2) + (long) rows.getDouble(3);
  }

  @Override
  public String name() {
    return "reading";
  }

  @Override
  public List<Figure> run(Settings settings) throws Exception {
    int count = settings.pace().rows;
    Wide wide = Wide.of(settings, count);
    List<Figure> figures = new ArrayList<>();
    try (Connection calque = wide.connect();
        Connection duckDb = wide.file().connect()) {
      for (Map.Entry<String, RowReader> kind : mixed().entrySet()) {
        figures.add(
            Figure.speedUp(
                "read %,d rows of 5 columns: %s".formatted(count, kind.getKey()),
                pairs(settings, calque, duckDb, ALL, kind.getValue()),
                "DuckDB",
                Target.atLeast(2)));
      }
      figures.add(
          Figure.speedUp(
              "read %,d rows of 3 primitives".formatted(count),
              pairs(settings, calque, duckDb, PRIMITIVES, ReadingRows::primitives),
              "DuckDB",
              Target.atLeast(0.97)));
      double[] garbage = new double[settings.pace().fewPairs()];
      for (int i = 0; i < garbage.length; i++) {
        garbage[i] = allocated(calque) / (double) count;
      }
      figures.add(
          Figure.value("garbage for a row of 3 primitives", garbage, " bytes", Target.atMost(1)));
    }
    return figures;
  }

  private static Pairs pairs(
      Settings settings, Connection calque, Connection duckDb, String sql, RowReader reader)
      throws Exception {
    long ours = sum(calque, sql, reader);
    long theirs = sum(duckDb, sql, reader);
    if (ours != theirs) {
      throw new IllegalStateException("%s: %d, not %d".formatted(sql, ours, theirs));
    }
    return Pairs.measure(
        settings.pace(),
        settings.pace().fewPairs(),
        () -> sum(calque, sql, reader),
        () -> sum(duckDb, sql, reader));
  }

  private static long sum(Connection connection, String sql, RowReader reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      long sum = 0;
      while (rows.next()) {
        sum += reader.read(rows);
      }
      return sum;
    }
  }

  private static long allocated(Connection connection) throws SQLException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    sum(connection, PRIMITIVES, ReadingRows::primitives);
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }
}
