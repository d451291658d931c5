package io.calque.bind;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.NearestNames;
import io.calque.model.Direction;
import io.calque.model.Join;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel.Way;
import io.calque.model.Traversal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlNode;

/**
 * Chooses the join of the model that a query asks for: the only one that fits, or an error that
 * lists the candidates ready to paste. Separate relationships are never chained.
 */
final class JoinChoice {
  private final Bindings bindings;

  JoinChoice(Bindings bindings) {
    this.bindings = bindings;
  }

  /** Two entities of the query, and a join of the model from one to the other. */
  record Chosen(EntityUse from, EntityUse to, Traversal traversal) {
    /** How {@code USING} names it if nothing else would tell it apart. */
    String paste() {
      return "USING ('%s.%s')".formatted(from.name(), traversal.joinName());
    }
  }

  /** The default join of the one relationship between the two sides. */
  Chosen byDefault(SqlJoin join, List<Relation> left, List<Relation> right) {
    List<EntityUse> rights = entities(right);
    if (rights.isEmpty() || entities(left).isEmpty()) {
      throw bindings.error(
          rights.isEmpty() ? join.getRight() : join.getLeft(),
          ErrorCode.JOIN_NOT_ALLOWED_HERE,
          "only entities have joins that the model defines; write ON or USING (column)");
    }
    record Pair(EntityUse from, EntityUse to, Way way) {}
    List<Pair> pairs = new ArrayList<>();
    for (EntityUse from : entities(left)) {
      for (EntityUse to : rights) {
        ways(from, to).stream()
            .filter(way -> !way.relationship().isSelf() || way.direction() == Direction.FORWARD)
            .forEach(way -> pairs.add(new Pair(from, to, way)));
      }
    }
    if (pairs.isEmpty()) {
      throw noRelationship(join, left, right);
    }
    if (pairs.size() > 1) {
      List<Chosen> candidates =
          pairs.stream()
              .flatMap(
                  pair ->
                      pair.way().relationship().defaultJoin().stream()
                          .map(j -> new Chosen(pair.from(), pair.to(), pair.way().along(j))))
              .toList();
      throw ambiguous(join.getRight(), candidates);
    }
    Pair only = pairs.get(0);
    Relationship relationship = only.way().relationship();
    Join chosen =
        relationship
            .defaultJoin()
            .orElseThrow(
                () ->
                    bindings.error(
                        join.getRight(),
                        ErrorCode.NO_DEFAULT_JOIN,
                        "%s has several joins and none is the default; write one of %s"
                            .formatted(
                                relationship.name(),
                                String.join(
                                    ", ",
                                    relationship.joins().stream()
                                        .map(only.way()::along)
                                        .map(way -> "USING ('" + way.joinName() + "')")
                                        .toList()))));
    return new Chosen(only.from(), only.to(), only.way().along(chosen));
  }

  /**
   * The join of that name.
   *
   * @param place where the name stands
   * @param text {@code name} or {@code alias.name}
   */
  Chosen byName(
      SqlJoin join, SqlNode place, String text, List<Relation> left, List<Relation> right) {
    if (entities(right).isEmpty() || entities(left).isEmpty()) {
      throw bindings.error(
          place,
          ErrorCode.JOIN_NOT_ALLOWED_HERE,
          "only entities have joins that the model defines; write ON or USING (column)");
    }
    List<Chosen> found = named(text, left, right);
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.size() > 1) {
      throw ambiguous(place, found);
    }
    List<Chosen> all = candidates(left, right);
    if (all.isEmpty()) {
      throw noRelationship(join, left, right);
    }
    throw bindings.error(
        place,
        ErrorCode.UNKNOWN_JOIN,
        "no join called %s leads to %s%s; write one of %s"
            .formatted(
                text,
                entities(right).get(0).entity().name(),
                NearestNames.hint(text, all.stream().map(c -> c.traversal().joinName()).toList()),
                String.join(", ", all.stream().map(Chosen::paste).toList())));
  }

  /** Whether a join of that name leads from one side to the other. */
  boolean isJoinName(String text, List<Relation> left, List<Relation> right) {
    return !named(text, left, right).isEmpty();
  }

  private List<Chosen> named(String text, List<Relation> left, List<Relation> right) {
    int dot = text.lastIndexOf('.');
    String alias = dot < 0 ? null : text.substring(0, dot);
    String name = text.substring(dot + 1);
    List<Chosen> all =
        candidates(left, right).stream()
            .filter(c -> alias == null || c.from().name().equalsIgnoreCase(alias))
            .toList();
    List<Chosen> exact = all.stream().filter(c -> isNamed(c, name)).toList();
    return exact.isEmpty()
        ? all.stream().filter(c -> isNamed(c, underscored(name))).toList()
        : exact;
  }

  /** As other tools name relationships: {@code User belongs to Account}. */
  private static String underscored(String name) {
    return name.strip().replaceAll("[^\\p{Alnum}]+", "_");
  }

  private static boolean isNamed(Chosen candidate, String name) {
    return name.equalsIgnoreCase(candidate.traversal().joinName());
  }

  /** Each join that leads from an entity on the left to one on the right. */
  private List<Chosen> candidates(List<Relation> left, List<Relation> right) {
    List<Chosen> all = new ArrayList<>();
    for (EntityUse from : entities(left)) {
      for (EntityUse to : entities(right)) {
        for (Way way : ways(from, to)) {
          way.relationship()
              .joins()
              .forEach(join -> all.add(new Chosen(from, to, way.along(join))));
        }
      }
    }
    return all;
  }

  private List<Way> ways(EntityUse from, EntityUse to) {
    return bindings.schema.ways(from.entity().name(), to.entity().name());
  }

  private static List<EntityUse> entities(List<Relation> relations) {
    return relations.stream()
        .filter(EntityUse.class::isInstance)
        .map(EntityUse.class::cast)
        .toList();
  }

  private CalqueException ambiguous(SqlNode place, List<Chosen> candidates) {
    return bindings.error(
        place,
        ErrorCode.AMBIGUOUS_JOIN,
        "there is more than one way to join here; write one of "
            + String.join(", ", candidates.stream().map(Chosen::paste).toList()));
  }

  private CalqueException noRelationship(SqlJoin join, List<Relation> left, List<Relation> right) {
    EntityUse to = entities(right).get(0);
    for (EntityUse from : entities(left)) {
      if (!ways(to, from).isEmpty()) {
        throw oneWay(join, from, to);
      }
    }
    List<String> froms =
        entities(left).stream().map(use -> use.entity().name()).distinct().toList();
    StringBuilder message =
        new StringBuilder("the model has no relationship between ")
            .append(String.join(" or ", froms))
            .append(" and ")
            .append(to.entity().name());
    chain(froms, to.entity().name())
        .ifPresent(
            chain ->
                message
                    .append("; it could be reached by way of ")
                    .append(String.join(" -> ", chain))
                    .append(", but relationships are not chained: declare a relationship ")
                    .append(chain.get(0))
                    .append('-')
                    .append(to.entity().name())
                    .append(" with a lookup join, or join them one by one"));
    return bindings.error(join.getRight(), ErrorCode.NO_RELATIONSHIP, message.toString());
  }

  private CalqueException oneWay(SqlJoin join, EntityUse from, EntityUse to) {
    return bindings.error(
        join.getRight(),
        ErrorCode.NO_RELATIONSHIP,
        ("the relationship %s is one-way: it leads from %s to %s, and not back; put %s to the left"
                + " of the join, or write the condition yourself with ON")
            .formatted(
                ways(to, from).get(0).relationship().name(),
                to.entity().name(),
                from.entity().name(),
                to.name()));
  }

  /** The shortest chain of relationships from any of the entities to the other one. */
  private Optional<List<String>> chain(List<String> froms, String to) {
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    for (String from : froms) {
      cameFrom.put(from.toLowerCase(Locale.ROOT), "");
      open.add(from.toLowerCase(Locale.ROOT));
    }
    while (!open.isEmpty()) {
      String at = open.remove();
      if (at.equalsIgnoreCase(to)) {
        Deque<String> chain = new ArrayDeque<>();
        for (String name = at; !name.isEmpty(); name = cameFrom.get(name)) {
          chain.addFirst(bindings.schema.entity(name).orElseThrow().entity().name());
        }
        return Optional.of(List.copyOf(chain));
      }
      for (String next : bindings.schema.neighbours(at)) {
        if (cameFrom.putIfAbsent(next, at) == null) {
          open.add(next);
        }
      }
    }
    return Optional.empty();
  }
}
