package io.calque.cli;

import io.calque.model.read.LoadOptions;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.ModelLoader;
import io.calque.model.read.Severity;
import io.calque.project.ProjectConfig;
import io.calque.project.ProjectRequest;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What verbs that read a model, and no warehouse, have in common. */
final class ModelOptions {
  @Parameters(
      index = "0",
      paramLabel = "<project>",
      description = "A project's folder, its calque.yml, or a file of a model.")
  private String project;

  @Option(
      names = "--domain",
      paramLabel = "<domain>",
      description = "The Lynk domain whose features override the default ones.")
  private String domain;

  /**
   * A model as it was read.
   *
   * @param path the folder or file of the model
   */
  record Read(Path path, LoadedModel loaded) {}

  /**
   * Reads the model.
   *
   * @throws io.calque.error.CalqueException if there is no such project, or its {@code calque.yml}
   *     is wrong
   */
  Read read(Terminal terminal) {
    ProjectConfig config = ProjectConfig.read(ProjectRequest.of(project), System::getenv);
    LoadOptions options =
        new LoadOptions(config.name(), Optional.ofNullable(domain).or(config::domain));
    Progress progress = Progress.of(terminal, "reading the model");
    try {
      return new Read(config.model(), ModelLoader.load(config.model(), options));
    } finally {
      progress.stop();
    }
  }

  /**
   * Reads the model; errors in it are printed to standard error, and what is sound goes on.
   *
   * @throws io.calque.error.CalqueException as {@link #read}
   */
  LoadedModel readSound(Terminal terminal) {
    Read read = read(terminal);
    ProblemPrinter printer = new ProblemPrinter(read.path(), terminal.err());
    read.loaded().problems().stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .forEach(printer::print);
    return read.loaded();
  }
}
