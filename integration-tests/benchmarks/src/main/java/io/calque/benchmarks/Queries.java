package io.calque.benchmarks;

import io.calque.joins.Rows;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs queries as a program would: a statement each, all rows, all columns. */
final class Queries {
  private static final MathContext DIGITS = new MathContext(6);

  private Queries() {}

  /** Reads the whole result and forgets it. */
  static void drain(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          rows.getObject(i);
        }
      }
    }
  }

  /** Compiles a statement and does not run it. */
  static void prepare(Connection connection, String sql) throws SQLException {
    connection.prepareStatement(sql).close();
  }

  /** Why something failed in the first place, in a line. */
  static String reason(Throwable e) {
    if (e.getCause() != null) {
      return reason(e.getCause());
    }
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return message.length() <= 160 ? message : message.substring(0, 160) + "…";
  }

  static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Two queries give the same rows, in whatever order, or this throws. */
  static void requireSame(Connection calque, String sql, Connection rival, String handWritten)
      throws SQLException, OtherRowsException {
    requireSame(Rows.of(calque, sql).sorted(), Rows.of(rival, handWritten).sorted());
  }

  /** The same, if six digits of a number are enough: some rivals give fewer than DuckDB. */
  static void requireNearlySame(Connection calque, String sql, Connection rival, String handWritten)
      throws SQLException, OtherRowsException {
    requireSame(rounded(Rows.of(calque, sql)), rounded(Rows.of(rival, handWritten)));
  }

  private static void requireSame(List<String> calque, List<String> rival)
      throws OtherRowsException {
    if (!calque.equals(rival)) {
      List<String> other = rival.stream().filter(row -> !calque.contains(row)).limit(1).toList();
      throw new OtherRowsException(
          "it answers %d rows, one of them %s, and Calque %d, of which the first is %s"
              .formatted(rival.size(), other, calque.size(), calque.stream().limit(1).toList()));
    }
  }

  private static List<String> rounded(Rows rows) {
    return rows.rows().stream()
        .map(row -> String.join(" | ", row.stream().map(Queries::rounded).toList()))
        .sorted()
        .toList();
  }

  private static String rounded(String value) {
    return value.matches("-?\\d+\\.\\d+")
        ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
        : value;
  }
}
