package io.calque.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** The demo's project: a folder with the model and the data. */
public final class DemoProject {
  /** The first of the files, and the one by which a demo is known again. */
  private static final String CONFIG = "calque.yml";

  /** The files of the project that are copied as they are. */
  private static final List<String> FILES =
      List.of(
          CONFIG,
          "entities_relationships.yml",
          "entities/category.yml",
          "entities/country.yml",
          "entities/customer.yml",
          "entities/order.yml",
          "entities/order_item.yml",
          "entities/product.yml",
          DemoQuestion.DEFAULT_JOIN.file(),
          DemoQuestion.NAMED_JOIN.file(),
          DemoQuestion.LOOKUP.file());

  /** The warehouse; DuckDB calls the catalog as the file. */
  private static final String DATA = "larder.duckdb";

  private DemoProject() {}

  /**
   * Makes the project, or makes it whole again: files that are there stay as they are.
   *
   * @return whether anything was missing
   * @throws IOException if the folder holds something else, or cannot be written
   */
  public static boolean make(Path folder) throws IOException, SQLException {
    refuseStrangers(folder);
    boolean changed = false;
    for (String file : FILES) {
      Path target = folder.resolve(file);
      if (!Files.exists(target)) {
        Files.createDirectories(target.getParent());
        Files.writeString(target, resource("project/" + file));
        changed = true;
      }
    }
    Path data = folder.resolve(DATA);
    if (!Files.exists(data)) {
      fill(data);
      changed = true;
    }
    return changed;
  }

  private static void refuseStrangers(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS) || isDemo(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + " is a file; name another folder");
    }
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw new IOException(
            folder + " is not empty and not a demo, so it stays as it is; name another folder");
      }
    }
  }

  /** Whether a folder has a {@code calque.yml} that begins as the demo's does. */
  private static boolean isDemo(Path folder) throws IOException {
    Path config = folder.resolve(CONFIG);
    if (!Files.isRegularFile(config)) {
      return false;
    }
    String mark = resource("project/" + CONFIG).lines().findFirst().orElseThrow();
    return Files.readString(config).startsWith(mark);
  }

  /** Fills a file under another name first, so that a demo never has half of its data. */
  private static void fill(Path data) throws IOException, SQLException {
    Path unfinished = data.resolveSibling(DATA + ".unfinished");
    Files.deleteIfExists(unfinished);
    Files.deleteIfExists(unfinished.resolveSibling(unfinished.getFileName() + ".wal"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + unfinished);
        Statement statement = connection.createStatement()) {
      statement.execute(resource("data.sql"));
    }
    Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The text of one of the demo's resources, its lines ending in {@code \n}. */
  static String resource(String name) throws IOException {
    try (InputStream in = DemoProject.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the demo's " + name + " is not in this jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }
}
