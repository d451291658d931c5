package io.calque.jdbc;

import io.calque.warehouse.WarehouseDialect;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** How programs may put literals and names into SQL for Calque. */
final class Quoting {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private Quoting() {}

  /** A string literal. */
  static String literal(String value) throws SQLException {
    return '\'' + required(value).replace("'", "''") + '\'';
  }

  /** A name, in quotes if it needs them or they are wished for. */
  static String identifier(String name, boolean always, WarehouseDialect dialect)
      throws SQLException {
    String required = required(name);
    if (required.isEmpty() || required.indexOf('\0') >= 0) {
      throw new SQLException("an empty text is no name", "42602");
    }
    return always || !isSimple(required, dialect)
        ? '"' + required.replace("\"", "\"\"") + '"'
        : required;
  }

  /** Whether a name means itself without quotes. */
  static boolean isSimple(String name, WarehouseDialect dialect) throws SQLException {
    return PLAIN.matcher(required(name)).matches() && !dialect.nameRules().isReserved(name);
  }

  private static String required(String text) throws SQLException {
    if (text == null) {
      throw new SQLException("there is nothing to quote: the text is null", "22004");
    }
    return text;
  }
}
