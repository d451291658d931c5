package io.calque.cli;

import io.calque.model.SemanticModel;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.Severity;
import io.calque.project.CheckedModel;
import io.calque.project.Project;
import io.calque.project.ProjectConfig;
import io.calque.project.ProjectRequest;
import io.calque.project.Projects;
import io.calque.rewrite.QueryCompiler;
import io.calque.warehouse.Lease;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What verbs that read a model have in common. */
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

  /** A model as it was read. */
  record Read(ProjectConfig config, LoadedModel loaded) {
    /** The folder or file of the model. */
    Path path() {
      return config.model();
    }

    /** A compiler for that model, or for another one of the same project. */
    QueryCompiler compiler(SemanticModel model) {
      return CheckedModel.compiler(config, model);
    }
  }

  /**
   * Reads the model.
   *
   * @throws io.calque.error.CalqueException if there is no such project, or its {@code calque.yml}
   *     is wrong
   */
  Read read(Terminal terminal) {
    return read(ProjectConfig.read(request(), System::getenv), terminal);
  }

  /** The project that is asked for. */
  ProjectRequest request() {
    return ProjectRequest.of(project).withDomain(Optional.ofNullable(domain));
  }

  /** Reads the model of a project. */
  static Read read(ProjectConfig config, Terminal terminal) {
    Progress progress = Progress.of(terminal, "reading the model");
    try {
      return new Read(config, CheckedModel.read(config));
    } finally {
      progress.stop();
    }
  }

  /** The project that {@link #connect} connects to; shared with that connection. */
  Lease<Project> lease() {
    return Projects.shared().lease(request().leniently());
  }

  /** Connects to the project, without what is wrong in its model. */
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("lenient", "true");
    if (domain != null) {
      properties.setProperty("domain", domain);
    }
    return DriverManager.getConnection(ProjectOptions.url(project), properties);
  }

  /**
   * Reads the model; errors in it are printed to standard error, and what is sound goes on.
   *
   * @throws io.calque.error.CalqueException as {@link #read}
   */
  Read readSound(Terminal terminal) {
    return readSound(ProjectConfig.read(request(), System::getenv), terminal);
  }

  /** The same of a project. */
  static Read readSound(ProjectConfig config, Terminal terminal) {
    Read read = read(config, terminal);
    ProblemPrinter printer = new ProblemPrinter(read.path(), terminal.err());
    read.loaded().problems().stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .forEach(printer::print);
    return read;
  }
}
