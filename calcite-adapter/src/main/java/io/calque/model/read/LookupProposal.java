package io.calque.model.read;

import io.calque.model.Cardinality;
import io.calque.model.Direction;
import io.calque.model.Join;
import io.calque.model.Node;
import io.calque.model.Side;
import io.calque.model.SqlTemplate;
import io.calque.model.SqlTemplate.Part;
import io.calque.model.SqlTemplate.SideRef;
import io.calque.model.SqlTemplate.Text;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the lookup relationship that would take the place of a chain of relationships. */
final class LookupProposal {
  private LookupProposal() {}

  /**
   * YAML to paste below {@code relationships:}.
   *
   * @param chain entities, each related to the next; three or more
   */
  static String of(List<EntityScope> chain, Connections connections) {
    String from = chain.get(0).name();
    String to = chain.get(chain.size() - 1).name();
    String via =
        chain.subList(1, chain.size() - 1).stream()
            .map(EntityScope::name)
            .collect(Collectors.joining("_and_"));
    StringBuilder yaml = new StringBuilder();
    boolean toOne = true;
    boolean backToOne = true;
    for (int i = 1; i < chain.size(); i++) {
      CheckedRelationship link = connections.between(chain.get(i - 1), chain.get(i)).orElseThrow();
      Direction direction = link.directionFrom(chain.get(i - 1));
      toOne &= link.cardinality().isToOne(direction);
      backToOne &= link.cardinality().isToOne(direction.opposite());
      Join join = link.defaultJoin().orElse(link.joins().get(0));
      steps(yaml, join, direction);
    }
    return from
        + "-"
        + to
        + ":\n  relationship: "
        + Words.word(cardinality(toOne, backToOne))
        + "\n  joins:\n    - name: "
        + from
        + "_to_"
        + to
        + "_via_"
        + via
        + "\n      default: true\n      type: lookup\n      lookup:\n"
        + yaml;
  }

  /** The cardinality of which each direction is known. */
  static Cardinality cardinality(boolean toOne, boolean backToOne) {
    if (toOne) {
      return backToOne ? Cardinality.ONE_TO_ONE : Cardinality.MANY_TO_ONE;
    }
    return backToOne ? Cardinality.ONE_TO_MANY : Cardinality.MANY_TO_MANY;
  }

  private static void steps(StringBuilder yaml, Join join, Direction direction) {
    List<Node> nodes = join.path().nodes();
    int hops = join.path().hops().size();
    for (int i = 1; i <= hops; i++) {
      int hop = direction == Direction.FORWARD ? i : hops + 1 - i;
      Node arrival = nodes.get(direction == Direction.FORWARD ? hop : hop - 1);
      SqlTemplate predicate = join.path().hops().get(hop - 1).predicate();
      yaml.append("        - {destination: ")
          .append(arrival)
          .append(", type: sql, sql: ")
          .append(YamlSyntax.quoted(sql(predicate, direction)))
          .append("}\n");
    }
  }

  private static String sql(SqlTemplate predicate, Direction direction) {
    StringBuilder sql = new StringBuilder();
    for (Part part : predicate.parts()) {
      if (part instanceof SideRef ref) {
        Side side = direction == Direction.FORWARD ? ref.side() : opposite(ref.side());
        sql.append(Template.written(new SideRef(side, ref.name())));
      } else if (part instanceof Text text) {
        sql.append(text.sql());
      }
    }
    return sql.toString().replaceAll("\\s+", " ").strip();
  }

  private static Side opposite(Side side) {
    return side == Side.SOURCE ? Side.DESTINATION : Side.SOURCE;
  }
}
