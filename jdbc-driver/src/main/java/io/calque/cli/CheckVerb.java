package io.calque.cli;

import io.calque.model.SemanticModel;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.Problem;
import io.calque.model.read.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what is wrong with a model. Asks no warehouse. */
@Command(
    name = "check",
    description = "Lists everything that is wrong in a model, as compilers do; needs no warehouse.",
    footer = {
      "",
      "Exit code 1 if there is an error; warnings alone give 0.",
      "Examples:",
      "  calque check calque-demo",
      "  calque check models/shop/entities_relationships.yml"
    })
final class CheckVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private HelpOption help;
  @Mixin private ModelOptions model;

  CheckVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ModelOptions.Read read = model.read(terminal);
    LoadedModel loaded = read.loaded();
    ProblemPrinter printer = new ProblemPrinter(read.path(), terminal.out());
    loaded.problems().forEach(printer::print);
    terminal.out().println(summary(loaded));
    return loaded.hasErrors() ? Main.FAILED : Main.FINE;
  }

  private static String summary(LoadedModel loaded) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count =
          loaded.problems().stream().map(Problem::severity).filter(severity::equals).count();
      if (count > 0) {
        counts.add(count(count, severity == Severity.INFO ? "remark" : severity.label(), "s"));
      }
    }
    SemanticModel model = loaded.model();
    return "%s: %s, %s; %s"
        .formatted(
            model.name(),
            count(model.entities().size(), "entit", "y", "ies"),
            count(model.relationships().size(), "relationship", "s"),
            counts.isEmpty() ? "no problems" : String.join(", ", counts));
  }

  private static String count(long count, String noun, String plural) {
    return count(count, noun, "", plural);
  }

  private static String count(long count, String noun, String singular, String plural) {
    return count + " " + noun + (count == 1 ? singular : plural);
  }
}
