package io.calque.rewrite;

import io.calque.bind.BoundJoin;
import io.calque.bind.EntityUse;
import io.calque.bind.Equality;
import io.calque.bind.MetricCall;
import io.calque.bind.MetricSelect;
import io.calque.bind.SelectJoin;
import io.calque.model.Direction;
import io.calque.model.Feature;
import io.calque.model.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether the joins of a SELECT may repeat an entity's rows.
 *
 * <p>They cannot if from that entity every other one is reached by joins that are proven to-one:
 * whose equalities cover the whole key of the entity they lead to. OR, ranges, lookups, subqueries
 * and functions prove nothing.
 *
 * <p>An outer join's condition says nothing about the rows that it keeps without a match. So it
 * leads from the side that is kept to the other, whose row is determined, be it by its absence, but
 * neither back nor from one entity to another on the side that is kept. It does say so where there
 * is a row of the other side; an equality that holds has a row on both its ends.
 */
final class FanOut {
  private final MetricSelect select;
  private final Map<EntityUse, Fold> folds;
  private final List<Condition> conditions;

  /** What a join's condition makes equal, whether the user or the model wrote it. */
  record Condition(SelectJoin join, List<Equality> equalities) {
    static Condition of(SelectJoin join) {
      List<Equality> equalities = new ArrayList<>(join.equalities());
      join.modelJoin().ifPresent(model -> addEqualities(model, equalities));
      return new Condition(join, equalities);
    }

    /** Whether it holds wherever there are rows of these entities. */
    boolean holdsWhere(Set<EntityUse> present) {
      return holds(join, present);
    }
  }

  /**
   * @param folds the entities that are grouped before they are joined
   */
  FanOut(MetricSelect select, Map<EntityUse, Fold> folds) {
    this.select = select;
    this.folds = folds;
    this.conditions = select.joins().stream().map(Condition::of).toList();
  }

  private static void addEqualities(BoundJoin join, List<Equality> into) {
    if (!join.traversal().join().path().isDirect()) {
      return;
    }
    boolean forward = join.traversal().direction() == Direction.FORWARD;
    EntityUse source = forward ? join.from() : join.to();
    EntityUse destination = forward ? join.to() : join.from();
    for (EqualityHop.Pair pair :
        EqualityHop.pairsIn(
            join.traversal().join().path().hops().get(0).predicate(), Side.SOURCE)) {
      into.add(
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
    return select.others() > 0 || !repeating(use).isEmpty();
  }

  /** The entities of which one row of that entity may meet several. */
  List<EntityUse> repeating(EntityUse use) {
    Set<EntityUse> present = presentWith(use);
    Set<EntityUse> reached = new LinkedHashSet<>();
    reached.add(use);
    boolean progress = true;
    while (progress) {
      progress = false;
      for (EntityUse next : select.entities()) {
        if (!reached.contains(next) && isReachedToOne(next, reached, present)) {
          reached.add(next);
          progress = true;
        }
      }
    }
    return select.entities().stream().filter(each -> !reached.contains(each)).toList();
  }

  /** The entities of which there is a row wherever there is one of that entity. */
  private Set<EntityUse> presentWith(EntityUse use) {
    Set<EntityUse> present = new LinkedHashSet<>();
    present.add(use);
    int known;
    do {
      known = present.size();
      for (Condition condition : conditions) {
        if (condition.holdsWhere(present)) {
          for (Equality equality : condition.equalities()) {
            present.add(equality.left());
            present.add(equality.right());
          }
        }
      }
    } while (present.size() > known);
    return present;
  }

  /** Whether a join's condition holds wherever there are rows of these entities. */
  private static boolean holds(SelectJoin join, Set<EntityUse> present) {
    boolean onLeft = !Collections.disjoint(join.left(), present);
    boolean onRight = !Collections.disjoint(join.right(), present);
    return switch (join.rows()) {
      case MATCHED -> onLeft || onRight;
      case ALL_LEFT -> onRight;
      case ALL_RIGHT -> onLeft;
      case ALL -> onLeft && onRight;
      case UNMATCHED_LEFT -> false;
    };
  }

  private boolean isReachedToOne(EntityUse next, Set<EntityUse> reached, Set<EntityUse> present) {
    Set<String> fixed = new HashSet<>();
    for (Condition condition : conditions) {
      if (leadsTo(condition.join(), next, present)) {
        condition.equalities().forEach(equality -> addFixed(equality, next, reached, fixed));
      }
    }
    List<String> keys =
        folds.containsKey(next)
            ? folds.get(next).keyNames()
            : next.entity().keys().stream().map(key -> key.toLowerCase(Locale.ROOT)).toList();
    return !keys.isEmpty() && fixed.containsAll(keys);
  }

  /**
   * Whether, wherever there are rows of the present entities, a join's condition holds or the
   * entity it is to lead to is absent.
   */
  private static boolean leadsTo(SelectJoin join, EntityUse next, Set<EntityUse> present) {
    return holds(join, present)
        || switch (join.rows()) {
          case MATCHED -> true;
          case ALL_LEFT -> join.right().contains(next);
          case ALL_RIGHT -> join.left().contains(next);
          case ALL ->
              join.right().contains(next) && !Collections.disjoint(join.left(), present)
                  || join.left().contains(next) && !Collections.disjoint(join.right(), present);
          case UNMATCHED_LEFT -> false;
        };
  }

  private static void addFixed(
      Equality equality, EntityUse next, Set<EntityUse> reached, Set<String> fixed) {
    if (equality.left() == next && reached.contains(equality.right())) {
      fixed.add(name(equality.leftFeature()));
    } else if (equality.right() == next && reached.contains(equality.left())) {
      fixed.add(name(equality.rightFeature()));
    }
  }

  private static String name(Feature feature) {
    return feature.name().toLowerCase(Locale.ROOT);
  }
}
