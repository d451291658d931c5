package io.calque.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All figures, for people and for programs. */
final class Report {
  private final List<Figure> figures = new ArrayList<>();

  void add(Figure figure) {
    figures.add(figure);
  }

  static final String HEAD =
      "| what | Calque | rival | measured [95%] | target | met? |\n|---|---|---|---|---|---|";

  /** A line of the table, in Markdown. */
  static String line(Figure figure) {
    String verdict = figure.target().equals(Target.NONE) ? "" : figure.isMet() ? "yes" : "**no**";
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            figure.what(),
            figure.calque(),
            figure.rival().replace("|", "\\|"),
            figure.measuredText(),
            figure.target().text(figure.unit()),
            verdict);
  }

  /** The table, in Markdown. */
  String table() {
    return HEAD + "\n" + String.join("\n", figures.stream().map(Report::line).toList());
  }

  /** An array of objects. */
  String json() {
    return "[\n" + String.join(",\n", figures.stream().map(Report::json).toList()) + "\n]\n";
  }

  private static String json(Figure figure) {
    return String.format(
        Locale.ROOT,
        "{\"what\": %s, \"calque\": %s, \"rival\": %s, \"unit\": %s, \"measured\": %s,"
            + " \"target\": %s, \"met\": %s}",
        quoted(figure.what()),
        quoted(figure.calque()),
        quoted(figure.rival()),
        quoted(figure.unit()),
        figure.measured().map(Report::json).orElse("null"),
        quoted(figure.target().text(figure.unit())),
        figure.isMet());
  }

  private static String json(Interval interval) {
    return String.format(
        Locale.ROOT,
        "{\"low\": %s, \"middle\": %s, \"high\": %s, \"samples\": %d}",
        interval.low(),
        interval.middle(),
        interval.high(),
        interval.samples());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
