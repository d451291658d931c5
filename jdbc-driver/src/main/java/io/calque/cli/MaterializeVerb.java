package io.calque.cli;

import io.calque.error.NearestNames;
import io.calque.project.Materialization;
import io.calque.project.Materialization.Table;
import io.calque.project.ProjectConfig;
import io.calque.sql.SqlLayout;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds and refreshes pre-aggregated tables. No other verb writes to the warehouse. */
@Command(
    name = "materialize",
    description = "Builds or refreshes the model's pre-aggregated tables in the warehouse.",
    footer = {
      "",
      "Each table is filled by the metrics' own definitions: in one transaction where the",
      "warehouse has such, else beside the old one, which it then replaces. A table that this",
      "verb did not make (it has no column calque_definition) is left alone, with exit code 1.",
      "Programs that run take up a new table within a minute.",
      "Examples:",
      "  calque materialize shop",
      "  calque materialize shop order.by_day --dry-run",
      "  calque materialize shop --user loader"
    })
final class MaterializeVerb implements Callable<Integer> {
  private static final double MILLIS = 1_000;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Mixin private ModelOptions model;

  @Parameters(
      index = "1..*",
      paramLabel = "<table>",
      description = "Only these: order.by_day, by_day, or order for all of order's.")
  private final List<String> wanted = new ArrayList<>();

  @Option(names = "--dry-run", description = "Print the SQL and run none of it.")
  private boolean dryRun;

  @Option(
      names = "--user",
      paramLabel = "<user>",
      description = "The warehouse's user, who may write; default: the one in calque.yml.")
  private String user;

  @Option(names = "--password", paramLabel = "<password>", description = "That user's password.")
  private String password;

  MaterializeVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, SQLException {
    ProjectConfig config =
        ProjectConfig.read(
            model
                .request()
                .withCredentials(Optional.ofNullable(user), Optional.ofNullable(password)),
            System::getenv);
    ModelOptions.Read read = ModelOptions.readSound(config, terminal);
    if (read.loaded().hasErrors()) {
      terminal.err().println("Nothing is written, as the model has errors.");
      return Main.FAILED;
    }
    List<Table> tables = chosen(Materialization.tables(read.loaded().model()));
    if (tables.isEmpty()) {
      terminal.err().println("The model declares no pre-aggregated tables.");
      return Main.FINE;
    }
    try (Materialization filling =
        Materialization.open(read.loaded().model(), config.requiredWarehouse())) {
      for (Table table : tables) {
        if (dryRun) {
          print(table, filling.statements(table));
        } else {
          fill(table, filling);
        }
      }
    }
    return Main.FINE;
  }

  private List<Table> chosen(List<Table> all) {
    for (String word : wanted) {
      if (all.stream().noneMatch(table -> table.isCalled(word))) {
        List<String> names = all.stream().map(Table::name).toList();
        throw new ParameterException(
            spec.commandLine(),
            "there is no pre-aggregated table %s%s"
                .formatted(word, NearestNames.hint(word, names)));
      }
    }
    return all.stream()
        .filter(table -> wanted.isEmpty() || wanted.stream().anyMatch(table::isCalled))
        .toList();
  }

  private void print(Table table, List<String> statements) {
    terminal.out().println("-- " + table.name());
    statements.forEach(sql -> terminal.out().println(laidOut(sql) + ";"));
  }

  /** What is before a query stands on a line of its own. */
  private static String laidOut(String sql) {
    int query = sql.indexOf("SELECT ");
    return query <= 0
        ? sql
        : sql.substring(0, query - 1) + "\n" + SqlLayout.of(sql.substring(query));
  }

  private void fill(Table table, Materialization filling) throws SQLException {
    Progress progress = Progress.of(terminal, "filling");
    long start = System.nanoTime();
    long rows;
    try {
      progress.now(table.name());
      rows = filling.fill(table);
    } finally {
      progress.stop();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%s: %d rows in %s, %.1f s%n",
            table.name(),
            rows,
            table.table().table(),
            took.toMillis() / MILLIS);
  }
}
