package io.calque.model;

import java.util.List;
import java.util.Locale;

/**
 * The name of a table in the warehouse, as the model writes it: table, schema and table, or
 * catalog, schema and table.
 *
 * @param parts one to three parts, outermost first, without quotes
 */
public record TableName(List<String> parts) implements Source {
  public TableName {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a table name has a part");
    }
  }

  /** The table's own name, the last part. */
  public String last() {
    return parts.get(parts.size() - 1);
  }

  /** Whether both name the same table if case does not count. */
  public boolean matches(TableName other) {
    return toString().toLowerCase(Locale.ROOT).equals(other.toString().toLowerCase(Locale.ROOT));
  }

  /** The parts with dots between them. */
  @Override
  public String toString() {
    return String.join(".", parts);
  }
}
