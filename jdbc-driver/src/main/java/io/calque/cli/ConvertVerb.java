package io.calque.cli;

import io.calque.model.read.LoadedModel;
import io.calque.model.write.ModelWriter;
import io.calque.model.write.ModelWriters;
import io.calque.model.write.WrittenModel;
import io.calque.project.CheckedModel;
import io.calque.project.ProjectConfig;
import io.calque.project.ProjectRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Writes a model in another format. */
@Command(
    name = "convert",
    description = "Writes a model in another format, and says what that format cannot hold.",
    footer = {
      "",
      "No file that exists is overwritten. What the format cannot hold goes to standard error;",
      "the exit code is 0 all the same. A model with errors is not converted.",
      "Examples:",
      "  calque convert calque-demo --to ossie exported",
      "  calque convert schema.graphql --to ossie exported"
    })
final class ConvertVerb implements Callable<Integer> {
  private final Terminal terminal;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Mixin private HelpOption help;

  @Parameters(
      index = "0",
      paramLabel = "<project>",
      description = "A project's folder, its calque.yml, or a file of a model.")
  private String project;

  @Parameters(index = "1", paramLabel = "<folder>", description = "Where the files are written.")
  private Path folder;

  @Option(
      names = "--to",
      paramLabel = "<format>",
      required = true,
      completionCandidates = Formats.class,
      description = "The format: ${COMPLETION-CANDIDATES}.")
  private String format;

  @Option(
      names = "--domain",
      paramLabel = "<domain>",
      description = "The part of the model to convert, where it has several.")
  private String domain;

  /** The names of the formats, for help. */
  static final class Formats implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return ModelWriters.formats().iterator();
    }
  }

  ConvertVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ModelWriter writer =
        ModelWriters.named(format)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "there is no format %s to convert to; there is %s"
                            .formatted(format, String.join(", ", ModelWriters.formats()))));
    ProjectConfig config =
        ProjectConfig.read(
            ProjectRequest.of(project).withDomain(Optional.ofNullable(domain)), System::getenv);
    LoadedModel loaded = CheckedModel.read(config);
    if (loaded.hasErrors()) {
      ProblemPrinter printer = new ProblemPrinter(config.model(), terminal.err());
      loaded.problems().forEach(printer::print);
      terminal.err().println("The model has errors, so it is not converted.");
      return Main.FAILED;
    }
    WrittenModel written = writer.write(loaded.model());
    Optional<Path> existing = existing(written);
    if (existing.isPresent()) {
      terminal.err().println(existing.get() + " exists, and is not overwritten.");
      return Main.FAILED;
    }
    for (Map.Entry<String, String> file : written.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, file.getValue());
      terminal.out().println(path);
    }
    losses(written.losses());
    return Main.FINE;
  }

  private Optional<Path> existing(WrittenModel written) {
    return written.files().keySet().stream().map(folder::resolve).filter(Files::exists).findFirst();
  }

  private void losses(List<String> losses) {
    if (!losses.isEmpty()) {
      terminal.err().println(format + " cannot hold all of the model. It lacks:");
      losses.forEach(loss -> terminal.err().println("  " + loss.replaceAll("\\s+", " ")));
    }
  }
}
