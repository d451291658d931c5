package io.calque.generated;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes a case that fails small, as long as it fails in the same way. */
final class Shrinker {
  private static final int MOST_TRIALS = 3000;

  private final String failure;
  private int trials;
  private Case smallest;

  Shrinker(Case failing, String failure) {
    this.smallest = failing;
    this.failure = failure;
  }

  Case shrunk() throws SQLException, IOException {
    boolean smaller = true;
    while (smaller && trials < MOST_TRIALS) {
      smaller = shrinkQuery();
      smaller |= shrinkModel(ModelShrinks::ofDefinitions);
      smaller |= shrinkModel(ModelShrinks::ofData);
    }
    return smallest;
  }

  private boolean shrinkQuery() throws SQLException, IOException {
    boolean any = false;
    try (CalqueProject project = CalqueProject.open(smallest.model())) {
      boolean smaller = true;
      while (smaller && trials < MOST_TRIALS) {
        smaller = false;
        for (Query query : QueryShrinks.of(smallest.query())) {
          Case candidate = new Case(smallest.model(), query);
          if (fails(candidate, project)) {
            smallest = candidate;
            smaller = true;
            any = true;
            break;
          }
        }
      }
    }
    return any;
  }

  /** Goes on with the candidates behind the one that was taken, so that no part is tried twice. */
  private boolean shrinkModel(Function<Model, List<Model>> shrinks) throws IOException {
    boolean any = false;
    int next = 0;
    List<Model> candidates = shrinks.apply(smallest.model());
    while (next < candidates.size() && trials < MOST_TRIALS) {
      Case candidate = new Case(candidates.get(next), smallest.query());
      if (fails(candidate)) {
        smallest = candidate;
        candidates = shrinks.apply(smallest.model());
        any = true;
      } else {
        next++;
      }
    }
    return any;
  }

  private boolean fails(Case candidate) throws IOException {
    try {
      new Answer(new World(candidate.model()), candidate.query(), Answer.NOWHERE).rows();
    } catch (RuntimeException e) {
      return false;
    }
    try (CalqueProject project = CalqueProject.open(candidate.model())) {
      return fails(candidate, project);
    } catch (SQLException e) {
      return false;
    }
  }

  private boolean fails(Case candidate, CalqueProject project) {
    trials++;
    try {
      return QueryCheck.isValid(candidate.query())
          && Verdict.of(candidate, project).failure().equals(Optional.of(failure));
    } catch (RuntimeException e) {
      return false;
    }
  }
}
