package io.calque.cli;

import io.calque.error.NearestNames;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.Severity;
import io.calque.model.write.ModelFile;
import io.calque.model.write.ModelWriter;
import io.calque.model.write.ModelWriters;
import io.calque.project.CheckedModel;
import io.calque.project.ProjectConfig;
import io.calque.project.ProjectRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a model of any format in another one. */
@Command(
    name = "convert",
    description = "Writes a model in another format, such that both mean the same.",
    footer = {
      "",
      "Columns that the model leaves to the warehouse are asked for and spelled out.",
      "Exit code 1 if the model has errors; then nothing is written.",
      "Examples:",
      "  calque convert shop.hcl --to lynk shop-model",
      "  calque convert calque-demo --to lynk copy"
    })
final class ConvertVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Parameters(
      index = "0",
      paramLabel = "<project>",
      description = "A project's folder, its calque.yml, or a file of a model.")
  private String project;

  @Option(
      names = "--to",
      paramLabel = "<format>",
      defaultValue = "lynk",
      description = "The format to write; default: ${DEFAULT-VALUE}.")
  private String format;

  @Option(
      names = "--domain",
      paramLabel = "<domain>",
      description = "The Lynk domain whose features override the default ones.")
  private String domain;

  @Parameters(
      index = "1",
      paramLabel = "<folder>",
      description = "The folder to make; if it exists, it is empty.")
  private Path folder;

  ConvertVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ModelWriter writer = ModelWriters.named(format).orElseThrow(this::unknownFormat);
    if (!isFree(folder)) {
      terminal.err().println(folder + " is not empty; name a new or an empty folder");
      return Main.FAILED;
    }
    ProjectConfig config =
        ProjectConfig.read(
            ProjectRequest.of(project).withDomain(Optional.ofNullable(domain)), System::getenv);
    LoadedModel loaded;
    Progress progress = Progress.of(terminal, "reading the model");
    try {
      loaded = CheckedModel.read(config);
    } finally {
      progress.stop();
    }
    ProblemPrinter printer = new ProblemPrinter(config.model(), terminal.err());
    loaded.problems().stream()
        .filter(problem -> problem.severity() != Severity.INFO)
        .forEach(printer::print);
    if (loaded.hasErrors()) {
      terminal.err().println("Nothing is written, as the model has errors.");
      return Main.FAILED;
    }
    ModelWriter.Result result =
        writer.write(loaded.model(), config.model().getFileName().toString());
    for (ModelFile file : result.files()) {
      Path path = folder.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
    result.losses().forEach(loss -> terminal.err().println("not written: " + loss));
    terminal.out().println("Wrote %d files to %s.".formatted(result.files().size(), folder));
    return Main.FINE;
  }

  private ParameterException unknownFormat() {
    List<String> formats = ModelWriters.all().stream().map(ModelWriter::format).toList();
    return new ParameterException(
        spec.commandLine(),
        "there is no format %s to write; write --to %s%s"
            .formatted(format, String.join(" or ", formats), NearestNames.hint(format, formats)));
  }

  private static boolean isFree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
