package io.calque.project;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.model.read.CollectionNaming;
import io.calque.model.read.LoadOptions;
import io.calque.warehouse.Password;
import io.calque.warehouse.WarehouseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a project's {@code calque.yml} says, or what is meant where there is none, with the
 * request's own wishes on top.
 *
 * @param name the JDBC catalog
 * @param model the folder or file of the model; exists
 * @param format the model's format; empty to tell it from the content
 * @param domain the Lynk domain
 * @param dialect the name of the warehouse's dialect, to compile where there is no warehouse
 * @param collections how tables and foreign keys are called where the model's format does not say
 * @param warehouse empty if none is named
 */
public record ProjectConfig(
    String name,
    Path model,
    Optional<String> format,
    Optional<String> domain,
    Optional<String> dialect,
    CollectionNaming collections,
    Optional<WarehouseSettings> warehouse) {
  /** The only file that is Calque's own. */
  public static final String FILE_NAME = "calque.yml";

  /** What is asked of {@code tables}, for messages. */
  static final String TABLES_MEANING =
      "has to be a table's name with {type} or {snake_type} in it, such as raw.{type}";

  /** What is asked of {@code foreign_keys}, for messages. */
  static final String FOREIGN_KEYS_MEANING =
      "has to be a column's name with {field} in it, such as %s or %s"
          .formatted(CollectionNaming.NEW_KEYS, CollectionNaming.OLD_KEYS);

  private static final String DUCKDB = "jdbc:duckdb:";

  /**
   * Reads the configuration of the project that is asked for.
   *
   * @param environment from the name of a variable to its value, or null
   * @throws CalqueException if there is no such project, or its file is wrong
   */
  public static ProjectConfig read(ProjectRequest request, UnaryOperator<String> environment) {
    Path location = existing(request.location());
    Path file = Files.isDirectory(location) ? location.resolve(FILE_NAME) : location;
    ProjectConfig config =
        isConfigFile(file) && Files.isRegularFile(file)
            ? CalqueYaml.read(file, text(file), environment)
            : bare(location);
    return config.with(request);
  }

  /** Whether that is the project's own file, by its name. */
  static boolean isConfigFile(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.equals(FILE_NAME) || name.equals("calque.yaml");
  }

  private static ProjectConfig bare(Path location) {
    return new ProjectConfig(
        nameOf(location),
        location,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CollectionNaming.STANDARD,
        Optional.empty());
  }

  private ProjectConfig with(ProjectRequest request) {
    return new ProjectConfig(
        name,
        model,
        format,
        request.domain().or(() -> domain),
        dialect,
        collections(request),
        request
            .warehouse()
            .map(url -> WarehouseSettings.of(absolute(url, Path.of(""))))
            .or(() -> warehouse)
            .map(settings -> withCredentials(settings, request)));
  }

  private CollectionNaming collections(ProjectRequest request) {
    if (request.tables().filter(text -> !CollectionNaming.isTables(text)).isPresent()) {
      throw CalqueException.of(
          ErrorCode.BAD_PROPERTY, "the connection property tables " + TABLES_MEANING);
    }
    if (request.foreignKeys().filter(text -> !CollectionNaming.isForeignKeys(text)).isPresent()) {
      throw CalqueException.of(
          ErrorCode.BAD_PROPERTY, "the connection property foreignKeys " + FOREIGN_KEYS_MEANING);
    }
    return new CollectionNaming(
        request.tables().orElse(collections.tables()),
        request.foreignKeys().orElse(collections.foreignKeys()));
  }

  private static WarehouseSettings withCredentials(
      WarehouseSettings settings, ProjectRequest request) {
    return new WarehouseSettings(
        settings.url(),
        request.user().or(settings::user),
        request.password().<Password>map(Password.Given::new).or(settings::password),
        settings.dialect(),
        settings.properties(),
        settings.init(),
        settings.pool());
  }

  /** This project on the warehouse of another, if it names none of its own. */
  public ProjectConfig orWarehouseOf(ProjectConfig other) {
    return warehouse.isPresent()
        ? this
        : new ProjectConfig(
            name,
            model,
            format,
            domain,
            dialect.or(other::dialect),
            collections,
            other.warehouse());
  }

  /** How to load the model, but for the columns that only a warehouse knows. */
  public LoadOptions loadOptions() {
    return LoadOptions.named(name)
        .withDomain(domain)
        .withFormat(format)
        .withDialect(dialect.or(() -> warehouse.flatMap(settings -> kind(settings.url()))))
        .withCollections(collections);
  }

  /** The kind of warehouse that a JDBC URL is for: what follows {@code jdbc:}. */
  private static Optional<String> kind(String url) {
    String[] parts = url.split(":", 3);
    return parts.length == 3 ? Optional.of(parts[1]) : Optional.empty();
  }

  /** The settings of the warehouse, where one is needed. */
  public WarehouseSettings requiredWarehouse() {
    return warehouse.orElseThrow(
        () ->
            CalqueException.of(
                ErrorCode.BAD_PROJECT,
                ("the project %s names no warehouse; write \"warehouse: {url: 'jdbc:…'}\" in its"
                        + " calque.yml, or add ;warehouse=jdbc:… to the URL")
                    .formatted(name)));
  }

  /** Turns the relative file of a DuckDB URL into an absolute one; leaves every other URL alone. */
  static String absolute(String url, Path base) {
    if (!url.startsWith(DUCKDB)) {
      return url;
    }
    String rest = url.substring(DUCKDB.length());
    int options = rest.indexOf(';');
    String database = options < 0 ? rest : rest.substring(0, options);
    boolean inMemoryOrService =
        database.isEmpty() || database.matches(":memory:.*|[A-Za-z][A-Za-z0-9+.-]+:.*");
    if (inMemoryOrService) {
      return url;
    }
    Path absolute = base.resolve(database).toAbsolutePath().normalize();
    return DUCKDB + absolute + (options < 0 ? "" : rest.substring(options));
  }

  /** A project's name where it has none: its folder's, or its file's without the ending. */
  static String nameOf(Path location) {
    String name = String.valueOf(location.toAbsolutePath().normalize().getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 && !Files.isDirectory(location) ? name.substring(0, dot) : name;
  }

  private static Path existing(String location) {
    try {
      Path path = Path.of(location);
      if (Files.exists(path)) {
        return path.toRealPath();
      }
      throw CalqueException.of(
          ErrorCode.BAD_PROJECT,
          "there is no folder or file %s (looked for at %s)"
              .formatted(location, path.toAbsolutePath().normalize()));
    } catch (InvalidPathException | IOException e) {
      throw CalqueException.of(
          ErrorCode.BAD_PROJECT, "the project %s cannot be read".formatted(location), e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw CalqueException.of(ErrorCode.BAD_PROJECT, file + " cannot be read as UTF-8 text", e);
    }
  }
}
