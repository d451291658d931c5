package io.calque.cli;

import io.calque.cli.erd.DiagramFormat;
import io.calque.cli.erd.Scope;
import io.calque.model.read.LoadedModel;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws a model. */
@Command(
    name = "erd",
    description = "Draws a model: entities, how they relate, bridges, features and metrics.",
    footer = {
      "",
      "Solid lines are default joins, dashed ones alternatives; small boxes are lookups.",
      "Examples:",
      "  calque erd calque-demo -o shop.svg",
      "  calque erd calque-demo --focus customer --depth 1 -o customer.png",
      "  calque erd calque-demo --no-features --format mermaid"
    })
final class ErdVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HelpOption help;
  @Mixin private ModelOptions model;
  @Mixin private OutputFile output;

  @Option(
      names = "--format",
      paramLabel = "<format>",
      converter = FormatConverter.class,
      description = "svg, png, mermaid or plantuml. Default: by the file's ending, else svg.")
  private DiagramFormat format;

  @Option(
      names = "--focus",
      paramLabel = "<entity>",
      description = "Show this entity and what is near it.")
  private String focus;

  @Option(
      names = "--depth",
      paramLabel = "<n>",
      defaultValue = "1",
      description = "How many relationships away from the focus; default ${DEFAULT-VALUE}.")
  private int depth;

  @Option(
      names = "--no-features",
      description = "Show keys alone, no other features and no metrics.")
  private boolean withoutFeatures;

  ErdVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Reads what the command line says. */
  static final class FormatConverter extends ChoiceConverter<DiagramFormat> {
    FormatConverter() {
      super("format", DiagramFormat.values());
    }
  }

  @Override
  public Integer call() throws IOException {
    LoadedModel loaded = model.readSound(terminal).loaded();
    Scope scope = new Scope(Optional.ofNullable(focus), depth, !withoutFeatures);
    Progress progress = Progress.of(terminal, "drawing");
    try {
      output.write(terminal, out -> format().draw(loaded.model(), scope, out));
    } finally {
      progress.stop();
    }
    return loaded.hasErrors() ? Main.FAILED : Main.FINE;
  }

  private DiagramFormat format() {
    return Optional.ofNullable(format)
        .or(() -> output.file().flatMap(file -> DiagramFormat.ofFile(file.toString())))
        .orElse(DiagramFormat.SVG);
  }
}
