package io.calque.warehouse;

import io.calque.model.Source;
import io.calque.model.TableName;

/**
 * The way from names as a model writes them to names as the warehouse has them, ready to be
 * printed.
 *
 * <p>A name is looked for in its exact case first, then ignoring case, and printed quoted as it was
 * found. Without a warehouse, or if it is not found, it is printed as written, quoted where it has
 * to be.
 */
public interface TableNames {
  /** The table's name with all its parts, as it is to stand in SQL. */
  String table(TableName name);

  /** The table's name with its schema, where it is known: no common table expression hides that. */
  String qualified(TableName name);

  /** The name of one of the source's columns, as it is to stand in SQL after the alias. */
  String column(Source source, String column);

  /** Names as the model writes them, for compiling without a warehouse. */
  static TableNames asWritten(WarehouseDialect dialect) {
    return new TableNames() {
      @Override
      public String table(TableName name) {
        return String.join(".", name.parts().stream().map(dialect::identifier).toList());
      }

      @Override
      public String qualified(TableName name) {
        return table(name);
      }

      @Override
      public String column(Source source, String column) {
        return dialect.identifier(column);
      }
    };
  }
}
