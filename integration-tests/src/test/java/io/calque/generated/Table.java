package io.calque.generated;

import java.util.List;
import java.util.stream.Collectors;

/** A table of the warehouse with its data. */
record Table(String name, List<Column> columns, List<Row> rows) {
  /** A column of a table. */
  record Column(String name, Type type) {}

  /** CREATE TABLE and INSERT. */
  String script() {
    String create =
        columns.stream()
            .map(column -> column.name() + " " + column.type().columnType())
            .collect(Collectors.joining(", ", "CREATE TABLE " + name + " (", ");\n"));
    return rows.isEmpty() ? create : create + insert();
  }

  private String insert() {
    return rows.stream()
        .map(row -> columns.stream().map(c -> literal(row.get(c.name()))))
        .map(values -> values.collect(Collectors.joining(", ", "(", ")")))
        .collect(Collectors.joining(", ", "INSERT INTO " + name + " VALUES ", ";\n"));
  }

  private static String literal(Object value) {
    return Expr.literal(value).sql(column -> "");
  }
}
