package io.calque.generated;

import io.calque.generated.Query.Grouping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a query means, evaluated row by row and group by group as SQL and spec.md define it. */
final class Answer {
  /** Around a query that is not within another. */
  static final Scope NOWHERE =
      column -> {
        throw new IllegalStateException("unknown: " + column);
      };

  private final World world;
  private final Query query;
  private final Scope outer;
  private List<? extends Scope> results;

  /**
   * @param outer the row or group of the query around, or {@link #NOWHERE}
   */
  Answer(World world, Query query, Scope outer) {
    this.world = world;
    this.query = query;
    this.outer = outer;
  }

  World world() {
    return world;
  }

  Query query() {
    return query;
  }

  Scope outer() {
    return outer;
  }

  /** The rows of the result; their order means nothing. */
  List<List<Object>> rows() {
    List<JoinedRow> rows =
        new FromAnswer(this)
            .rows().stream()
                .filter(row -> query.where() == null || row.isTrue(query.where()))
                .toList();
    results =
        query.grouping() == null
            ? rows
            : groups(rows).stream()
                .filter(group -> query.having() == null || group.isTrue(query.having()))
                .toList();
    List<List<Object>> selected = new ArrayList<>();
    for (Scope result : results) {
      if (query.qualify() != null && !result.isTrue(query.qualify())) {
        continue;
      }
      List<Object> values = new ArrayList<>();
      query.select().forEach(item -> values.add(result.value(item.expression())));
      selected.add(values);
    }
    return query.distinct() ? new ArrayList<>(new LinkedHashSet<>(selected)) : selected;
  }

  /** The rows of the result as those of a derived table. */
  List<Row> asRows() {
    List<Row> rows = new ArrayList<>();
    for (List<Object> values : rows()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        row.put(query.select().get(i).label(), values.get(i));
      }
      rows.add(new Row(row));
    }
    return rows;
  }

  /** A scalar subquery in a row or group of this query. */
  Object scalar(Query subquery, Scope around) {
    List<List<Object>> rows = new Answer(world, subquery, around).rows();
    if (rows.size() > 1) {
      throw new IllegalStateException("several rows: " + subquery);
    }
    return rows.isEmpty() ? null : rows.get(0).get(0);
  }

  /** Whether a subquery has rows in a row or group of this query. */
  boolean exists(Query subquery, Scope around) {
    return !new Answer(world, subquery, around).rows().isEmpty();
  }

  /** A sum over the whole result. */
  Object total(Expr.Total total) {
    List<Object> values = new ArrayList<>();
    results.forEach(result -> values.add(result.value(total.argument())));
    values.removeIf(Objects::isNull);
    return Aggregation.over(Expr.Kind.SUM, values);
  }

  private List<Group> groups(List<JoinedRow> rows) {
    List<Group> groups = new ArrayList<>();
    List<Expr> all = query.groupKeys();
    for (List<Integer> set : sets(query.grouping(), all)) {
      Map<List<Object>, List<JoinedRow>> byKey = new LinkedHashMap<>();
      if (set.isEmpty()) {
        byKey.put(List.of(), new ArrayList<>());
      }
      List<Expr> keys = set.stream().map(all::get).toList();
      for (JoinedRow row : rows) {
        List<Object> values = new ArrayList<>();
        keys.forEach(key -> values.add(row.value(key)));
        byKey.computeIfAbsent(values, k -> new ArrayList<>()).add(row);
      }
      byKey.forEach((values, members) -> groups.add(group(keys, values, members)));
    }
    return groups;
  }

  private Group group(List<Expr> grouped, List<Object> values, List<JoinedRow> rows) {
    Map<Expr, Object> keys = new HashMap<>();
    query.groupKeys().forEach(key -> keys.put(key, null));
    for (int i = 0; i < values.size(); i++) {
      keys.put(grouped.get(i), values.get(i));
    }
    Set<Expr> set = new HashSet<>(grouped);
    return new Group(this, keys, set, rows);
  }

  /** The grouping sets, as positions of keys. */
  private static List<List<Integer>> sets(Grouping grouping, List<Expr> keys) {
    List<Integer> all = QueryText.indices(keys);
    return switch (grouping.kind()) {
      case NONE, PLAIN, ORDINAL, LABEL, ALL -> List.of(all);
      case ROLLUP -> prefixes(all);
      case CUBE -> subsets(all);
      case KEY_AND_ROLLUP -> prefixes(all).subList(1, all.size() + 1);
      case SETS, MIXED_SETS -> grouping.sets();
    };
  }

  private static List<List<Integer>> prefixes(List<Integer> keys) {
    List<List<Integer>> prefixes = new ArrayList<>();
    for (int size = 0; size <= keys.size(); size++) {
      prefixes.add(keys.subList(0, size));
    }
    return prefixes;
  }

  private static List<List<Integer>> subsets(List<Integer> keys) {
    List<List<Integer>> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << keys.size(); bits++) {
      int chosen = bits;
      subsets.add(keys.stream().filter(key -> (chosen >> key & 1) == 1).toList());
    }
    return subsets;
  }
}
