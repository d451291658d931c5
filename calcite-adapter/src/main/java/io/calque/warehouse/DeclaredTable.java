package io.calque.warehouse;

import io.calque.model.TableName;
import java.util.List;
import java.util.Optional;

/**
 * A table or view with all that the warehouse's catalog declares of it.
 *
 * @param name in full, in the catalog's own case
 * @param isView whether it is a view, of which catalogs declare no keys
 * @param remarks what the catalog says about it; may be empty
 * @param columns in order
 * @param primaryKey its columns in order; empty if none is declared
 * @param uniques other sets of columns that are declared to be unique; NULLs may repeat
 * @param references its foreign keys
 */
public record DeclaredTable(
    TableName name,
    boolean isView,
    String remarks,
    List<DeclaredColumn> columns,
    List<String> primaryKey,
    List<List<String>> uniques,
    List<Reference> references) {
  public DeclaredTable {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    uniques = List.copyOf(uniques);
    references = List.copyOf(references);
  }

  /**
   * A column of a table.
   *
   * @param remarks what the catalog says about it; may be empty
   */
  public record DeclaredColumn(WarehouseColumn column, String remarks) {
    public String name() {
      return column.name();
    }
  }

  /**
   * A foreign key.
   *
   * @param columns in the order of those that they refer to
   * @param table what they refer to
   * @param referenced its columns
   */
  public record Reference(List<String> columns, TableName table, List<String> referenced) {
    public Reference {
      columns = List.copyOf(columns);
      referenced = List.copyOf(referenced);
    }
  }

  /** The column of that exact name. */
  public Optional<DeclaredColumn> column(String column) {
    return columns.stream().filter(each -> each.name().equals(column)).findFirst();
  }
}
