package io.calque.cli;

import io.calque.cli.CheckReport.CompiledQueries;
import io.calque.cli.data.DataCheck;
import io.calque.cli.data.Finding;
import io.calque.error.CalqueException;
import io.calque.model.SemanticModel;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.Problem;
import io.calque.model.read.RelationshipCircles;
import io.calque.project.Project;
import io.calque.rewrite.QueryCompiler;
import io.calque.warehouse.Lease;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
      "are the columns of bridges there, do pre-aggregated tables hold what they should, and are",
      "large tables joined by an index? The last on PostgreSQL only: DuckDB and Trino have no",
      "indexes that joins need, others are not asked.",
      "Examples:",
      "  calque check calque-demo",
      "  calque check calque-demo --data",
      "  calque check calque-demo --queries calque-demo/queries --format json",
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

  @Option(
      names = "--format",
      paramLabel = "<format>",
      converter = FormatConverter.class,
      defaultValue = "text",
      description = "text, or json: one document with all problems; default: ${DEFAULT-VALUE}.")
  private Format format;

  CheckVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The forms in which a check comes out. */
  private enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads what the command line says. */
  static final class FormatConverter extends ChoiceConverter<Format> {
    FormatConverter() {
      super("format", Format.values());
    }
  }

  @Override
  public Integer call() throws IOException, SQLException {
    ModelOptions.Read read = model.read(terminal);
    ProblemPrinter printer = new ProblemPrinter(read.path(), terminal.out());
    boolean isText = format == Format.TEXT;
    CheckReport report =
        new CheckReport(withCircles(read.loaded()), Optional.empty(), Optional.empty());
    if (isText) {
      report.loaded().problems().forEach(printer::print);
      terminal.out().println(report.modelSummary());
    }
    if (queries != null) {
      report = new CheckReport(report.loaded(), Optional.of(compiled(read)), Optional.empty());
      if (isText) {
        report.queries().get().faults().forEach(this::print);
        report.querySummary().ifPresent(terminal.out()::println);
      }
    }
    if (data) {
      List<Finding> findings = findings(read.loaded().model());
      report = new CheckReport(report.loaded(), report.queries(), Optional.of(findings));
      if (isText) {
        findings.forEach(printer::print);
        report.dataSummary().ifPresent(terminal.out()::println);
      }
    }
    if (!isText) {
      ModelFiles files = new ModelFiles(read.path());
      terminal.out().print(JsonText.document(CheckDocument.of(report, files, queries)));
    }
    return report.hasErrors() ? Main.FAILED : Main.FINE;
  }

  private List<Finding> findings(SemanticModel sound) throws SQLException {
    Progress progress = Progress.of(terminal, "asking the warehouse");
    try (Connection connection = model.connect();
        Lease<Project> project = model.lease()) {
      return DataCheck.of(sound, connection, project.value().warehouse(), progress::now);
    } finally {
      progress.stop();
    }
  }

  private CompiledQueries compiled(ModelOptions.Read read) throws IOException {
    QueryCompiler compiler = read.compiler(read.loaded().model());
    List<SavedQueries.Saved> saved = SavedQueries.in(queries);
    Progress progress = Progress.of(terminal, "compiling");
    try {
      List<SavedQueries.Fault> faults = new ArrayList<>();
      for (SavedQueries.Saved query : saved) {
        progress.now(query.place());
        SavedQueries.fault(query, compiler).ifPresent(faults::add);
      }
      return new CompiledQueries(saved.size(), faults);
    } finally {
      progress.stop();
    }
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

  /** With circular relationships, which are nobody's concern but a modeller's. */
  private static LoadedModel withCircles(LoadedModel loaded) {
    List<Problem> problems =
        Stream.concat(loaded.problems().stream(), RelationshipCircles.in(loaded.model()).stream())
            .sorted(Problem.BY_PLACE)
            .toList();
    return new LoadedModel(loaded.model(), problems);
  }
}
