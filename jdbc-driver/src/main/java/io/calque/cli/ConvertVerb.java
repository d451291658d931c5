package io.calque.cli;

import io.calque.error.NearestNames;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.Severity;
import io.calque.model.write.ModelWriter;
import io.calque.model.write.ModelWriters;
import io.calque.model.write.WrittenModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    description = "Writes a model in another format, and says what that format cannot hold.",
    footer = {
      "",
      "Columns that the model leaves to the warehouse are asked for and spelled out.",
      "What the format cannot hold goes to standard error; the exit code is 0 all the same.",
      "Exit code 1 if the model has errors; then nothing is written.",
      "Examples:",
      "  calque convert shop.hcl --to lynk shop-model",
      "  calque convert calque-demo --to ossie exported"
    })
final class ConvertVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Mixin private ModelOptions model;

  @Option(
      names = "--to",
      paramLabel = "<format>",
      defaultValue = "lynk",
      description = "The format to write; default: ${DEFAULT-VALUE}.")
  private String format;

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
    ModelOptions.Read read = model.read(terminal);
    LoadedModel loaded = read.loaded();
    ProblemPrinter printer = new ProblemPrinter(read.path(), terminal.err());
    loaded.problems().stream()
        .filter(problem -> problem.severity() != Severity.INFO)
        .forEach(printer::print);
    if (loaded.hasErrors()) {
      terminal.err().println("Nothing is written, as the model has errors.");
      return Main.FAILED;
    }
    WrittenModel written = writer.write(loaded.model(), read.path().getFileName().toString());
    for (Map.Entry<String, String> file : written.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, file.getValue());
      terminal.out().println(path);
    }
    printLosses(written.losses());
    return Main.FINE;
  }

  private void printLosses(List<String> losses) {
    if (!losses.isEmpty()) {
      terminal.err().println(format + " cannot hold all of the model. It lacks:");
      losses.forEach(loss -> terminal.err().println("  " + loss.replaceAll("\\s+", " ")));
    }
  }

  private ParameterException unknownFormat() {
    List<String> formats = ModelWriters.formats();
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
