package io.calque.cli;

import io.calque.model.diff.Change;
import io.calque.model.diff.Change.Detail;
import io.calque.model.read.Problem;
import java.util.ArrayList;
import java.util.List;

/** What changed between two projects, as a comment on a pull request. */
final class DiffMarkdown {
  private final StringBuilder out = new StringBuilder();

  private DiffMarkdown() {}

  static String of(DiffReport report) {
    DiffMarkdown markdown = new DiffMarkdown();
    markdown.line("## Model: " + report.modelSummary());
    markdown.line("");
    markdown.line((report.breaks() ? ":x: " : ":white_check_mark: ") + report.verdict());
    if (!report.errors().isEmpty()) {
      markdown.line("");
      markdown.block("text", report.errors().stream().map(Problem::toString).toList());
    }
    if (!report.changes().isEmpty()) {
      markdown.table(report.changes());
    }
    if (report.queries().isPresent()) {
      markdown.line("");
      markdown.line("### Saved queries: " + report.querySummary());
      report.toldQueries().forEach(markdown::add);
    }
    if (report.numbers().isPresent()) {
      markdown.line("");
      markdown.line("### Entities and metrics: " + report.numberSummary());
      for (DiffReport.Numbers numbers : report.toldNumbers()) {
        markdown.folded(numbers.about(), DiffText.rows(numbers.rows()));
      }
    }
    return markdown.out.toString();
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  private void table(List<Change> changes) {
    line("");
    line("| | what | where | before | after |");
    line("| --- | --- | --- | --- | --- |");
    for (Change change : changes) {
      String formerly = change.formerly().map(old -> ", formerly " + code(old.name())).orElse("");
      row(
          change.type().toString(),
          change.element().kind() + " " + code(change.element().name()) + formerly,
          DiffText.place(change),
          said(change.details(), true),
          said(change.details(), false));
    }
  }

  private static String said(List<Detail> details, boolean before) {
    List<String> all = new ArrayList<>();
    for (Detail detail : details) {
      String text = before ? detail.before() : detail.after();
      if (!text.isEmpty()) {
        all.add(detail.aspect() + ": " + code(text));
      }
    }
    return String.join("<br>", all);
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  /** A text in a cell, as it stands: a bar would end the cell even there. */
  private static String code(String text) {
    String flat = text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
    String fence = flat.contains("`") ? "``" : "`";
    return flat.contains("`") ? fence + " " + flat + " " + fence : fence + flat + fence;
  }

  private void add(QueryDiff query) {
    List<String> lines = new ArrayList<>();
    query.fault().ifPresent(fault -> lines.addAll(DiffText.headline(fault).lines().toList()));
    lines.addAll(query.sql());
    query.rows().ifPresent(rows -> lines.addAll(DiffText.rows(rows)));
    folded(query.query().place() + ": " + query.status(), lines);
  }

  private void folded(String summary, List<String> lines) {
    line("");
    line("<details><summary>" + html(summary) + "</summary>");
    line("");
    block("diff", lines);
    line("");
    line("</details>");
  }

  private static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Text as it stands; the fence is longer than any in it. */
  private void block(String language, List<String> lines) {
    String fence = "```";
    while (String.join("\n", lines).contains(fence)) {
      fence += "`";
    }
    line(fence + language);
    lines.forEach(this::line);
    line(fence);
  }
}
