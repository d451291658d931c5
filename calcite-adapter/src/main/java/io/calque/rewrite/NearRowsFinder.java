package io.calque.rewrite;

import io.calque.bind.BoundName;
import io.calque.bind.EntityUse;
import io.calque.bind.Equality;
import io.calque.bind.MetricSelect;
import io.calque.bind.MetricSelect.Conjunct;
import io.calque.bind.SelectJoin;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.TableName;
import io.calque.rewrite.FanOut.Condition;
import io.calque.rewrite.Fold.NearRows;
import io.calque.rewrite.Fold.Reached;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds for entities that are grouped before they are joined which of their rows can meet any, as
 * far as WHERE filters the other entities by conditions that can be asked twice.
 *
 * <p>Only joins whose condition holds wherever there is a row count: all other rows are then left
 * out by the query itself.
 */
final class NearRowsFinder {
  private final MetricSelect select;
  private final List<BoundName> names;
  private final Map<EntityUse, Fold> folds;
  private final List<Condition> joins;

  NearRowsFinder(MetricSelect select, List<BoundName> names, Map<EntityUse, Fold> folds) {
    this.select = select;
    this.names = names;
    this.folds = folds;
    this.joins = select.joins().stream().map(Condition::of).toList();
  }

  /**
   * The folds of those rows alone that others can meet. Where the query filters the others in a way
   * that cannot be asked twice there are no folds: to group all rows for the sake of a few would
   * cost more than it saves.
   */
  Map<EntityUse, Fold> restricted() {
    if (!filtersOthers()) {
      return folds;
    }
    Map<EntityUse, Fold> restricted = new LinkedHashMap<>();
    for (Fold fold : folds.values()) {
      near(fold.use()).ifPresent(near -> restricted.put(fold.use(), fold.near(near)));
    }
    return restricted.size() == folds.size() ? restricted : Map.of();
  }

  private boolean filtersOthers() {
    return select.conjuncts().stream()
            .anyMatch(c -> c.use().isEmpty() || !folds.containsKey(c.use().get()))
        || names.stream().anyMatch(name -> isInFrom(name) && !isEqualised(name));
  }

  private boolean isInFrom(BoundName name) {
    return FoldFinder.contains(select.source(), name.place())
        && select.conjuncts().stream()
            .noneMatch(conjunct -> FoldFinder.contains(conjunct.place(), name.place()));
  }

  private boolean isEqualised(BoundName name) {
    return joins.stream()
        .flatMap(join -> join.equalities().stream())
        .anyMatch(
            equality -> name.use().flatMap(equality::end).equals(Optional.of(name.feature())));
  }

  private Optional<NearRows> near(EntityUse use) {
    for (Condition join : joins) {
      if (join.holdsWhere(Set.of(use))) {
        for (Equality equality : join.equalities()) {
          Optional<EntityUse> near = equality.other(use).filter(this::canBeAskedTwice);
          if (near.isPresent()) {
            return near(equality, near.get());
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<NearRows> near(Equality equality, EntityUse near) {
    List<Reached> reached = new ArrayList<>();
    Set<EntityUse> seen = new HashSet<>(Set.of(near));
    reach(near, seen, reached);
    List<Conjunct> conditions = new ArrayList<>(filtersOf(near));
    reached.forEach(each -> conditions.addAll(filtersOf(each.use())));
    return conditions.isEmpty()
        ? Optional.empty()
        : Optional.of(new NearRows(equality, reached, conditions));
  }

  /** Adds the entities that lead on to some that WHERE filters, each after that it is joined to. */
  private void reach(EntityUse from, Set<EntityUse> seen, List<Reached> into) {
    for (Condition join : joins) {
      if (join.join().rows() == SelectJoin.Rows.MATCHED) {
        for (Equality equality : join.equalities()) {
          equality
              .other(from)
              .filter(next -> canBeAskedTwice(next) && seen.add(next))
              .ifPresent(next -> reach(from, next, join, seen, into));
        }
      }
    }
  }

  private void reach(
      EntityUse from, EntityUse next, Condition join, Set<EntityUse> seen, List<Reached> into) {
    List<Equality> between =
        join.equalities().stream()
            .filter(equality -> equality.other(from).equals(Optional.of(next)))
            .toList();
    List<Reached> beyond = new ArrayList<>();
    reach(next, seen, beyond);
    if (!beyond.isEmpty() || !filtersOf(next).isEmpty()) {
      into.add(new Reached(next, between));
      into.addAll(beyond);
    }
  }

  private boolean canBeAskedTwice(EntityUse use) {
    return !folds.containsKey(use) && use.entity().source() instanceof TableName;
  }

  /** The conditions on an entity that hold for the same rows if asked twice, and cost little. */
  private List<Conjunct> filtersOf(EntityUse use) {
    return select.conjuncts().stream()
        .filter(c -> c.use().equals(Optional.of(use)) && !c.hasFunction())
        .filter(c -> c.features().stream().allMatch(FieldFeature.class::isInstance))
        .toList();
  }
}
