package io.calque.joins;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A join of the model and, independently of it, what it means in terms of the tables.
 *
 * @param name the join's name in the model
 * @param isDefault whether nobody has to name it
 * @param source the entity and table on the left of the relationship, called {@code s} in
 *     conditions
 * @param destination the ones on the right, called {@code d}
 * @param bridges the tables between, called {@code b1}, {@code b2}…; none for a direct join
 * @param hops the condition of each step, in stored order; one more than there are bridges
 */
record JoinCase(
    String name,
    boolean isDefault,
    End source,
    End destination,
    List<String> bridges,
    List<String> hops) {
  /**
   * An entity and the table that it shows, both as they are written in FROM.
   *
   * @param entity its name in the model
   * @param table its table in the warehouse
   */
  record End(String entity, String table) {}

  static JoinCase direct(String name, End source, End destination, String condition) {
    return new JoinCase(name, false, source, destination, List.of(), List.of(condition));
  }

  static JoinCase lookup(
      String name, End source, End destination, List<String> bridges, String... hops) {
    return new JoinCase(name, false, source, destination, bridges, List.of(hops));
  }

  JoinCase byDefault() {
    return new JoinCase(name, true, source, destination, bridges, hops);
  }

  boolean isSelf() {
    return source.entity().equals(destination.entity());
  }

  boolean isDirect() {
    return bridges.isEmpty();
  }

  /** The join as walked from one of its ends. */
  Walk walk(boolean forwards) {
    return new Walk(this, forwards);
  }

  /**
   * A join with a direction. The near end is called {@code a} in queries, the far end {@code b}.
   *
   * @param forwards from source to destination
   */
  record Walk(JoinCase join, boolean forwards) {
    End near() {
      return forwards ? join.source : join.destination;
    }

    End far() {
      return forwards ? join.destination : join.source;
    }

    /** How queries name the join in this direction. */
    String name() {
      return join.isSelf() && !forwards ? join.name + "__reversed" : join.name;
    }

    /**
     * The hand-written query: the labels of all paths, and for outer joins those of the rows from
     * which, or to which, there is none.
     *
     * @param predicate a further condition over {@code a} and {@code b}, in ON
     */
    String meaning(Keyword keyword, Optional<String> predicate) {
      String met = "WHERE " + String.join(" AND ", conditions(predicate));
      List<String> between = new ArrayList<>();
      for (int i = 0; i < join.bridges.size(); i++) {
        between.add(join.bridges.get(i) + " b" + (i + 1));
      }
      String near = near().table() + " a";
      String far = far().table() + " b";
      List<String> parts = new ArrayList<>();
      parts.add("SELECT a.label, b.label FROM " + from(near, between, far) + " " + met);
      if (keyword == Keyword.LEFT || keyword == Keyword.FULL) {
        parts.add(
            "SELECT a.label, NULL FROM %s WHERE NOT EXISTS (SELECT 1 FROM %s %s)"
                .formatted(near, from(far, between), met));
      }
      if (keyword == Keyword.RIGHT || keyword == Keyword.FULL) {
        parts.add(
            "SELECT NULL, b.label FROM %s WHERE NOT EXISTS (SELECT 1 FROM %s %s)"
                .formatted(far, from(near, between), met));
      }
      return String.join("\nUNION ALL\n", parts);
    }

    /** What someone writes who strings the bridges together. */
    String flatChainOfLeftJoins() {
      StringBuilder sql =
          new StringBuilder("SELECT a.label, b.label FROM " + near().table() + " a");
      List<String> conditions = conditions(Optional.empty());
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < join.bridges.size(); i++) {
        order.add(i);
      }
      if (!forwards) {
        Collections.reverse(order);
      }
      for (int i : order) {
        sql.append(" LEFT JOIN %s b%d".formatted(join.bridges.get(i), i + 1))
            .append(" ON " + conditions.get(forwards ? i : i + 1));
      }
      int last = forwards ? conditions.size() - 1 : 0;
      return sql + " LEFT JOIN " + far().table() + " b ON " + conditions.get(last);
    }

    /** The hops' conditions, with the ends called {@code a} and {@code b}. */
    private List<String> conditions(Optional<String> predicate) {
      List<String> conditions = new ArrayList<>();
      for (String hop : join.hops) {
        String named =
            hop.replaceAll("\\bs\\.", forwards ? "a." : "b.")
                .replaceAll("\\bd\\.", forwards ? "b." : "a.");
        conditions.add("(" + named + ")");
      }
      predicate.ifPresent(p -> conditions.add("(" + p + ")"));
      return conditions;
    }

    private static String from(String first, List<String> between, String last) {
      return first + ", " + from(last, between);
    }

    private static String from(String first, List<String> others) {
      List<String> all = new ArrayList<>(List.of(first));
      all.addAll(others);
      return String.join(", ", all);
    }

    @Override
    public String toString() {
      return "%s from %s to %s".formatted(join.name, near().entity(), far().entity());
    }
  }

  /** The SQL keyword of a join. */
  enum Keyword {
    INNER,
    LEFT,
    RIGHT,
    FULL
  }
}
