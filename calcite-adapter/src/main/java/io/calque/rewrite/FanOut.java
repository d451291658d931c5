package io.calque.rewrite;

import io.calque.bind.BoundJoin;
import io.calque.bind.EntityUse;
import io.calque.bind.Equality;
import io.calque.bind.MetricCall;
import io.calque.bind.MetricSelect;
import io.calque.model.Direction;
import io.calque.model.Feature;
import io.calque.model.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether the joins of a SELECT may repeat an entity's rows.
 *
 * <p>They cannot if from that entity every other one is reached by joins that are proven to-one:
 * whose equalities cover the whole key of the entity they lead to. OR, ranges, lookups, subqueries
 * and functions prove nothing.
 */
final class FanOut {
  private final MetricSelect select;
  private final List<Equality> equalities;

  FanOut(MetricSelect select) {
    this.select = select;
    this.equalities = new ArrayList<>(select.equalities());
    select.joins().forEach(this::addEqualities);
  }

  private void addEqualities(BoundJoin join) {
    if (!join.traversal().join().path().isDirect()) {
      return;
    }
    boolean forward = join.traversal().direction() == Direction.FORWARD;
    EntityUse source = forward ? join.from() : join.to();
    EntityUse destination = forward ? join.to() : join.from();
    for (EqualityHop.Pair pair :
        EqualityHop.pairsIn(
            join.traversal().join().path().hops().get(0).predicate(), Side.SOURCE)) {
      equalities.add(
          new Equality(
              source,
              source.entity().feature(pair.near()).orElseThrow(),
              destination,
              destination.entity().feature(pair.far()).orElseThrow()));
    }
  }

  /** Whether the rows that a metric aggregates may occur more than once. */
  boolean mayRepeat(MetricCall call) {
    return call.through().isPresent() || mayRepeat(call.use());
  }

  /** Whether the rows of that entity may occur more than once. */
  boolean mayRepeat(EntityUse use) {
    if (select.others() > 0) {
      return true;
    }
    Set<EntityUse> reached = new LinkedHashSet<>();
    reached.add(use);
    boolean progress = true;
    while (progress) {
      progress = false;
      for (EntityUse next : select.entities()) {
        if (!reached.contains(next) && isReachedToOne(next, reached)) {
          reached.add(next);
          progress = true;
        }
      }
    }
    return reached.size() < select.entities().size();
  }

  private boolean isReachedToOne(EntityUse next, Set<EntityUse> reached) {
    Set<String> fixed = new HashSet<>();
    for (Equality equality : equalities) {
      if (equality.left() == next && reached.contains(equality.right())) {
        fixed.add(name(equality.leftFeature()));
      } else if (equality.right() == next && reached.contains(equality.left())) {
        fixed.add(name(equality.rightFeature()));
      }
    }
    List<String> keys =
        next.entity().keys().stream().map(key -> key.toLowerCase(Locale.ROOT)).toList();
    return !keys.isEmpty() && fixed.containsAll(keys);
  }

  private static String name(Feature feature) {
    return feature.name().toLowerCase(Locale.ROOT);
  }
}
