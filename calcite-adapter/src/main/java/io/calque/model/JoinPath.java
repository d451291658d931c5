package io.calque.model;

import java.util.List;

/**
 * A way from one end of a relationship to the other: nodes {@code N0 … Nn} and hops {@code H1 …
 * Hn}, where {@code Hi} lies between {@code N(i-1)} and {@code Ni}. A direct join has one hop, a
 * lookup any number; a lookup's inner nodes are its bridges.
 *
 * <p>A path is stored in one orientation for ever. Walking it backwards visits the same hops in the
 * opposite order, with the same predicates.
 *
 * @param nodes two or more
 * @param hops one fewer than nodes
 */
public record JoinPath(List<Node> nodes, List<Hop> hops) {
  public JoinPath {
    nodes = List.copyOf(nodes);
    hops = List.copyOf(hops);
    if (hops.isEmpty() || nodes.size() != hops.size() + 1) {
      throw new IllegalArgumentException(
          "a path of " + nodes.size() + " nodes has no " + hops.size() + " hops");
    }
  }

  /** Whether one predicate connects both ends. */
  public boolean isDirect() {
    return hops.size() == 1;
  }

  public Node first() {
    return nodes.get(0);
  }

  public Node last() {
    return nodes.get(nodes.size() - 1);
  }

  /** The nodes between the ends, in stored order; empty for a direct join. */
  public List<Node> bridges() {
    return nodes.subList(1, nodes.size() - 1);
  }
}
