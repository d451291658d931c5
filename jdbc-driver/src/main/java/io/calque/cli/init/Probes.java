package io.calque.cli.init;

import io.calque.warehouse.CancelSignal;
import io.calque.warehouse.RunOptions;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseCursor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Counts in the warehouse's tables; several counts in one query where that is possible. */
final class Probes {
  /** Counts in one query. */
  private static final int MOST = 16;

  private final Warehouse warehouse;
  private final Consumer<String> step;
  private int asked;

  /**
   * @param step is told what is being looked at
   */
  Probes(Warehouse warehouse, Consumer<String> step) {
    this.warehouse = warehouse;
    this.step = step;
  }

  /**
   * Something to count.
   *
   * @param subject what it is about, for those who wait
   * @param select a query with one row of numbers, without its SELECT
   */
  record Count(String subject, String select) {}

  /**
   * What came of it.
   *
   * @param numbers empty if the warehouse refuses to count
   * @param error why it does
   */
  record Counted(List<Long> numbers, String error) {
    boolean isRefused() {
      return numbers.isEmpty();
    }
  }

  /** How many queries have been run. */
  int asked() {
    return asked;
  }

  /** Counts one thing. */
  Counted count(Count count) throws SQLException {
    return count(List.of(count)).get(0);
  }

  /**
   * Counts many things of the same number of numbers, in their order.
   *
   * @throws SQLException if the warehouse is gone
   */
  List<Counted> count(List<Count> counts) throws SQLException {
    List<Counted> all = new ArrayList<>();
    for (int i = 0; i < counts.size(); i += MOST) {
      all.addAll(countTogether(counts.subList(i, Math.min(counts.size(), i + MOST))));
    }
    return all;
  }

  /** One that is refused takes the others of its query with it; then each is asked by itself. */
  private List<Counted> countTogether(List<Count> counts) throws SQLException {
    step.accept(counts.get(0).subject());
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < counts.size(); i++) {
      sql.append(i == 0 ? "SELECT " : " UNION ALL SELECT ")
          .append(i)
          .append(" AS n, ")
          .append(counts.get(i).select());
    }
    try {
      return run(sql.toString(), counts.size());
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith("08")) {
        throw e;
      }
      if (counts.size() == 1) {
        return List.of(new Counted(List.of(), String.valueOf(e.getMessage())));
      }
    }
    List<Counted> each = new ArrayList<>();
    for (Count count : counts) {
      each.addAll(countTogether(List.of(count)));
    }
    return each;
  }

  private List<Counted> run(String sql, int size) throws SQLException {
    asked++;
    Counted[] counted = new Counted[size];
    try (WarehouseCursor cursor =
        warehouse.run(sql, statement -> {}, new CancelSignal(), RunOptions.NONE)) {
      int width = cursor.columns().size();
      while (cursor.next()) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 2; i <= width; i++) {
          numbers.add(cursor.row().getLong(i));
        }
        counted[cursor.row().getInt(1)] = new Counted(numbers, "");
      }
    }
    return List.of(counted);
  }

  String table(SourceTable source) {
    return source.table().name().parts().stream()
        .map(warehouse.dialect()::identifier)
        .collect(Collectors.joining("."));
  }

  String column(String alias, String column) {
    return alias + "." + warehouse.dialect().identifier(column);
  }

  String columns(String alias, List<String> columns) {
    return columns.stream().map(c -> column(alias, c)).collect(Collectors.joining(", "));
  }

  String notNull(String alias, List<String> columns) {
    return columns.stream()
        .map(column -> column(alias, column) + " IS NOT NULL")
        .collect(Collectors.joining(" AND "));
  }

  /**
   * The number of different values that some columns of a table have together, none of them NULL.
   */
  String distinct(SourceTable source, List<String> columns) {
    return "(SELECT COUNT(*) FROM (SELECT DISTINCT %s FROM %s t WHERE %s) d)"
        .formatted(columns("t", columns), table(source), notNull("t", columns));
  }
}
