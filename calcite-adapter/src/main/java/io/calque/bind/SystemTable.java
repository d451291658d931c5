package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.schema.BridgeTable;
import io.calque.schema.MetaTable;
import java.util.Optional;

/**
 * A mention in FROM of a table that Calque makes of the model itself.
 *
 * @param place the table's name, without an alias
 * @param table which table it is
 * @param alias the name it needs as the query gives it none
 */
public record SystemTable(SqlPlace place, Kind table, Optional<String> alias) {
  /** Which table. */
  public sealed interface Kind {
    /** A table of the schema {@code bridges}. */
    record Bridge(BridgeTable table) implements Kind {}

    /** A table of the schema {@code meta}. */
    record Meta(MetaTable table) implements Kind {}
  }
}
