package io.calque.cli;

import io.calque.cli.SavedQueries.Fault;
import io.calque.cli.data.Finding;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.Problem;
import io.calque.model.read.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a check found, as one document for programs. */
final class CheckDocument {
  private final ModelFiles files;
  private final Path queries;
  private final List<Map<String, Object>> problems = new ArrayList<>();

  private CheckDocument(ModelFiles files, Path queries) {
    this.files = files;
    this.queries = queries;
  }

  /**
   * The document as {@link JsonText} takes it.
   *
   * @param queries the folder of the saved queries; may be null if there are none
   */
  static Map<String, Object> of(CheckReport report, ModelFiles files, Path queries) {
    CheckDocument document = new CheckDocument(files, queries);
    LoadedModel loaded = report.loaded();
    loaded.problems().forEach(document::add);
    report.queries().ifPresent(compiled -> compiled.faults().forEach(document::add));
    report.findings().ifPresent(findings -> findings.forEach(document::add));
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("entities", loaded.model().entities().size());
    summary.put("relationships", loaded.model().relationships().size());
    report.queries().ifPresent(compiled -> summary.put("queries", compiled.count()));
    summary.put("errors", report.count(Severity.ERROR));
    summary.put("warnings", report.count(Severity.WARNING));
    summary.put("remarks", report.count(Severity.INFO));
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("model", loaded.model().name());
    whole.put("problems", document.problems);
    whole.put("summary", summary);
    return whole;
  }

  private void add(Problem problem) {
    Map<String, Object> object =
        object("model", files.shown(problem.place().file()), problem.severity());
    object.put("line", problem.place().line());
    object.put("column", problem.place().column());
    object.put("code", problem.rule().code());
    object.put("text", problem.message());
    object.put("remedy", problem.remedy());
  }

  private void add(Fault fault) {
    String file = queries.resolve(fault.query().file()).toString();
    Map<String, Object> object = object("query", file, Severity.ERROR);
    object.put("line", fault.line());
    object.put("column", fault.column());
    object.put("code", fault.error().code().label());
    object.put("text", fault.error().reason());
    object.put("remedy", "");
  }

  private void add(Finding finding) {
    Map<String, Object> object =
        object("data", files.shown(finding.place().file()), finding.kind().severity());
    object.put("line", finding.place().line());
    object.put("column", finding.place().column());
    object.put("code", finding.kind().code());
    object.put("text", finding.message());
    object.put("remedy", finding.effect());
  }

  private Map<String, Object> object(String about, String file, Severity severity) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("about", about);
    object.put("severity", severity.label());
    object.put("file", file);
    problems.add(object);
    return object;
  }
}
