package io.calque.rewrite;

import io.calque.bind.BoundJoin;
import io.calque.bind.BoundName;
import io.calque.bind.EntityUse;
import io.calque.bind.Equality;
import io.calque.bind.MetricSelect;
import io.calque.bind.MetricSelect.Conjunct;
import io.calque.bind.SelectJoin;
import io.calque.error.SqlPlace;
import io.calque.model.Feature;
import io.calque.model.Side;
import io.calque.rewrite.MetricPlan.PlannedCall;
import io.calque.warehouse.Aggregates;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the entities of a SELECT that can be grouped before they are joined.
 *
 * <p>The query may name of them only what its joins go by, which they are grouped by, and what
 * conditions of WHERE are about that move with them; and it may ask for no metric of them that
 * cannot be had from partial aggregates. Then it makes no difference which rows of a group were
 * joined: only how many, which nothing but metrics may look at ({@link MetricSelect#rowsMatter}).
 */
final class FoldFinder {
  private final MetricSelect select;
  private final List<PlannedCall> calls;
  private final List<BoundName> names;
  private final Aggregates functions;

  FoldFinder(
      MetricSelect select, List<PlannedCall> calls, List<BoundName> names, Aggregates functions) {
    this.select = select;
    this.calls = calls;
    this.names = names;
    this.functions = functions;
  }

  static boolean contains(SqlPlace outer, SqlPlace inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  /** The entities whose grouping keeps rows that metrics aggregate from being repeated. */
  Map<EntityUse, Fold> folds() {
    Map<EntityUse, Fold> folds = new LinkedHashMap<>();
    boolean showsMore = select.hasStar() || !select.stars().isEmpty();
    if (select.rowsMatter() || select.others() > 0 || showsMore) {
      return folds;
    }
    FanOut unfolded = new FanOut(select, Map.of());
    Set<EntityUse> repeating = new LinkedHashSet<>();
    calls.forEach(call -> repeating.addAll(unfolded.repeating(call.call().use())));
    for (EntityUse use : repeating) {
      fold(use).ifPresent(fold -> folds.put(use, fold));
    }
    boolean isSettled;
    do {
      FanOut folded = new FanOut(select, folds);
      isSettled =
          !folds.keySet().removeIf(use -> isRepeated(use, folded) || !helps(use, unfolded, folded));
    } while (!isSettled);
    return new NearRowsFinder(select, names, folds).restricted();
  }

  /** Whether a group would count more than once for the entity's metrics. */
  private boolean isRepeated(EntityUse use, FanOut folded) {
    return calls.stream()
        .anyMatch(call -> call.call().use() == use && folded.mayRepeat(call.call()));
  }

  /** Whether it no longer repeats the rows of some metric, as it did. */
  private boolean helps(EntityUse use, FanOut unfolded, FanOut folded) {
    return calls.stream()
        .map(call -> call.call().use())
        .anyMatch(
            owner ->
                unfolded.repeating(owner).contains(use) && !folded.repeating(owner).contains(use));
  }

  private Optional<Fold> fold(EntityUse use) {
    boolean isSeen = use.isWholeRow() || use.isMarked();
    if (isSeen || !calls.stream().filter(call -> call.call().use() == use).allMatch(this::isPart)) {
      return Optional.empty();
    }
    Set<Feature> keys = new LinkedHashSet<>();
    for (SelectJoin join : select.joins()) {
      Optional<BoundJoin> model = join.modelJoin().filter(j -> j.from() == use || j.to() == use);
      if (model.isPresent() && !model.get().traversal().join().path().isDirect()) {
        return Optional.empty();
      }
      model.ifPresent(j -> addEnd(j, use, keys));
      for (Equality equality : join.equalities()) {
        equality.end(use).ifPresent(keys::add);
      }
    }
    List<Conjunct> own =
        select.conjuncts().stream().filter(c -> c.use().equals(Optional.of(use))).toList();
    boolean isHidden =
        names.stream()
            .filter(name -> name.use().equals(Optional.of(use)))
            .allMatch(
                name -> isAmong(own, name) || isInFrom(name) && keys.contains(name.feature()));
    Fold fold = new Fold(use, keys, own, Optional.empty());
    return keys.isEmpty()
            || fold.isOfSingleRows()
            || !isHidden
            || use.isNullable() && !own.isEmpty()
        ? Optional.empty()
        : Optional.of(fold);
  }

  private boolean isPart(PlannedCall call) {
    return call.call().through().isEmpty()
        && call.call().filter().isEmpty()
        && call.metric().isUnderstood()
        && call.metric().aggregates().stream()
            .allMatch(aggregate -> PartialAggregate.of(aggregate, functions).isPresent());
  }

  /** Adds the features that the model's condition names at its end. */
  private static void addEnd(BoundJoin join, EntityUse use, Set<Feature> keys) {
    Near near = new Near(join.traversal().join().path(), join.traversal().direction());
    Side side = join.from() == use ? near.nearSide() : near.farSide();
    near.firstHop()
        .predicate()
        .sideRefs(side)
        .forEach(name -> keys.add(use.entity().feature(name).orElseThrow()));
  }

  private static boolean isAmong(List<Conjunct> conjuncts, BoundName name) {
    return conjuncts.stream().anyMatch(conjunct -> contains(conjunct.place(), name.place()));
  }

  private boolean isInFrom(BoundName name) {
    return contains(select.source(), name.place()) && !isAmong(select.conjuncts(), name);
  }
}
