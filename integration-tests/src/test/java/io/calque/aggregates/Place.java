package io.calque.aggregates;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Where shops are: a warehouse with a catalog {@code shop} and in it a schema {@code main}.
 *
 * @param config what calque.yml says of it
 * @param url from a shop's folder to the warehouse's own URL, for those who write
 * @param sql SQL of the model as it has to be written there
 */
record Place(String config, UnaryOperator<String> url, UnaryOperator<String> sql) {
  /** A file in the shop's folder. */
  static final Place DUCKDB =
      new Place(
          "warehouse: {url: 'jdbc:duckdb:shop.duckdb'}\n",
          folder -> "jdbc:duckdb:" + Path.of(folder, "shop.duckdb"),
          UnaryOperator.identity());
}
