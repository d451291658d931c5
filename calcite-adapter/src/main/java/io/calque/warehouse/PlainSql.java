package io.calque.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Ways to say what not every warehouse has a construct for. */
final class PlainSql {
  private PlainSql() {}

  /** See {@link WarehouseDialect#groupsBy}; here GROUPING takes one argument. */
  static String oneByOne(List<String> keys, List<String> set) {
    return keys.stream()
        .map(key -> "GROUPING(" + key + ") = " + (set.contains(key) ? 0 : 1))
        .collect(Collectors.joining(" AND "));
  }

  /** See {@link WarehouseDialect#nullsLast}. */
  static String nullsLast(String value, boolean isAscending) {
    return "CASE WHEN %1$s IS NULL THEN 1 ELSE 0 END, %1$s%2$s"
        .formatted(value, isAscending ? " ASC" : " DESC");
  }

  /** See {@link WarehouseDialect#sameValues}; each pair by {@code <=>}. */
  static String sameByArrow(List<String> left, List<String> right) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      pairs.add(left.get(i) + " <=> " + right.get(i));
    }
    return String.join(" AND ", pairs);
  }

  /** Rows of literals as a derived table, where there is no VALUES. */
  static String unionAll(List<List<String>> rows, String alias, List<String> columns) {
    return rows.stream()
        .map(row -> row(row, columns))
        .collect(Collectors.joining(" UNION ALL ", "(", ") AS " + alias));
  }

  private static String row(List<String> row, List<String> columns) {
    StringBuilder sql = new StringBuilder("SELECT ");
    for (int i = 0; i < row.size(); i++) {
      sql.append(i == 0 ? "" : ", ").append(row.get(i)).append(" AS ").append(columns.get(i));
    }
    return sql.toString();
  }
}
