package io.calque.rewrite;

import io.calque.model.Direction;
import io.calque.model.Hop;
import io.calque.model.JoinPath;
import io.calque.model.Node;
import io.calque.model.Side;
import java.util.List;

/**
 * A join path as seen from the end where a walk begins. Predicates keep their stored orientation;
 * only which side of a hop is nearer depends on the direction.
 *
 * @param path the stored path
 * @param direction which way it is walked
 */
record Near(JoinPath path, Direction direction) {
  boolean forward() {
    return direction == Direction.FORWARD;
  }

  /** The hop that leaves the near end. */
  Hop firstHop() {
    return forward() ? path.hops().get(0) : path.hops().get(path.hops().size() - 1);
  }

  /** The hop that arrives at the far end. */
  Hop lastHop() {
    return forward() ? path.hops().get(path.hops().size() - 1) : path.hops().get(0);
  }

  /** The side of a hop that lies towards the near end. */
  Side nearSide() {
    return forward() ? Side.SOURCE : Side.DESTINATION;
  }

  /** The side of a hop that lies towards the far end. */
  Side farSide() {
    return forward() ? Side.DESTINATION : Side.SOURCE;
  }

  Node farEnd() {
    return forward() ? path.last() : path.first();
  }

  /** The names that the near end contributes to the first condition. */
  List<String> nearRefs() {
    return firstHop().predicate().sideRefs(nearSide());
  }

  /** The bridges, without either end, in stored order. */
  Chain bridges() {
    int last = path.nodes().size() - 1;
    return new Chain(path.nodes().subList(1, last), path.hops().subList(1, path.hops().size() - 1));
  }

  /** The bridges and the far end, in stored order. */
  Chain beyondNearEnd() {
    int nodes = path.nodes().size();
    int hops = path.hops().size();
    return forward()
        ? new Chain(path.nodes().subList(1, nodes), path.hops().subList(1, hops))
        : new Chain(path.nodes().subList(0, nodes - 1), path.hops().subList(0, hops - 1));
  }

  /**
   * A stretch of a path.
   *
   * @param nodes one or more
   * @param hops those between neighbouring nodes
   */
  record Chain(List<Node> nodes, List<Hop> hops) {
    Chain {
      nodes = List.copyOf(nodes);
      hops = List.copyOf(hops);
    }
  }
}
