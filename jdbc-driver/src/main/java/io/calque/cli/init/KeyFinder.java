package io.calque.cli.init;

import io.calque.cli.init.Probes.Count;
import io.calque.cli.init.Probes.Counted;
import io.calque.model.DataType;
import io.calque.warehouse.DeclaredTable.DeclaredColumn;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what identifies the rows of a table: the primary key, else columns declared to be unique
 * and not NULL, else a column whose name promises it and whose values keep it, else two or three
 * such columns together, else all columns of a small table that can be compared.
 */
final class KeyFinder {
  /** Columns of one table that are looked at together. */
  private static final int MOST_PARTS = 8;

  /** Combinations of columns that are counted for one table. */
  private static final int MOST_COMBINATIONS = 32;

  /** A table with more columns than this is not identified by all of them. */
  private static final int SMALL_TABLE = 6;

  /** Names of columns that identify things outside of any database. */
  private static final Set<String> NATURAL =
      Set.of(
          "isbn",
          "sku",
          "ean",
          "gtin",
          "iban",
          "bic",
          "vin",
          "imo",
          "email",
          "username",
          "login",
          "slug",
          "iso",
          "symbol",
          "ticker",
          "zip",
          "card");

  /** Words of columns that tell apart what belongs to one thing. */
  private static final Set<String> PARTS =
      Set.of(
          "line",
          "linenumber",
          "lineno",
          "seq",
          "sequence",
          "position",
          "pos",
          "item",
          "version",
          "lang",
          "language",
          "locale",
          "type",
          "kind",
          "day",
          "date",
          "month",
          "year",
          "from",
          "since",
          "at",
          "on");

  private final Probes probes;

  KeyFinder(Probes probes) {
    this.probes = probes;
  }

  /**
   * What was found.
   *
   * @param key empty if nothing identifies the rows
   * @param whyNone why it is empty
   */
  record Found(Optional<Key> key, String whyNone) {}

  Found find(SourceTable source) throws SQLException {
    Optional<Key> declared = declared(source);
    if (declared.isPresent()) {
      return new Found(declared, "");
    }
    List<String> candidates = candidates(source);
    Counted counted = probes.count(new Count(source.entity(), singles(source, candidates)));
    if (counted.isRefused()) {
      return new Found(Optional.empty(), counted.error());
    }
    List<Long> counts = counted.numbers();
    long rows = counts.get(0);
    if (rows == 0) {
      return ofEmpty(source, candidates);
    }
    Map<String, Long> values = new HashMap<>();
    for (int i = 0; i < candidates.size(); i++) {
      values.put(candidates.get(i), counts.get(2 + 2 * i));
      if (counts.get(1 + 2 * i) == rows && counts.get(2 + 2 * i) == rows) {
        return guess(List.of(candidates.get(i)), rows);
      }
    }
    return combined(source, candidates, values, rows);
  }

  private static Optional<Key> declared(SourceTable source) {
    List<String> primary = source.table().primaryKey();
    if (!primary.isEmpty() && source.features().keySet().containsAll(primary)) {
      return Optional.of(Key.declared(primary, "the primary key"));
    }
    return source.table().uniques().stream()
        .filter(unique -> unique.stream().allMatch(c -> isNeverNull(source.column(c))))
        .filter(unique -> source.features().keySet().containsAll(unique))
        .min(Comparator.comparing(List::size))
        .map(unique -> Key.declared(unique, "declared to be unique and not NULL"));
  }

  private static boolean isNeverNull(DeclaredColumn column) {
    return column.column().nullability() == ResultSetMetaData.columnNoNulls;
  }

  /** Columns that may identify a row by themselves, the likeliest first. */
  private static List<String> candidates(SourceTable source) {
    List<DeclaredColumn> exact = source.columns().stream().filter(SourceTable::isExact).toList();
    Map<String, Integer> ranks = new HashMap<>();
    for (DeclaredColumn column : exact) {
      rank(source, column, column == source.columns().get(0))
          .ifPresent(rank -> ranks.put(column.name(), rank));
    }
    return exact.stream()
        .map(DeclaredColumn::name)
        .filter(ranks::containsKey)
        .sorted(Comparator.comparing(ranks::get))
        .limit(MOST_PARTS)
        .toList();
  }

  private static Optional<Integer> rank(
      SourceTable source, DeclaredColumn column, boolean isFirst) {
    String name = source.bareName(column.name());
    ColumnWords words = source.wordsOf(column.name());
    boolean isTime = SourceTable.dataType(column).filter(DataType.DATETIME::equals).isPresent();
    if (!isTime && words.isIdentifier() && source.words().isOwn(words)) {
      return Optional.of(0);
    }
    if (!isTime && words.isIdentifier()) {
      return Optional.of(1);
    }
    List<String> all = Names.words(name);
    if (!isTime && all.stream().anyMatch(NATURAL::contains)) {
      return Optional.of(2);
    }
    if (isFirst && !isTime) {
      return Optional.of(3);
    }
    return all.stream().anyMatch(PARTS::contains) ? Optional.of(4) : Optional.empty();
  }

  private String singles(SourceTable source, List<String> candidates) {
    StringBuilder select = new StringBuilder("COUNT(*)");
    for (String column : candidates) {
      String name = probes.column("t", column);
      select.append(", COUNT(").append(name).append("), COUNT(DISTINCT ").append(name).append(')');
    }
    return select + " FROM " + probes.table(source) + " t";
  }

  /** An empty table proves nothing; a column that is called as keys are is taken all the same. */
  private static Found ofEmpty(SourceTable source, List<String> candidates) {
    Optional<String> named =
        candidates.stream().filter(column -> source.wordsOf(column).isIdentifier()).findFirst();
    return named
        .map(
            column ->
                new Found(
                    Optional.of(
                        new Key(
                            List.of(column),
                            false,
                            0,
                            "its name promises it, though the table is empty")),
                    ""))
        .orElseGet(
            () ->
                new Found(
                    Optional.empty(), "the table is empty and no column is called as keys are"));
  }

  private static Found guess(List<String> columns, long rows) {
    String subject = columns.size() == 1 ? "no value repeats" : "no values repeat together";
    String how =
        rows == 1
            ? "the table has a single row, which proves little"
            : "%s and none is NULL in %s".formatted(subject, Key.rows(rows));
    return new Found(Optional.of(new Key(columns, false, rows, how)), "");
  }

  private Found combined(
      SourceTable source, List<String> candidates, Map<String, Long> values, long rows)
      throws SQLException {
    List<List<String>> combinations = new ArrayList<>(pairs(candidates, values, rows));
    combinations.addAll(triples(candidates, values, rows));
    List<String> all =
        source.columns().stream().filter(SourceTable::isExact).map(DeclaredColumn::name).toList();
    List<List<String>> asked =
        new ArrayList<>(combinations.subList(0, Math.min(MOST_COMBINATIONS, combinations.size())));
    if (!all.isEmpty() && all.size() <= SMALL_TABLE && !asked.contains(all)) {
      asked.add(all);
    }
    List<Counted> counted =
        probes.count(
            asked.stream()
                .map(columns -> new Count(source.entity(), probes.distinct(source, columns)))
                .toList());
    for (int i = 0; i < asked.size(); i++) {
      if (!counted.get(i).isRefused() && counted.get(i).numbers().get(0) == rows) {
        return guess(asked.get(i), rows);
      }
    }
    return new Found(Optional.empty(), "no column, and no few columns together, identify its rows");
  }

  private static List<List<String>> pairs(
      List<String> columns, Map<String, Long> values, long rows) {
    List<List<String>> pairs = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i + 1; j < columns.size(); j++) {
        add(List.of(columns.get(i), columns.get(j)), values, rows, pairs);
      }
    }
    return pairs;
  }

  private static List<List<String>> triples(
      List<String> columns, Map<String, Long> values, long rows) {
    List<List<String>> triples = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i + 1; j < columns.size(); j++) {
        for (int k = j + 1; k < columns.size(); k++) {
          add(List.of(columns.get(i), columns.get(j), columns.get(k)), values, rows, triples);
        }
      }
    }
    return triples;
  }

  /** Columns that have too few values between them cannot tell all rows apart. */
  private static void add(
      List<String> columns, Map<String, Long> values, long rows, List<List<String>> to) {
    double most = 1;
    for (String column : columns) {
      most *= values.get(column);
    }
    if (most >= rows) {
      to.add(columns);
    }
  }
}
