package io.calque.cli;

import io.calque.cli.SavedQueries.Fault;
import io.calque.cli.SavedQueries.Saved;
import io.calque.model.Place;
import io.calque.model.SemanticModel;
import io.calque.model.graph.Element;
import io.calque.model.graph.ModelGraph;
import io.calque.model.graph.Reduction;
import io.calque.rewrite.QueryCompiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what breaks if something goes. */
@Command(
    name = "usages",
    description = "Lists everything that would break without a part of the model or a column.",
    footer = {
      "",
      "A part is an entity (customer), a feature or metric (customer.name), a relationship",
      "(customer-order), a join (placing, or customer-order.placing), a table or a column of it.",
      "Where a name means several, its kind goes before it: metric:customer.orders.",
      "Exit code 1 if anything would break.",
      "Examples:",
      "  calque usages calque-demo customer.country_code",
      "  calque usages calque-demo placing --queries calque-demo/queries"
    })
final class UsagesVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HelpOption help;
  @Mixin private ModelOptions model;

  @Parameters(index = "1", paramLabel = "<part>", description = "What might go.")
  private String part;

  @Option(
      names = "--queries",
      paramLabel = "<folder>",
      description = "Also look through the .sql files below this folder.")
  private Path queries;

  @Option(
      names = "--format",
      paramLabel = "<format>",
      converter = OutputFormat.Converter.class,
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private OutputFormat format;

  private boolean isUsed;

  UsagesVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ModelOptions.Read read = model.readSound(terminal);
    SemanticModel whole = read.loaded().model();
    ModelGraph graph = ModelGraph.of(whole);
    Element element = ElementOption.named(part, graph);
    Map<Element, Element> lost = graph.lostWithout(element);
    RowWriter rows = format.writer(terminal.out());
    rows.columns(
        List.of("kind", "name", "place", "because").stream()
            .map(label -> new RowWriter.Column(label, false))
            .toList());
    lost.forEach((each, needed) -> printLost(each, needed, graph, rows));
    if (queries != null) {
      Set<Element> gone = new HashSet<>(lost.keySet());
      gone.add(element);
      QueryCompiler before = read.compiler(whole);
      QueryCompiler after = read.compiler(Reduction.without(whole, gone));
      for (Saved query : SavedQueries.in(queries)) {
        if (SavedQueries.fault(query, before).isEmpty()) {
          SavedQueries.fault(query, after).ifPresent(fault -> printBroken(fault, rows));
        }
      }
    }
    rows.end();
    return isUsed ? Main.FAILED : Main.FINE;
  }

  private void printLost(Element lost, Element needed, ModelGraph graph, RowWriter rows) {
    Optional<Place> place = graph.place(lost);
    print(
        rows,
        lost.kind().toString(),
        lost.name(),
        place.map(Place::toString).orElse(null),
        "it needs " + needed.kind() + " " + needed.name());
  }

  private void printBroken(Fault fault, RowWriter rows) {
    print(
        rows,
        "query",
        fault.query().place(),
        "%s:%d:%d".formatted(fault.query().file(), fault.line(), fault.column()),
        fault.error().reason());
  }

  private void print(RowWriter rows, Object... values) {
    isUsed = true;
    rows.row(Arrays.asList(values));
  }
}
