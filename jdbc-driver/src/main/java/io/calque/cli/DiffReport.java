package io.calque.cli;

import io.calque.cli.QueryDiff.Status;
import io.calque.cli.diff.RowDifference;
import io.calque.model.diff.Change;
import io.calque.model.read.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What changed between two projects.
 *
 * @param errors of the newer model, for which nobody can connect to it
 * @param changes of the model
 * @param queries what became of saved queries; empty if none were looked at
 * @param numbers what became of entities and metrics, where data was compared; else empty
 */
record DiffReport(
    List<Problem> errors,
    List<Change> changes,
    Optional<List<QueryDiff>> queries,
    Optional<List<Numbers>> numbers) {
  DiffReport {
    errors = List.copyOf(errors);
    changes = List.copyOf(changes);
  }

  /**
   * The rows of an entity, or the value of a metric.
   *
   * @param about which
   */
  record Numbers(String about, RowDifference rows) {}

  /** Whether somebody who used the older project would be hurt. */
  boolean breaks() {
    return !errors.isEmpty()
        || count(Status.BROKEN) > 0
        || changedNumbers() > 0
        || changedAnswers() > 0
        || queries.isEmpty() && losses() > 0;
  }

  long count(Change.Type type) {
    return changes.stream().filter(change -> change.type() == type).count();
  }

  long count(Status status) {
    return all().stream().filter(query -> query.status() == status).count();
  }

  /** Saved queries with other rows. */
  long changedAnswers() {
    return all().stream().filter(QueryDiff::hasOtherRows).count();
  }

  /** Entities and metrics with other rows. */
  long changedNumbers() {
    return numbers.orElse(List.of()).stream().filter(each -> each.rows().isChange()).count();
  }

  /** Changes that take something away which queries could name. */
  long losses() {
    return changes.stream().filter(Change::takesAway).count();
  }

  private List<QueryDiff> all() {
    return queries.orElse(List.of());
  }

  /** Entities and metrics of which there is something to tell. */
  List<Numbers> toldNumbers() {
    return numbers.orElse(List.of()).stream()
        .filter(each -> !QueryDiff.isSame(each.rows()))
        .toList();
  }

  /** Saved queries of which there is something to tell, worst first. */
  List<QueryDiff> toldQueries() {
    return all().stream()
        .filter(QueryDiff::isWorthTelling)
        .sorted(Comparator.comparing(QueryDiff::status))
        .toList();
  }

  /** The model's changes in a line. */
  String modelSummary() {
    List<String> counts = new ArrayList<>();
    for (Change.Type type : Change.Type.values()) {
      if (count(type) > 0) {
        counts.add(count(type) + " " + type);
      }
    }
    return counts.isEmpty() ? "nothing changed" : String.join(", ", counts);
  }

  /** The saved queries in a line. */
  String querySummary() {
    List<String> counts = new ArrayList<>();
    for (Status status : Status.values()) {
      if (count(status) > 0) {
        counts.add(count(status) + " " + status);
      }
    }
    if (changedAnswers() > 0) {
      counts.add(changedAnswers() + " with other rows");
    }
    return counts.isEmpty() ? "none there" : String.join(", ", counts);
  }

  /** The entities and metrics in a line. */
  String numberSummary() {
    return "%d compared, %d with other rows"
        .formatted(numbers.orElse(List.of()).size(), changedNumbers());
  }

  /** What breaks, in a line. */
  String verdict() {
    List<String> reasons = new ArrayList<>();
    add(reasons, errors.size(), "error in the model", "errors in the model");
    add(reasons, count(Status.BROKEN), "saved query", "saved queries");
    add(reasons, changedAnswers(), "saved query has other rows", "saved queries have other rows");
    add(
        reasons,
        changedNumbers(),
        "entity or metric has other rows",
        "entities or metrics have other rows");
    if (queries.isEmpty()) {
      add(reasons, losses(), "name is gone", "names are gone");
    }
    return reasons.isEmpty() ? "nothing breaks" : "breaks: " + String.join("; ", reasons);
  }

  private static void add(List<String> reasons, long count, String singular, String plural) {
    if (count > 0) {
      reasons.add(count + " " + (count == 1 ? singular : plural));
    }
  }
}
