package io.calque.cli;

import io.calque.cli.DiffReport.Numbers;
import io.calque.model.SemanticModel;
import io.calque.model.diff.ModelDiff;
import io.calque.model.read.Problem;
import io.calque.model.read.Severity;
import io.calque.project.ProjectConfig;
import io.calque.project.ProjectRequest;
import io.calque.rewrite.QueryCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a change of a model does. */
@Command(
    name = "diff",
    description = "Compares two projects: what changed in the model, and what that does.",
    footer = {
      "",
      "The projects may be of different formats; one that names no warehouse takes the other's.",
      "Order, layout and comments are no change. What is called otherwise and means the same is",
      "told as a rename.",
      "Exit code 1 if something breaks: the new model has errors, a saved query no longer",
      "compiles, rows are no longer the same (--data), or, without --queries, a name is gone that",
      "queries could use. Else 0.",
      "With --data the rows of saved queries, of entities and of metrics are compared, whatever",
      "their order; floating-point numbers in their first ten digits. What is the same SQL on the",
      "same warehouse is not run.",
      "Examples:",
      "  calque diff main/model branch/model --queries reports",
      "  calque diff main/model branch/model --queries reports --data --format markdown"
    })
final class DiffVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HelpOption help;
  @Mixin private OutputFile output;

  @Parameters(
      index = "0",
      paramLabel = "<old project>",
      description = "A project's folder, its calque.yml, or a file of a model.")
  private String older;

  @Parameters(index = "1", paramLabel = "<new project>", description = "The same, changed.")
  private String newer;

  @Option(
      names = "--domain",
      paramLabel = "<domain>",
      description = "The Lynk domain whose features override the default ones.")
  private String domain;

  @Option(
      names = "--queries",
      paramLabel = "<folder>",
      description = "Also compile every query in the .sql files below this folder, with both.")
  private Path queries;

  @Option(names = "--data", description = "Also compare the rows that both give.")
  private boolean data;

  @Option(
      names = "--warehouse",
      paramLabel = "<jdbc url>",
      description = "The warehouse of both, instead of what their calque.yml say.")
  private String warehouse;

  @Option(
      names = "--format",
      paramLabel = "<format>",
      converter = FormatConverter.class,
      defaultValue = "text",
      description = "text, markdown or json; default: ${DEFAULT-VALUE}.")
  private Format format;

  DiffVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The forms in which a comparison comes out. */
  private enum Format {
    TEXT,
    MARKDOWN,
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
  public Integer call() throws IOException {
    ProjectConfig oldConfig = config(older);
    ProjectConfig newConfig = config(newer);
    ModelOptions.Read before = ModelOptions.read(oldConfig.orWarehouseOf(newConfig), terminal);
    ModelOptions.Read after = ModelOptions.read(newConfig.orWarehouseOf(oldConfig), terminal);
    errors(before).forEach(new ProblemPrinter(before.path(), terminal.err())::print);
    DiffReport report = report(before, after);
    output.write(terminal, out -> out.write(text(report).getBytes(StandardCharsets.UTF_8)));
    return report.breaks() ? Main.FAILED : Main.FINE;
  }

  private ProjectConfig config(String project) {
    ProjectRequest request = ProjectRequest.of(project).withDomain(Optional.ofNullable(domain));
    return ProjectConfig.read(
        warehouse == null ? request : request.withWarehouse(warehouse), System::getenv);
  }

  private static List<Problem> errors(ModelOptions.Read read) {
    return read.loaded().problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .toList();
  }

  private DiffReport report(ModelOptions.Read before, ModelOptions.Read after) throws IOException {
    SemanticModel old = before.loaded().model();
    SemanticModel now = after.loaded().model();
    Progress progress = Progress.of(terminal, "comparing");
    try {
      List<QueryDiff> saved = new ArrayList<>();
      if (queries != null) {
        QueryCompiler oldCompiler = before.compiler(old);
        QueryCompiler newCompiler = after.compiler(now);
        for (SavedQueries.Saved query : SavedQueries.in(queries)) {
          progress.now(query.place());
          saved.add(QueryDiff.of(query, oldCompiler, newCompiler));
        }
      }
      List<Numbers> numbers = new ArrayList<>();
      if (data) {
        try (DataDiff rows = DataDiff.open(before, after)) {
          for (int i = 0; i < saved.size(); i++) {
            QueryDiff query = saved.get(i);
            if (query.compiles()) {
              progress.now("the rows of " + query.query().place());
              saved.set(i, query.withRows(rows.of(query.query().sql())));
            }
          }
          for (Probe probe : Probe.of(old, now)) {
            progress.now("the rows of " + probe.about());
            numbers.add(new Numbers(probe.about(), rows.of(probe.sql())));
          }
        }
      }
      return new DiffReport(
          errors(after),
          ModelDiff.of(old, now),
          queries == null ? Optional.empty() : Optional.of(saved),
          data ? Optional.of(numbers) : Optional.empty());
    } finally {
      progress.stop();
    }
  }

  private String text(DiffReport report) {
    return switch (format) {
      case TEXT -> DiffText.of(report);
      case MARKDOWN -> DiffMarkdown.of(report);
      case JSON -> JsonText.document(DiffDocument.of(report));
    };
  }
}
