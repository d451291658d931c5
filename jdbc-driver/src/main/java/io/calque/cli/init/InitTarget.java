package io.calque.cli.init;

import io.calque.model.write.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that a first model is written to. */
public final class InitTarget {
  private static final String DUCKDB = "jdbc:duckdb:";

  private final Path folder;

  public InitTarget(Path folder) {
    this.folder = folder;
  }

  /**
   * How the project reaches its warehouse.
   *
   * @param url as the user wrote it; a relative file is relative to where the command runs
   * @param passwordVariable the environment variable with the password
   * @param passwordFile the file with the password
   */
  public record Access(
      String url,
      Optional<String> user,
      Optional<String> passwordVariable,
      Optional<Path> passwordFile) {}

  /**
   * Files of a model that are there already, of which some would be overwritten and the others be
   * read together with the new ones.
   *
   * @throws IOException if the folder is none
   */
  public List<Path> occupants(Iterable<String> files) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IOException(folder + " is a file; name a folder");
    }
    List<Path> found = new ArrayList<>();
    for (String file : files) {
      if (Files.exists(folder.resolve(file))) {
        found.add(folder.resolve(file));
      }
    }
    Path entities = folder.resolve("entities");
    if (Files.isDirectory(entities)) {
      try (Stream<Path> all = Files.list(entities)) {
        all.filter(file -> file.toString().matches(".*\\.ya?ml"))
            .filter(file -> !found.contains(file))
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }

  /** Writes the files, over others of the same name, and returns where they are. */
  public List<Path> write(Map<String, String> files) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, file.getValue());
      written.add(path);
    }
    return written;
  }

  /** The text of the project's {@code calque.yml}, without any password. */
  public String config(String name, Access access) {
    YamlMap warehouse = new YamlMap().text("url", withoutVariables(url(access.url())));
    access.user().ifPresent(user -> warehouse.text("user", withoutVariables(user)));
    access.passwordVariable().ifPresent(v -> warehouse.text("password", "${" + v + "}"));
    access
        .passwordFile()
        .ifPresent(file -> warehouse.text("password_file", withoutVariables(shown(file))));
    return "# Made by calque init; relative files count from this folder.\n"
        + new YamlMap().text("name", withoutVariables(name)).map("warehouse", warehouse).lines(0);
  }

  /** In {@code calque.yml} this would be the name of an environment variable. */
  private static String withoutVariables(String text) {
    return text.replace("${", "$${");
  }

  private String url(String url) {
    if (!url.startsWith(DUCKDB)) {
      return url;
    }
    String rest = url.substring(DUCKDB.length());
    int options = rest.indexOf(';');
    String database = options < 0 ? rest : rest.substring(0, options);
    boolean isFile = Files.isRegularFile(Path.of(database));
    return isFile
        ? DUCKDB + shown(Path.of(database)) + (options < 0 ? "" : rest.substring(options))
        : url;
  }

  /** A file as it is called from the folder, unless it was named in full. */
  private String shown(Path file) {
    Path seen =
        file.isAbsolute()
            ? file
            : folder.toAbsolutePath().normalize().relativize(file.toAbsolutePath().normalize());
    return seen.toString().replace('\\', '/');
  }
}
