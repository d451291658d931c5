package io.calque.generated;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Runs models with their queries, from any number of threads, and keeps count. */
final class Suite {
  /** A query costs little; a model, its project and its database cost more. */
  static final int QUERIES_PER_MODEL = 25;

  /**
   * A case that failed.
   *
   * @param origin how to make it again
   */
  record Failure(String origin, Case failing, String kind) {
    /** The whole story, told of the smallest case that fails in the same way. */
    String report() throws SQLException, IOException {
      return Report.of(origin + ": " + kind, new Shrinker(failing, kind).shrunk());
    }
  }

  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final List<Failure> failures = new ArrayList<>();

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  int count(Counted what) {
    return counts.getOrDefault(what.label, 0);
  }

  /** What is counted besides constructs. */
  enum Counted {
    CASES("CASES"),
    KNOWN("left out: a known defect"),
    TOO_MANY_ROWS("left out: too many joined rows"),
    WAREHOUSE_ERRED("DuckDB's optimizer erred");

    private final String label;

    Counted(String label) {
      this.label = label;
    }
  }

  /** Makes a model of a seed and queries over it, and tries them. */
  void run(long seed) {
    Model model = new ModelMaker(new Dice(seed)).model();
    try (CalqueProject project = CalqueProject.open(model)) {
      for (int i = 0; i < QUERIES_PER_MODEL; i++) {
        Query query = new QueryMaker(new Dice(seed * 31 + i), model).query();
        run("model %d, query %d".formatted(seed, i), new Case(model, query), project);
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(
          "model %d: %s%n%s".formatted(seed, e.getMessage(), Report.model(model)), e);
    }
  }

  private void run(String origin, Case tried, CalqueProject project) {
    if (KnownDefect.anyMetBy(tried)) {
      count(Counted.KNOWN.label);
      return;
    }
    Verdict verdict;
    try {
      verdict = Verdict.of(tried, project);
    } catch (FromAnswer.TooManyRowsException e) {
      count(Counted.TOO_MANY_ROWS.label);
      return;
    } catch (RuntimeException e) {
      throw new IllegalStateException(origin + " can't be evaluated: " + tried.sql(), e);
    }
    count(Counted.CASES.label);
    Constructs.of(tried).forEach(this::count);
    if (verdict.warehouseErred()) {
      count(Counted.WAREHOUSE_ERRED.label);
    }
    verdict.failure().ifPresent(kind -> fail(new Failure(origin, tried, kind)));
  }

  private synchronized void fail(Failure failure) {
    failures.add(failure);
  }

  synchronized List<Failure> failures() {
    return List.copyOf(failures);
  }

  /** The constructs that no case had. */
  List<String> missing() {
    return Constructs.required().stream().filter(c -> !counts.containsKey(c)).toList();
  }

  /** How many cases had what. */
  String summary() {
    StringBuilder summary = new StringBuilder();
    new TreeMap<>(counts)
        .forEach((what, count) -> summary.append("%8d  %s%n".formatted(count, what)));
    return summary.toString();
  }
}
