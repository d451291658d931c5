package io.calque.cli;

import io.calque.cli.QueryDiff.Status;
import io.calque.cli.SavedQueries.Fault;
import io.calque.cli.diff.RowDifference;
import io.calque.cli.diff.RowDifference.NotComparable;
import io.calque.cli.diff.RowDifference.OtherColumns;
import io.calque.cli.diff.RowDifference.OtherRows;
import io.calque.cli.diff.RowDifference.Refused;
import io.calque.model.Place;
import io.calque.model.diff.Change;
import io.calque.model.diff.Change.Detail;
import io.calque.model.graph.Element;
import io.calque.model.read.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/** What changed between two projects, as one document for programs. */
final class DiffDocument {
  private DiffDocument() {}

  /** The document as {@link JsonText} takes it. */
  static Map<String, Object> of(DiffReport report) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("breaks", report.breaks());
    whole.put("verdict", report.verdict());
    whole.put("summary", summary(report));
    whole.put("errors", report.errors().stream().map(DiffDocument::error).toList());
    whole.put("changes", report.changes().stream().map(DiffDocument::change).toList());
    report
        .queries()
        .ifPresent(
            all ->
                whole.put(
                    "queries", report.toldQueries().stream().map(DiffDocument::query).toList()));
    report
        .numbers()
        .ifPresent(
            all ->
                whole.put(
                    "numbers", report.toldNumbers().stream().map(DiffDocument::numbers).toList()));
    return whole;
  }

  private static Map<String, Object> summary(DiffReport report) {
    Map<String, Object> summary = new LinkedHashMap<>();
    for (Change.Type type : Change.Type.values()) {
      summary.put(type.toString(), report.count(type));
    }
    summary.put("names_gone", report.losses());
    if (report.queries().isPresent()) {
      Map<String, Object> queries = new LinkedHashMap<>();
      for (Status status : Status.values()) {
        queries.put(status.toString(), report.count(status));
      }
      queries.put("other rows", report.changedAnswers());
      summary.put("queries", queries);
    }
    report
        .numbers()
        .ifPresent(
            all ->
                summary.put(
                    "numbers",
                    object("compared", all.size(), "other rows", report.changedNumbers())));
    return summary;
  }

  /** An object of names and values in turn. */
  private static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  private static Map<String, Object> error(Problem problem) {
    return object(
        "file", problem.place().file(),
        "line", problem.place().line(),
        "column", problem.place().column(),
        "code", problem.rule().code(),
        "text", problem.message(),
        "remedy", problem.remedy());
  }

  private static Map<String, Object> change(Change change) {
    return object(
        "change", change.type().toString(),
        "kind", change.element().kind().toString(),
        "name", change.element().name(),
        "formerly", change.formerly().map(Element::name),
        "before", change.before().map(Place::toString),
        "after", change.after().map(Place::toString),
        "names_gone", change.lostNames().stream().sorted().toList(),
        "details", change.details().stream().map(DiffDocument::detail).toList());
  }

  private static Map<String, Object> detail(Detail detail) {
    return object("aspect", detail.aspect(), "before", detail.before(), "after", detail.after());
  }

  private static Map<String, Object> query(QueryDiff query) {
    return object(
        "place", query.query().place(),
        "status", query.status().toString(),
        "error", query.fault().map(DiffDocument::fault),
        "sql", query.sql(),
        "rows", query.rows().map(DiffDocument::rows));
  }

  private static Map<String, Object> fault(Fault fault) {
    return object(
        "file", fault.query().file().toString(),
        "line", fault.line(),
        "column", fault.column(),
        "code", fault.error().code().label(),
        "text", fault.error().reason());
  }

  private static Map<String, Object> numbers(DiffReport.Numbers numbers) {
    return object("about", numbers.about(), "rows", rows(numbers.rows()));
  }

  private static Map<String, Object> rows(RowDifference rows) {
    if (rows instanceof OtherRows other) {
      return object(
          "result", "other rows",
          "gone", other.gone(),
          "new", other.come(),
          "at_least", other.isAtLeast(),
          "gone_examples", other.goneExamples(),
          "new_examples", other.comeExamples());
    }
    if (rows instanceof OtherColumns other) {
      return object("result", "other columns", "before", other.before(), "after", other.after());
    }
    if (rows instanceof Refused refused) {
      return object("result", "refused", "error", refused.error());
    }
    return rows instanceof NotComparable not
        ? object("result", "not compared", "reason", not.reason())
        : object("result", "same");
  }
}
