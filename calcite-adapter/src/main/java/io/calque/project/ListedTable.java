package io.calque.project;

import io.calque.model.TableName;
import java.util.List;
import java.util.Optional;

/**
 * A table as tools see it: an entity, and whatever else the catalog shows.
 *
 * @param schema one of the schemas of {@link TableList}
 * @param name in the case that the model has; unique within its schema, whatever its case
 * @param kind as JDBC calls it
 * @param remarks may be empty
 * @param columns in order, metrics last; names are unique, whatever their case
 * @param key empty if it has none that queries see whole
 * @param source the warehouse's table without which nothing can be read, if there is one
 */
public record ListedTable(
    String schema,
    String name,
    Kind kind,
    String remarks,
    List<ListedColumn> columns,
    Optional<ListedKey> key,
    Optional<TableName> source) {
  /** What JDBC calls the table. */
  public enum Kind {
    TABLE,
    VIEW
  }

  /**
   * A primary key.
   *
   * @param name unique within the schema
   * @param columns names of columns of the table, in order
   */
  public record ListedKey(String name, List<String> columns) {
    public ListedKey {
      columns = List.copyOf(columns);
    }
  }

  public ListedTable {
    columns = List.copyOf(columns);
  }

  /** Its name with its schema, as SQL reads it. */
  String sql() {
    return Project.quoted(schema) + "." + Project.quoted(name);
  }
}
