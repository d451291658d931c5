package io.calque.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One JOIN in the FROM of a SELECT, with what its condition makes equal. An equality holds where
 * the condition does, and an outer join shows rows for which it does not: so it has to be known
 * which join an equality is of, and what stands on which side of that.
 *
 * @param rows which rows of either side stay
 * @param left the entities on the left, however deep
 * @param right those on the right
 * @param equalities between features, that the user wrote as conjuncts of the condition
 * @param modelJoin the join of the model that it asks for
 */
public record SelectJoin(
    Rows rows,
    Set<EntityUse> left,
    Set<EntityUse> right,
    List<Equality> equalities,
    Optional<BoundJoin> modelJoin) {
  /** Which rows of either side stay without a match. */
  public enum Rows {
    MATCHED,
    ALL_LEFT,
    ALL_RIGHT,
    ALL,
    /** Those of the left that match nothing, as ANTI JOIN gives: its condition holds in no row. */
    UNMATCHED_LEFT
  }

  public SelectJoin {
    left = Set.copyOf(left);
    right = Set.copyOf(right);
    equalities = List.copyOf(equalities);
  }

  /** What is gathered about a JOIN while it is being bound. */
  static final class Builder {
    private final Rows rows;
    private final List<Relation> left;
    private final List<Relation> right;
    private final List<Equality> equalities = new ArrayList<>();
    private Optional<BoundJoin> modelJoin = Optional.empty();

    Builder(Rows rows, List<Relation> left, List<Relation> right) {
      this.rows = rows;
      this.left = left;
      this.right = right;
    }

    void add(BoundName one, BoundName other) {
      if (one.use().isPresent() && other.use().isPresent()) {
        equalities.add(
            new Equality(one.use().get(), one.feature(), other.use().get(), other.feature()));
      }
    }

    void add(BoundJoin join) {
      modelJoin = Optional.of(join);
    }

    SelectJoin build() {
      return new SelectJoin(rows, entities(left), entities(right), equalities, modelJoin);
    }

    private static Set<EntityUse> entities(List<Relation> relations) {
      return relations.stream()
          .filter(EntityUse.class::isInstance)
          .map(EntityUse.class::cast)
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
