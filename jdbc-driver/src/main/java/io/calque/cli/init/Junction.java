package io.calque.cli.init;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table that holds nothing but pairs of rows of two others, or of one other: a bridge to look
 * things up over, and no entity.
 *
 * @param one what its rows refer to first
 * @param other what they refer to then
 */
record Junction(KeyedTable table, Link one, Link other) {
  /** The junctions among some tables. */
  static List<Junction> among(List<KeyedTable> tables, List<Link> links) {
    List<Junction> junctions = new ArrayList<>();
    for (KeyedTable table : tables) {
      List<Link> own = links.stream().filter(link -> link.from().equals(table)).toList();
      boolean isReferredTo = links.stream().anyMatch(link -> link.to().equals(table));
      if (!isReferredTo && own.size() == 2 && holdsNothingElse(table, own)) {
        junctions.add(new Junction(table, own.get(0), own.get(1)));
      }
    }
    return junctions;
  }

  /** A number of its own for each row is nothing else, either. */
  private static boolean holdsNothingElse(KeyedTable table, List<Link> links) {
    List<String> linked = links.stream().flatMap(link -> link.columns().stream()).toList();
    Set<String> rest = new HashSet<>();
    table.source().table().columns().forEach(column -> rest.add(column.name()));
    linked.forEach(rest::remove);
    boolean isOwnNumber =
        rest.size() == 1
            && table.isWholeKey(List.copyOf(rest))
            && rest.stream().allMatch(c -> table.source().wordsOf(c).base().isEmpty());
    boolean isQuotable =
        Stream.concat(linked.stream(), rest.stream()).noneMatch(c -> c.contains("\""));
    return linked.stream().distinct().count() == linked.size()
        && (rest.isEmpty() || isOwnNumber)
        && isQuotable;
  }

  /** Whether a row of what is referred to first is paired with at most one of the other. */
  boolean isToOne() {
    return table.isIdentifiedBy(one.columns());
  }

  /** The same, the other way. */
  boolean isToOneBack() {
    return table.isIdentifiedBy(other.columns());
  }

  /** Whether the catalog declares both references. */
  boolean isDeclared() {
    return one.isDeclared() && other.isDeclared();
  }
}
