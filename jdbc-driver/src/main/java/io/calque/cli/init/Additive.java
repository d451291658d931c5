package io.calque.cli.init;

import java.util.List;
import java.util.Set;

/** Tells numbers that can be added up from those that only look like it, by their names. */
final class Additive {
  private static final Set<String> NOT =
      Set.of(
          "year",
          "yr",
          "month",
          "mon",
          "day",
          "week",
          "quarter",
          "hour",
          "minute",
          "weekday",
          "lat",
          "latitude",
          "lon",
          "lng",
          "long",
          "longitude",
          "zip",
          "postcode",
          "plz",
          "phone",
          "fax",
          "pct",
          "percent",
          "percentage",
          "rate",
          "ratio",
          "share",
          "version",
          "rank",
          "position",
          "pos",
          "seq",
          "sequence",
          "line",
          "level",
          "lvl",
          "index",
          "idx",
          "sort",
          "priority",
          "age",
          "type",
          "kind",
          "status",
          "state",
          "flag",
          "epoch",
          "timestamp",
          "discontinued",
          "is",
          "has");

  /** Also at the end of a longer word. */
  private static final List<String> ENDINGS =
      List.of("number", "year", "percent", "priority", "latitude", "longitude");

  private Additive() {}

  /**
   * Whether a sum of such a column is likely to mean something.
   *
   * @param name in lower case with underscores
   */
  static boolean isAdditive(String name) {
    List<String> words = Names.words(name);
    return !ColumnWords.of(name).isIdentifier()
        && words.stream().noneMatch(NOT::contains)
        && words.stream().noneMatch(word -> ENDINGS.stream().anyMatch(word::endsWith));
  }
}
