package io.calque.warehouse;

import io.calque.model.TableName;
import java.util.Map;

/**
 * Whether tables that a model declares, and somebody else fills, can be read in place of a query.
 */
@FunctionalInterface
public interface StoredTables {
  /**
   * The column of a stored table that says in each row which definition it was filled by; a table
   * without it is somebody's own, and is trusted.
   */
  String DEFINITION_COLUMN = "calque_definition";

  /**
   * Looks at a table as it is now.
   *
   * @param name the table
   * @param definition the query whose rows it should hold, in the warehouse's SQL
   * @param fingerprint what {@link #DEFINITION_COLUMN} has to say
   */
  Standing look(TableName name, String definition, String fingerprint);

  /** What a look found. */
  sealed interface Standing {
    /**
     * It can be read.
     *
     * @param columns the definition's columns, by name in lower case
     * @param casts of those that the table stores in a wider type, the type to cast them to
     */
    record Usable(Map<String, WarehouseColumn> columns, Map<String, String> casts)
        implements Standing {
      public Usable {
        columns = Map.copyOf(columns);
        casts = Map.copyOf(casts);
      }
    }

    /**
     * It cannot.
     *
     * @param why what stands after the table's name and {@code is not used:}
     */
    record Unusable(String why) implements Standing {}
  }

  /** Nothing was stored. */
  static StoredTables none(String why) {
    return (name, definition, fingerprint) -> new Standing.Unusable(why);
  }
}
