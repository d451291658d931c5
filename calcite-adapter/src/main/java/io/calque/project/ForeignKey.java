package io.calque.project;

import java.util.List;

/**
 * A join that leads from columns of one table to the whole primary key of another, or of the same.
 *
 * @param name the join's name
 * @param from the table that refers
 * @param columns its columns, in the order of the columns of the other's key
 * @param to the table that is referred to; has a key
 */
public record ForeignKey(String name, ListedTable from, List<String> columns, ListedTable to) {
  public ForeignKey {
    columns = List.copyOf(columns);
  }

  /** The key that is referred to. */
  public ListedTable.ListedKey key() {
    return to.key().orElseThrow();
  }
}
