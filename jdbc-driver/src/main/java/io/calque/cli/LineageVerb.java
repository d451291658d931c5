package io.calque.cli;

import io.calque.cli.erd.LineagePicture;
import io.calque.model.graph.Element;
import io.calque.model.graph.ModelGraph;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows a feature or metric down to the warehouse's columns. */
@Command(
    name = "lineage",
    description = "Shows what a feature or metric is made of, down to the warehouse's columns.",
    footer = {
      "",
      "Examples:",
      "  calque lineage calque-demo customer.country",
      "  calque lineage calque-demo metric:order_item.revenue --format svg -o revenue.svg"
    })
final class LineageVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HelpOption help;
  @Mixin private ModelOptions model;
  @Mixin private OutputFile output;

  @Parameters(
      index = "1",
      paramLabel = "<entity.feature>",
      description = "A feature or metric, or a join.")
  private String part;

  @Option(
      names = "--format",
      paramLabel = "<format>",
      converter = FormatConverter.class,
      defaultValue = "tree",
      description = "tree, json, svg or png; default: ${DEFAULT-VALUE}.")
  private Format format;

  LineageVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The forms in which lineage comes out. */
  private enum Format {
    TREE,
    JSON,
    SVG,
    PNG;

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
    ModelOptions.Read read = model.readSound(terminal);
    ModelGraph graph = ModelGraph.of(read.loaded().model());
    Element element = ElementOption.named(part, graph);
    Lineage lineage = Lineage.of(element, graph);
    output.write(terminal, out -> write(lineage, element, graph, out));
    return read.loaded().hasErrors() ? Main.FAILED : Main.FINE;
  }

  private void write(Lineage lineage, Element element, ModelGraph graph, OutputStream out)
      throws IOException {
    switch (format) {
      case TREE -> out.write(text(String.join("\n", lineage.lines()) + "\n"));
      case JSON -> out.write(text(JsonText.document(lineage.document())));
      case SVG, PNG -> LineagePicture.draw(element, graph, format == Format.PNG, out);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
