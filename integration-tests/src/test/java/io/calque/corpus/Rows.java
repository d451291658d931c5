package io.calque.corpus;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole result, its values as {@link CanonicalValue} text.
 *
 * @param labels the column labels
 * @param rows one list a row, as many values as labels
 */
record Rows(List<String> labels, List<List<String>> rows) {
  static Rows query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return read(result);
    }
  }

  static Rows read(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(columns.getColumnLabel(i));
    }
    List<List<String>> rows = new ArrayList<>();
    while (result.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= labels.size(); i++) {
        row.add(CanonicalValue.of(result.getObject(i)));
      }
      rows.add(row);
    }
    return new Rows(labels, rows);
  }

  /**
   * What is different in these rows from the expected ones, or nothing. Labels are not looked at.
   *
   * @param ordered whether the order of the rows counts
   */
  Optional<String> differenceFrom(Rows expected, boolean ordered) {
    if (labels.size() != expected.labels.size()) {
      return Optional.of(
          "%d columns %s instead of %d %s"
              .formatted(labels.size(), labels, expected.labels.size(), expected.labels));
    }
    if (rows.size() != expected.rows.size()) {
      return Optional.of(rows.size() + " rows instead of " + expected.rows.size());
    }
    List<List<String>> left = ordered ? rows : sorted(rows);
    List<List<String>> right = ordered ? expected.rows : sorted(expected.rows);
    for (int i = 0; i < left.size(); i++) {
      if (!left.get(i).equals(right.get(i))) {
        return Optional.of("row " + (i + 1) + " is " + left.get(i) + " instead of " + right.get(i));
      }
    }
    return Optional.empty();
  }

  /** These rows with some of their columns, counted from 0. */
  Rows columns(List<Integer> indexes) {
    return new Rows(
        indexes.stream().map(labels::get).toList(),
        rows.stream().map(row -> indexes.stream().map(row::get).toList()).toList());
  }

  /** Everything that a reader of this result sees, as one text. */
  String everything() {
    return labels + "\n" + rows;
  }

  private static List<List<String>> sorted(List<List<String>> rows) {
    return rows.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
  }
}
