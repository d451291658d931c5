package io.calque.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** A table in the making: columns are added with what fills them. */
final class TableDraft {
  private final String name;
  private final int size;
  private final List<Table.Column> columns = new ArrayList<>();
  private final List<List<Object>> values = new ArrayList<>();

  TableDraft(String name, int size) {
    this.name = name;
    this.size = size;
    for (int i = 0; i < size; i++) {
      values.add(new ArrayList<>());
    }
  }

  String name() {
    return name;
  }

  /**
   * Adds columns.
   *
   * @param filling their values in the row of a number
   */
  void add(List<Table.Column> added, IntFunction<List<Object>> filling) {
    columns.addAll(added);
    for (int i = 0; i < size; i++) {
      values.get(i).addAll(filling.apply(i));
    }
  }

  void add(String column, Type type, IntFunction<Object> filling) {
    add(
        List.of(new Table.Column(column, type)),
        i -> java.util.Collections.singletonList(filling.apply(i)));
  }

  int size() {
    return size;
  }

  List<Object> row(int number) {
    return values.get(number);
  }

  Table build() {
    List<Row> rows = new ArrayList<>();
    for (List<Object> row : values) {
      Map<String, Object> named = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        named.put(columns.get(i).name(), row.get(i));
      }
      rows.add(new Row(named));
    }
    return new Table(name, List.copyOf(columns), rows);
  }
}
