package io.calque.cli.init;

import java.util.List;

/**
 * Columns of one table that say which row of another, or of its own, each row belongs to.
 *
 * @param from the table that refers
 * @param columns of {@code from}
 * @param to the table that is referred to
 * @param referenced of {@code to}, as many; they identify its rows
 * @param role what the reference is called beside the name of the entity it leads to; empty if the
 *     columns say nothing but that name
 * @param isToOneBack whether a row of {@code to} is referred to by at most one row
 * @param isDeclared whether the catalog declares it
 * @param why for whoever reads the model; a sentence
 */
record Link(
    KeyedTable from,
    List<String> columns,
    KeyedTable to,
    List<String> referenced,
    String role,
    boolean isToOneBack,
    boolean isDeclared,
    String why) {
  Link {
    columns = List.copyOf(columns);
    referenced = List.copyOf(referenced);
  }

  /** Whether both say the same, from either end. */
  boolean isReverseOf(Link other) {
    return from.equals(other.to)
        && to.equals(other.from)
        && columns.size() == other.columns.size()
        && columns.containsAll(other.referenced)
        && referenced.containsAll(other.columns);
  }

  /** {@code order.customer_id -> customer.id}, in the words of the model. */
  String shown() {
    return shown(from, columns) + " -> " + shown(to, referenced);
  }

  static String shown(KeyedTable table, List<String> columns) {
    List<String> names = table.source().featuresOf(columns);
    return names.size() == 1
        ? table.entity() + "." + names.get(0)
        : table.entity() + ".(" + String.join(", ", names) + ")";
  }
}
