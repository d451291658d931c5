package io.calque.rewrite;

import io.calque.model.Hop;
import io.calque.model.Node;
import io.calque.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Writes a stretch of a join path as a FROM clause of inner joins. */
final class ChainSql {
  private final List<NodeSql> nodes = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();

  /**
   * @param write makes the writer of a node, given the node and its alias
   * @param alias the common beginning of the aliases inside
   */
  ChainSql(Near.Chain chain, String alias, BiFunction<Node, String, NodeSql> write) {
    for (Node node : chain.nodes()) {
      nodes.add(write.apply(node, alias + (nodes.size() + 1)));
    }
    for (Hop hop : chain.hops()) {
      NodeSql source = nodes.get(conditions.size());
      NodeSql destination = nodes.get(conditions.size() + 1);
      conditions.add(
          TemplateSql.condition(
              hop.predicate(),
              ref -> (ref.side() == Side.SOURCE ? source : destination).column(ref.name())));
    }
  }

  /** The node at the stored beginning. */
  NodeSql first() {
    return nodes.get(0);
  }

  /** The node at the stored end. */
  NodeSql last() {
    return nodes.get(nodes.size() - 1);
  }

  /** The FROM clause without the word FROM; call it once all columns have been asked for. */
  String from() {
    StringBuilder sql = new StringBuilder(nodes.get(0).relation());
    for (int i = 0; i < conditions.size(); i++) {
      sql.append(" JOIN ")
          .append(nodes.get(i + 1).relation())
          .append(" ON ")
          .append(conditions.get(i));
    }
    return sql.toString();
  }
}
