package io.calque.warehouse;

import java.util.Optional;

/**
 * Where in a warehouse's catalog to look for tables; case does not count.
 *
 * @param catalog empty for the connection's own
 * @param schema empty for all, or for the connection's own where there are many
 */
record TableScope(Optional<String> catalog, Optional<String> schema) {
  static final TableScope DEFAULT = new TableScope(Optional.empty(), Optional.empty());

  static TableScope schema(String schema) {
    return new TableScope(Optional.empty(), Optional.of(schema));
  }

  static TableScope catalog(String catalog) {
    return new TableScope(Optional.of(catalog), Optional.empty());
  }
}
