package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A dialect that quotes identifiers with {@code "} and strings with {@code '}, as the SQL standard
 * does.
 *
 * @param plainName what may stand unquoted and then means exactly itself
 * @param firstAggregate the function that with ORDER BY gives the first row's value, a NULL too
 * @param keywords in lower case; what must be quoted although it looks plain
 */
record QuotingDialect(
    String name,
    Pattern plainName,
    Set<String> keywords,
    NameRules nameRules,
    Aggregates aggregates,
    Optional<String> firstAggregate)
    implements WarehouseDialect {
  /** Names keep their case, or case does not count. */
  static final Pattern ANY_CASE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Unquoted names are turned into lower case. */
  static final Pattern LOWER_CASE = Pattern.compile("[a-z_][a-z0-9_]*");

  QuotingDialect {
    keywords = Set.copyOf(keywords);
  }

  @Override
  public String identifier(String identifier) {
    boolean plain =
        plainName.matcher(identifier).matches()
            && !keywords.contains(identifier.toLowerCase(Locale.ROOT));
    return plain ? identifier : '"' + identifier.replace("\"", "\"\"") + '"';
  }

  @Override
  public Optional<String> firstInOrder(String value, String order) {
    return firstAggregate.map(function -> function + "(" + value + " ORDER BY " + order + ")");
  }

  @Override
  public String stringLiteral(String value) {
    return '\'' + value.replace("'", "''") + '\'';
  }
}
