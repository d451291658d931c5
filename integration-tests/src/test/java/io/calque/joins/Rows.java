package io.calque.joins;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole result as text, in which equal values of whatever Java class look equal.
 *
 * @param labels the column labels
 * @param rows one list a row, as many values as labels
 */
public record Rows(List<String> labels, List<List<String>> rows) {
  public Rows {
    labels = List.copyOf(labels);
    rows = List.copyOf(rows);
  }

  /** Runs a query. */
  public static Rows of(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        return read(result);
      }
    }
  }

  /** The labels and types of the columns, and the rows in whatever order. */
  public static List<String> withTypes(Connection connection, String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      ResultSetMetaData columns = statement.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        lines.add(
            "%s %s(%d,%d)"
                .formatted(
                    columns.getColumnLabel(i),
                    columns.getColumnTypeName(i),
                    columns.getPrecision(i),
                    columns.getScale(i)));
      }
    }
    lines.addAll(of(connection, sql).sorted());
    return lines;
  }

  private static Rows read(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(columns.getColumnLabel(i));
    }
    List<List<String>> rows = new ArrayList<>();
    while (result.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= labels.size(); i++) {
        row.add(text(result.getObject(i)));
      }
      rows.add(row);
    }
    return new Rows(labels, rows);
  }

  private static String text(Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof Double || value instanceof Float) {
      return number(BigDecimal.valueOf(Math.round(((Number) value).doubleValue() * 1e9), 9));
    }
    if (value instanceof Number) {
      return number(new BigDecimal(value.toString()));
    }
    return value instanceof Timestamp timestamp
        ? timestamp.toLocalDateTime().toString()
        : value.toString();
  }

  private static String number(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** The rows, one line each. */
  public List<String> lines() {
    return rows.stream().map(row -> String.join(" | ", row)).toList();
  }

  /** The rows without their order. */
  public List<String> sorted() {
    return lines().stream().sorted().toList();
  }

  /** The first column and another one, counted from 0. */
  public Rows firstAnd(int column) {
    return new Rows(
        List.of(labels.get(0), labels.get(column)),
        rows.stream().map(row -> List.of(row.get(0), row.get(column))).toList());
  }
}
