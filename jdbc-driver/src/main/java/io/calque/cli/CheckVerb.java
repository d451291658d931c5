package io.calque.cli;

import io.calque.cli.data.DataCheck;
import io.calque.cli.data.Finding;
import io.calque.error.CalqueException;
import io.calque.model.SemanticModel;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.Problem;
import io.calque.model.read.RelationshipCircles;
import io.calque.model.read.Severity;
import io.calque.project.Project;
import io.calque.rewrite.QueryCompiler;
import io.calque.warehouse.Lease;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Says what is wrong with a model. Asks the project's warehouse only for columns that the model
 * leaves to it.
 */
@Command(
    name = "check",
    description = "Lists everything that is wrong in a model, as compilers do.",
    footer = {
      "",
      "Exit code 1 if there is an error; warnings alone give 0.",
      "With --data the warehouse is asked: can everything be read, are keys unique and not NULL,",
      "do cardinalities hold, do rows refer to what is not there, does a join reach anything,",
      "are the columns of bridges there, and are large tables joined by an index? The last on",
      "PostgreSQL only: DuckDB and Trino have no indexes that joins need, others are not asked.",
      "Examples:",
      "  calque check calque-demo",
      "  calque check calque-demo --data",
      "  calque check calque-demo --queries calque-demo/queries",
      "  calque check models/shop/entities_relationships.yml"
    })
final class CheckVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HelpOption help;
  @Mixin private ModelOptions model;

  @Option(
      names = "--queries",
      paramLabel = "<folder>",
      description = "Also compile every query in the .sql files below this folder.")
  private Path queries;

  @Option(
      names = "--data",
      description = "Also ask the warehouse whether its data is as the model says.")
  private boolean data;

  CheckVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, SQLException {
    ModelOptions.Read read = model.read(terminal);
    LoadedModel loaded = read.loaded();
    ProblemPrinter printer = new ProblemPrinter(read.path(), terminal.out());
    List<Problem> problems =
        Stream.concat(loaded.problems().stream(), RelationshipCircles.in(loaded.model()).stream())
            .sorted(Problem.BY_PLACE)
            .toList();
    problems.forEach(printer::print);
    terminal.out().println(summary(loaded.model(), problems));
    boolean allCompile = queries == null || check(SavedQueries.in(queries), read);
    boolean isTrue = !data || checkData(loaded.model(), printer);
    return loaded.hasErrors() || !allCompile || !isTrue ? Main.FAILED : Main.FINE;
  }

  private boolean checkData(SemanticModel sound, ProblemPrinter printer) throws SQLException {
    Progress progress = Progress.of(terminal, "asking the warehouse");
    List<Finding> findings;
    try (Connection connection = model.connect();
        Lease<Project> project = model.lease()) {
      findings = DataCheck.of(sound, connection, project.value().warehouse(), progress::now);
    } finally {
      progress.stop();
    }
    findings.forEach(printer::print);
    String counts = counts(findings.stream().map(finding -> finding.kind().severity()).toList());
    terminal.out().println("the data: " + counts);
    return findings.stream().noneMatch(f -> f.kind().severity() == Severity.ERROR);
  }

  private boolean check(List<SavedQueries.Saved> saved, ModelOptions.Read read) {
    QueryCompiler compiler = read.compiler(read.loaded().model());
    List<SavedQueries.Fault> faults =
        saved.stream().flatMap(query -> SavedQueries.fault(query, compiler).stream()).toList();
    faults.forEach(this::print);
    terminal
        .out()
        .println(
            "%s; %s"
                .formatted(
                    count(saved.size(), "quer", "y", "ies"),
                    faults.isEmpty()
                        ? "all compile"
                        : faults.size() + (faults.size() == 1 ? " does" : " do") + " not compile"));
    return faults.isEmpty();
  }

  private void print(SavedQueries.Fault fault) {
    CalqueException error = fault.error();
    terminal
        .out()
        .printf(
            "%s:%d:%d: error %s: %s%n",
            queries.resolve(fault.query().file()),
            fault.line(),
            fault.column(),
            error.code().label(),
            error.reason());
    error.place().stream()
        .flatMap(place -> place.excerpt().lines().skip(1))
        .forEach(line -> terminal.out().println("  " + line));
  }

  private static String summary(SemanticModel model, List<Problem> problems) {
    return "%s: %s, %s; %s"
        .formatted(
            model.name(),
            count(model.entities().size(), "entit", "y", "ies"),
            count(model.relationships().size(), "relationship", "s"),
            counts(problems.stream().map(Problem::severity).toList()));
  }

  private static String counts(List<Severity> severities) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = severities.stream().filter(severity::equals).count();
      if (count > 0) {
        counts.add(count(count, severity == Severity.INFO ? "remark" : severity.label(), "s"));
      }
    }
    return counts.isEmpty() ? "no problems" : String.join(", ", counts);
  }

  private static String count(long count, String noun, String plural) {
    return count(count, noun, "", plural);
  }

  private static String count(long count, String noun, String singular, String plural) {
    return count + " " + noun + (count == 1 ? singular : plural);
  }
}
