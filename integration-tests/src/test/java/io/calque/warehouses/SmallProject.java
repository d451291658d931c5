package io.calque.warehouses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A project with one entity, {@code item}, whose features {@code id} and {@code name} are columns.
 *
 * @param folder where it lies
 */
public record SmallProject(Path folder) {
  /**
   * Writes it, over columns of the same names.
   *
   * @param table where the items are
   * @param config the whole of calque.yml
   */
  static SmallProject write(Path folder, String table, String config) throws IOException {
    return write(folder, table, "id", "name", config);
  }

  /**
   * Writes it.
   *
   * @param table where the items are
   * @param id the column that tells them apart
   * @param name the column of their names
   * @param config the whole of calque.yml
   */
  static SmallProject write(Path folder, String table, String id, String name, String config)
      throws IOException {
    Files.createDirectories(folder.resolve("entities"));
    Files.writeString(folder.resolve("calque.yml"), config);
    Files.writeString(
        folder.resolve("entities/item.yml"),
        """
        name: item
        description: One of a few
        key_source: %1$s
        keys: [id]
        features:
          - {type: field, name: id, data_type: number, description: '', source: %1$s, field: %2$s}
          - {type: field, name: name, data_type: string, description: '', source: %1$s, field: %3$s}
          - {type: field, name: previous, data_type: number, description: '', source: %1$s, field: "%2$s - 1"}
          - {type: first_last, name: next_name, data_type: string, description: '', source: item, join_name: next,
             options: {method: first, sort_by: id, field: name, data_type: string}}
        """
            .formatted(table, id, name));
    Files.writeString(
        folder.resolve("entities_relationships.yml"),
        """
        relationships:
          item-item:
            relationship: one_to_many
            description: What follows
            joins:
              - {name: next, type: sql, sql: '{source}.{id} = {destination}.{previous}'}
        """);
    return new SmallProject(folder);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:calque:" + folder);
  }

  /** The one value that a query gives. */
  static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
