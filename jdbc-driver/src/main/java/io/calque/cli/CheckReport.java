package io.calque.cli;

import io.calque.cli.data.Finding;
import io.calque.model.SemanticModel;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.Problem;
import io.calque.model.read.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param queries empty if no saved queries were looked at
 * @param findings in the data; empty if it was not looked at
 */
record CheckReport(
    LoadedModel loaded, Optional<CompiledQueries> queries, Optional<List<Finding>> findings) {
  /**
   * Saved queries that were compiled.
   *
   * @param count how many
   * @param faults those that do not compile
   */
  record CompiledQueries(int count, List<SavedQueries.Fault> faults) {
    CompiledQueries {
      faults = List.copyOf(faults);
    }
  }

  boolean hasErrors() {
    return loaded.hasErrors()
        || queries.filter(compiled -> !compiled.faults().isEmpty()).isPresent()
        || dataSeverities().contains(Severity.ERROR);
  }

  private List<Severity> dataSeverities() {
    return findings.orElse(List.of()).stream().map(finding -> finding.kind().severity()).toList();
  }

  /** How many of that severity were found, saved queries that do not compile among the errors. */
  long count(Severity severity) {
    long all =
        loaded.problems().stream().filter(problem -> problem.severity() == severity).count()
            + dataSeverities().stream().filter(severity::equals).count();
    int faults = queries.map(compiled -> compiled.faults().size()).orElse(0);
    return severity == Severity.ERROR ? all + faults : all;
  }

  /** The model in a line. */
  String modelSummary() {
    SemanticModel model = loaded.model();
    return "%s: %s, %s; %s"
        .formatted(
            model.name(),
            count(model.entities().size(), "entit", "y", "ies"),
            count(model.relationships().size(), "relationship", "", "s"),
            counts(loaded.problems().stream().map(Problem::severity).toList()));
  }

  /** The saved queries in a line, where they were looked at. */
  Optional<String> querySummary() {
    return queries.map(
        compiled ->
            "%s; %s"
                .formatted(
                    count(compiled.count(), "quer", "y", "ies"),
                    compiled.faults().isEmpty()
                        ? "all compile"
                        : compiled.faults().size()
                            + (compiled.faults().size() == 1 ? " does" : " do")
                            + " not compile"));
  }

  /** The data in a line, where it was looked at. */
  Optional<String> dataSummary() {
    return findings.map(all -> "the data: " + counts(dataSeverities()));
  }

  private static String counts(List<Severity> severities) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = severities.stream().filter(severity::equals).count();
      if (count > 0) {
        counts.add(count(count, severity == Severity.INFO ? "remark" : severity.label(), "", "s"));
      }
    }
    return counts.isEmpty() ? "no problems" : String.join(", ", counts);
  }

  private static String count(long count, String noun, String singular, String plural) {
    return count + " " + noun + (count == 1 ? singular : plural);
  }
}
