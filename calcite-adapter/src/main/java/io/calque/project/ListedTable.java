package io.calque.project;

import io.calque.model.TableName;
import java.util.List;
import java.util.Optional;

/**
 * A table as tools see it: an entity, a bridge, or a part of the model itself.
 *
 * @param schema one of the schemas of {@link TableList}
 * @param name in the case that the model has; unique within its schema, whatever its case
 * @param kind as JDBC calls it
 * @param remarks may be empty
 * @param columns in order, metrics last; names are unique, whatever their case
 * @param key empty if it has none that queries see whole
 * @param sources the warehouse's tables without which nothing can be read
 */
public record ListedTable(
    String schema,
    String name,
    Kind kind,
    String remarks,
    List<ListedColumn> columns,
    Optional<ListedKey> key,
    List<TableName> sources) {
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

    /**
     * The key of a table. It is called {@code PK_<table>}, as jOOQ's code generator calls every
     * primary key that it reads through JDBC: it finds the foreign keys to it by that name.
     */
    static ListedKey of(String table, List<String> columns) {
      return new ListedKey("PK_" + table, columns);
    }
  }

  public ListedTable {
    columns = List.copyOf(columns);
    sources = List.copyOf(sources);
  }

  /** Its name with its schema, as SQL reads it. */
  String sql() {
    return Project.quoted(schema) + "." + Project.quoted(name);
  }
}
