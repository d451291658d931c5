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
record Wide(DuckDbFile file, Path folder) {
  static Wide of(Settings settings, int rows) throws SQLException, IOException {
    Path folder = settings.data().resolve("wide-" + rows);
    DuckDbFile file =
        DuckDbFile.of(
            folder,
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
    Files.createDirectories(folder.resolve("entities"));
    Files.writeString(
        folder.resolve("calque.yml"),
        "name: wide\nwarehouse:\n  url: '%s'\n".formatted(file.url()));
    StringBuilder yaml =
        new StringBuilder(
            "name: wide\ndescription: Rows\nkey_source: wide.main.wide\nkeys: [id]\nfeatures:\n");
    for (String name : new String[] {"id", "code", "amount", "name", "city"}) {
      yaml.append(
          "  - {type: field, name: %1$s, description: '', source: wide.main.wide, field: %1$s}\n"
              .formatted(name));
    }
    Files.writeString(folder.resolve("entities/wide.yml"), yaml);
    return new Wide(file, folder);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:calque:" + folder);
  }
}
