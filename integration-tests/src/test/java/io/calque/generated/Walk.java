package io.calque.generated;

import io.calque.generated.Relationship.Hop;
import io.calque.generated.Relationship.Join;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A join walked in one direction: which rows of the far end a row of the near end reaches. Hops are
 * inner joins; each path is a row.
 */
record Walk(World world, Relationship relationship, Join join, boolean forwards) {
  /** The far ends of all paths from a row, which is null where an outer join put NULLs. */
  List<Row> paths(Row near) {
    List<Row> reached = new ArrayList<>();
    reached.add(near);
    int hops = join.hops().size();
    for (int i = 0; i < hops; i++) {
      int position = forwards ? i : hops - i;
      reached = reached.stream().flatMap(row -> step(position, row)).toList();
    }
    return reached;
  }

  /** The far rows that a row reaches, each once. */
  List<Row> related(Row near) {
    return paths(near).stream().distinct().toList();
  }

  private Stream<Row> step(int position, Row row) {
    int next = forwards ? position + 1 : position - 1;
    Hop hop = join.hops().get(forwards ? position : next);
    return world.rows(node(next)).stream()
        .filter(
            candidate ->
                forwards
                    ? matches(hop, position, row, candidate)
                    : matches(hop, next, candidate, row));
  }

  /** Whether the rows on both sides of a hop meet its condition. */
  private boolean matches(Hop hop, int sourcePosition, Row source, Row destination) {
    Scope scope =
        column ->
            column.owner().equals("source")
                ? world.value(node(sourcePosition), source, column.name())
                : world.value(node(sourcePosition + 1), destination, column.name());
    return scope.isTrue(hop.condition());
  }

  private String node(int position) {
    return position == 0 ? relationship.left() : join.hops().get(position - 1).destination();
  }
}
