package io.calque.cli;

import io.calque.cli.diff.RowDifference;
import io.calque.cli.diff.RowDifference.NotComparable;
import io.calque.cli.diff.RowDifference.OtherColumns;
import io.calque.cli.diff.RowDifference.OtherRows;
import io.calque.cli.diff.RowDifference.Refused;
import io.calque.error.CalqueException;
import io.calque.model.Place;
import io.calque.model.diff.Change;
import io.calque.model.diff.Change.Detail;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What changed between two projects, for people in front of a terminal. */
final class DiffText {
  private static final String MARGIN = "    ";

  private final List<String> lines = new ArrayList<>();

  private DiffText() {}

  static String of(DiffReport report) {
    DiffText text = new DiffText();
    text.line("model: " + report.modelSummary());
    report.errors().forEach(error -> error.toString().lines().forEach(text::line));
    report.changes().forEach(text::add);
    if (report.queries().isPresent()) {
      text.line("");
      text.line("saved queries: " + report.querySummary());
      report.toldQueries().forEach(text::add);
    }
    if (report.numbers().isPresent()) {
      text.line("");
      text.line("entities and metrics: " + report.numberSummary());
      for (DiffReport.Numbers numbers : report.toldNumbers()) {
        text.line("~ " + numbers.about());
        rows(numbers.rows()).forEach(line -> text.line(MARGIN + line));
      }
    }
    text.line("");
    text.line(report.verdict());
    return String.join("\n", text.lines) + "\n";
  }

  private void line(String line) {
    lines.add(line);
  }

  static char mark(Change.Type type) {
    return switch (type) {
      case REMOVED -> '-';
      case RENAMED -> '>';
      case CHANGED -> '~';
      case ADDED -> '+';
    };
  }

  /** Where it is, and where it was if that is elsewhere or it is gone. */
  static String place(Change change) {
    String now = change.after().map(Place::toString).orElse("");
    String was = change.before().map(Place::toString).orElse(now);
    if (was.equals(now)) {
      return now;
    }
    return (now + " (was " + was + ")").strip();
  }

  private void add(Change change) {
    String formerly = change.formerly().map(old -> ", formerly " + old.name()).orElse("");
    line(
        "%s %s %s%s  %s"
            .formatted(
                mark(change.type()),
                change.element().kind(),
                change.element().name(),
                formerly,
                place(change)));
    change.details().forEach(this::add);
  }

  private void add(Detail detail) {
    if (detail.before().isEmpty() || detail.after().isEmpty()) {
      String sign = detail.before().isEmpty() ? "+ " : "- ";
      text(sign, detail.before() + detail.after(), detail.aspect() + ": ");
    } else {
      line(MARGIN + detail.aspect() + ":");
      text("  - ", detail.before(), "");
      text("  + ", detail.after(), "");
    }
  }

  /** A text of one or more lines, each with its sign. */
  private void text(String sign, String text, String label) {
    String first = label;
    for (String each : text.lines().toList()) {
      line(MARGIN + sign + first + each);
      first = "";
    }
  }

  private void add(QueryDiff query) {
    line("~ %s: %s".formatted(query.query().place(), query.status()));
    query
        .fault()
        .ifPresent(
            fault ->
                Stream.concat(Stream.of(headline(fault)), excerpt(fault.error()))
                    .forEach(each -> line(MARGIN + each)));
    query.sql().forEach(each -> line(MARGIN + each));
    query
        .rows()
        .filter(rows -> !QueryDiff.isSame(rows))
        .ifPresent(rows -> rows(rows).forEach(each -> line(MARGIN + each)));
  }

  /** As compilers write it. */
  static String headline(SavedQueries.Fault fault) {
    return "%s:%d:%d: error %s: %s"
        .formatted(
            fault.query().file(),
            fault.line(),
            fault.column(),
            fault.error().code().label(),
            fault.error().reason());
  }

  private static Stream<String> excerpt(CalqueException error) {
    return error.place().stream().flatMap(place -> place.excerpt().lines().skip(1));
  }

  /** How rows differ, in lines. */
  static List<String> rows(RowDifference rows) {
    List<String> lines = new ArrayList<>();
    if (rows instanceof OtherRows other) {
      String least = other.isAtLeast() ? "at least " : "";
      lines.add("rows: %s%d gone, %d new".formatted(least, other.gone(), other.come()));
      other.goneExamples().forEach(row -> lines.add("- " + row));
      other.comeExamples().forEach(row -> lines.add("+ " + row));
    } else if (rows instanceof OtherColumns other) {
      lines.add("columns:");
      lines.add("- " + String.join(", ", other.before()));
      lines.add("+ " + String.join(", ", other.after()));
    } else if (rows instanceof Refused refused) {
      refused.error().lines().forEach(lines::add);
    } else if (rows instanceof NotComparable not) {
      ("rows not compared: " + not.reason()).lines().forEach(lines::add);
    }
    return lines.stream().map(line -> String.join(" ", DisplayText.lines(line))).toList();
  }
}
