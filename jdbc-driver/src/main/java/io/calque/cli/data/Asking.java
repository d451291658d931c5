package io.calque.cli.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Asks a project in Calque's SQL. */
final class Asking {
  private final Connection connection;

  Asking(Connection connection) {
    this.connection = connection;
  }

  /** The numbers in the only row of a result; NULL is 0. */
  List<Long> numbers(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      List<Long> numbers = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        numbers.add(rows.getLong(i));
      }
      return numbers;
    }
  }

  /** The rows of a result as text, their values with commas between. */
  List<String> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          values.add(rows.getString(i));
        }
        texts.add(String.join(", ", values));
      }
      return texts;
    }
  }

  /** The JDBC types of the columns of a query, which is not run. */
  List<Integer> types(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      ResultSetMetaData metaData = statement.getMetaData();
      List<Integer> types = new ArrayList<>();
      for (int i = 1; i <= metaData.getColumnCount(); i++) {
        types.add(metaData.getColumnType(i));
      }
      return types;
    }
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Columns of a table, with commas between. */
  static String columns(String alias, List<String> names) {
    return names.stream().map(name -> alias + "." + quoted(name)).collect(Collectors.joining(", "));
  }

  /** The condition that all columns are NULL, or that none is. */
  static String allAre(String alias, List<String> names, String what) {
    return names.stream()
        .map(name -> alias + "." + quoted(name) + " " + what)
        .collect(Collectors.joining(" AND "));
  }
}
