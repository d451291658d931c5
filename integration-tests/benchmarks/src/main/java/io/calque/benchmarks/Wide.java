package io.calque.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A table of two longs, a double and two strings, with a model in which it is an entity of the same
 * name.
 *
 * @param folder the project
 */
record Wide(Path folder) {
  static final String ALL = "SELECT id, code, amount, name, city FROM wide";

  /** Rows at a time, where a driver does not decide it by itself; Calque takes as many. */
  static final int FETCH_SIZE = 2_000;

  /** The table in DuckDB. */
  static DuckDbFile file(Settings settings, int rows) throws SQLException, IOException {
    return DuckDbFile.of(
        settings.data().resolve("wide-" + rows),
        "wide",
        connection ->
            Queries.execute(
                connection,
                """
                CREATE TABLE wide AS
                SELECT range AS id, range * 7919 AS code, range / 3 AS amount,
                  'name ' || range AS name, 'city ' || range %% 1000 AS city
                FROM range(%d)\
                """
                    .formatted(rows)));
  }

  static Wide over(DuckDbFile file) throws IOException {
    return over(file.path().getParent(), "wide.main.wide", "url: '" + file.url() + "'");
  }

  /**
   * A table of some warehouse.
   *
   * @param warehouse what calque.yml says about it
   */
  static Wide over(Path folder, String table, String... warehouse) throws IOException {
    Files.createDirectories(folder.resolve("entities"));
    Files.writeString(
        folder.resolve("calque.yml"),
        "name: wide\nwarehouse:\n  " + String.join("\n  ", warehouse) + "\n");
    StringBuilder yaml =
        new StringBuilder(
            "name: wide\ndescription: Rows\nkey_source: %s\nkeys: [id]\nfeatures:\n"
                .formatted(table));
    for (String name : new String[] {"id", "code", "amount", "name", "city"}) {
      yaml.append(
          "  - {type: field, name: %1$s, description: '', source: %2$s, field: %1$s}\n"
              .formatted(name, table));
    }
    Files.writeString(folder.resolve("entities/wide.yml"), yaml);
    return new Wide(folder);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:calque:" + folder);
  }
}
