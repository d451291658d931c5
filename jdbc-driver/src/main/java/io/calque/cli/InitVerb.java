package io.calque.cli;

import io.calque.cli.init.FirstModel;
import io.calque.cli.init.FirstModels;
import io.calque.cli.init.InitTarget;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.Problem;
import io.calque.model.read.Severity;
import io.calque.model.write.ModelWriters;
import io.calque.project.CheckedModel;
import io.calque.project.ProjectConfig;
import io.calque.project.ProjectRequest;
import io.calque.warehouse.DeclaredTable;
import io.calque.warehouse.Lease;
import io.calque.warehouse.Password;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseSettings;
import io.calque.warehouse.Warehouses;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the first model of a warehouse that has none. */
@Command(
    name = "init",
    description = "Reads a warehouse's tables and keys and writes a first model of them.",
    footer = {
      "",
      "Entities, keys, joins with their cardinalities, lookups over tables of pairs, counts and sums.",
      "What the catalog declares is taken as it is; what is missing there is guessed from names and",
      "proven by the data. A comment beside each guess says why. The warehouse is only read.",
      "A password never stands in the model: calque.yml names the variable or the file it is in.",
      "Examples:",
      "  calque init --warehouse jdbc:duckdb:shop.duckdb -o shop",
      "  calque init --warehouse jdbc:postgresql://localhost/shop --user reader \\",
      "      --password-env SHOP_PASSWORD --schema sales --schema stock",
      "Then: calque check shop --data, and calque erd shop -o shop.svg"
    })
final class InitVerb implements Callable<Integer> {
  /** Files that are named when a folder is occupied. */
  private static final int MOST_NAMED = 5;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "<jdbc url>",
      description = "The warehouse's JDBC URL; a relative DuckDB file counts from here.")
  private String url;

  @Option(names = "--user", paramLabel = "<user>", description = "The warehouse's user.")
  private String user;

  @Option(
      names = "--password-env",
      paramLabel = "<variable>",
      description = "The environment variable that holds the password.")
  private String passwordVariable;

  @Option(
      names = "--password-file",
      paramLabel = "<file>",
      description = "The file whose first line is the password.")
  private Path passwordFile;

  @Option(
      names = "--schema",
      paramLabel = "<schema>",
      description = "A schema to read; may be given several times. Default: all.")
  private final List<String> schemas = new ArrayList<>();

  @Option(
      names = "--name",
      paramLabel = "<name>",
      description = "What the project is called; default: the warehouse's catalog.")
  private String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "<folder>",
      description = "Where to write the project; default: a folder of its name.")
  private Path output;

  @Option(names = "--force", description = "Write over files that are there.")
  private boolean force;

  InitVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, SQLException {
    WarehouseSettings settings = settings();
    Progress progress = Progress.of(terminal, "reading the warehouse");
    try (Lease<Warehouse> lease = new Warehouses().lease(settings)) {
      List<DeclaredTable> tables = lease.value().declaredTables(schemas);
      if (tables.isEmpty()) {
        progress.stop();
        terminal.err().println(noTables(lease.value(), settings));
        return Main.FAILED;
      }
      String project = name == null ? tables.get(0).name().parts().get(0) : name;
      FirstModel first = FirstModels.of(project, lease.value(), tables, progress::now);
      progress.stop();
      return write(first);
    } finally {
      progress.stop();
    }
  }

  private WarehouseSettings settings() {
    if (!WarehouseSettings.withoutSecrets(url).equals(url)) {
      throw new ParameterException(
          spec.commandLine(),
          "the URL holds a password or a token, and would be written to calque.yml; leave it out,"
              + " and name --user with --password-env or --password-file");
    }
    if (passwordVariable != null && passwordFile != null) {
      throw new ParameterException(
          spec.commandLine(), "there is one password: --password-env or --password-file");
    }
    return new WarehouseSettings(
        url,
        Optional.ofNullable(user),
        password(),
        Optional.empty(),
        Map.of(),
        List.of(),
        Map.of());
  }

  private Optional<Password> password() {
    if (passwordVariable == null) {
      return Optional.ofNullable(passwordFile).map(Password.FromFile::new);
    }
    String password = System.getenv(passwordVariable);
    if (password == null) {
      throw new ParameterException(
          spec.commandLine(), "the environment variable " + passwordVariable + " is not set");
    }
    return Optional.of(new Password.Given(password));
  }

  private String noTables(Warehouse warehouse, WarehouseSettings settings) throws SQLException {
    String there =
        warehouse.declaredTables(List.of()).stream()
            .map(table -> table.name().parts())
            .filter(parts -> parts.size() > 1)
            .map(parts -> parts.get(parts.size() - 2))
            .distinct()
            .collect(Collectors.joining(", "));
    return "the warehouse %s has no tables%s that this user sees; nothing is written%s"
        .formatted(
            settings.shownUrl(),
            schemas.isEmpty() ? "" : " in " + String.join(", ", schemas),
            there.isEmpty() ? "" : "; schemas with tables are " + there);
  }

  private int write(FirstModel first) throws IOException {
    String project = first.model().name();
    Path folder = output == null ? Path.of(project) : output;
    InitTarget target = new InitTarget(folder);
    Map<String, String> files =
        new TreeMap<>(ModelWriters.withNotes(first.model(), first.notes()).files());
    files.put(
        ProjectConfig.FILE_NAME,
        target.config(
            project,
            new InitTarget.Access(
                url,
                Optional.ofNullable(user),
                Optional.ofNullable(passwordVariable),
                Optional.ofNullable(passwordFile))));
    List<Path> occupants = target.occupants(files.keySet());
    if (!occupants.isEmpty() && !force) {
      terminal.err().println(occupied(folder, occupants));
      return Main.FAILED;
    }
    List<Path> written = target.write(files);
    written.forEach(terminal.out()::println);
    occupants.stream()
        .filter(file -> !written.contains(file))
        .forEach(file -> terminal.err().println("stays as it is, as part of the model: " + file));
    first.leftOut().forEach(table -> terminal.err().println("left out: " + table));
    first.summary().forEach(terminal.err()::println);
    return check(folder);
  }

  private static String occupied(Path folder, List<Path> occupants) {
    String named =
        occupants.stream()
            .limit(MOST_NAMED)
            .map(folder::relativize)
            .map(Path::toString)
            .collect(Collectors.joining(", "));
    int more = occupants.size() - MOST_NAMED;
    return "%s has files of a model already (%s%s); nothing is written. Name another folder, or --force to write over them"
        .formatted(folder, named, more > 0 ? " and " + more + " more" : "");
  }

  /** What is written has to load; that it does is looked at, not believed. */
  private int check(Path folder) {
    ProjectConfig config = ProjectConfig.read(ProjectRequest.of(folder.toString()), System::getenv);
    LoadedModel loaded = CheckedModel.read(config);
    ProblemPrinter printer = new ProblemPrinter(config.model(), terminal.err());
    List<Problem> errors =
        loaded.problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
    errors.forEach(printer::print);
    return errors.isEmpty() ? Main.FINE : Main.FAILED;
  }
}
