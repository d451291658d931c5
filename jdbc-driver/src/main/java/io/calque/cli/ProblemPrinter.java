package io.calque.cli;

import io.calque.cli.data.Finding;
import io.calque.model.Place;
import io.calque.model.read.Problem;
import io.calque.model.read.Severity;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prints what is wrong in a model as compilers do: place, severity, code and text in one line, the
 * line of the file with a marker under the place, and what to write instead.
 */
final class ProblemPrinter {
  private final ModelFiles files;
  private final PrintStream out;
  private final Map<Path, List<String>> lines = new HashMap<>();

  /**
   * @param model the folder or the file that was read
   */
  ProblemPrinter(Path model, PrintStream out) {
    this.files = new ModelFiles(model);
    this.out = out;
  }

  void print(Problem problem) {
    print(
        problem.place(),
        problem.severity(),
        problem.rule().code(),
        problem.message(),
        problem.remedy());
  }

  void print(Finding finding) {
    print(
        finding.place(),
        finding.kind().severity(),
        finding.kind().code(),
        finding.message(),
        finding.effect());
  }

  private void print(Place place, Severity severity, String code, String message, String remedy) {
    out.printf(
        "%s:%d:%d: %s %s: %s%n",
        files.shown(place.file()), place.line(), place.column(), severity.label(), code, message);
    files
        .file(place.file())
        .flatMap(path -> line(path, place.line()))
        .ifPresent(line -> printLine(line, place.line(), place.column()));
    remedy.lines().forEach(line -> out.println("    " + line));
  }

  private void printLine(String line, int number, int column) {
    String margin = "%5d | ".formatted(number);
    String before = line.substring(0, Math.min(column - 1, line.length()));
    String blanks = before.replaceAll("[^\t]", " ");
    out.println(margin + line);
    out.println(" ".repeat(margin.length() - 2) + "| " + blanks + "^");
  }

  private Optional<String> line(Path file, int number) {
    List<String> all = lines.computeIfAbsent(file, ProblemPrinter::read);
    return number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
  }

  /** The lines of a file; none if it is not text, which is a problem of its own. */
  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }
}
