package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A dialect that quotes identifiers with {@code "} and strings with {@code '}, as the SQL standard
 * does, and is standard SQL as far as Calque writes any.
 */
class QuotingDialect implements WarehouseDialect {
  /** Names keep their case, or case does not count. */
  static final Pattern ANY_CASE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Unquoted names are turned into lower case. */
  static final Pattern LOWER_CASE = Pattern.compile("[a-z_][a-z0-9_]*");

  private final String name;
  private final Pattern plainName;
  private final Set<String> keywords;
  private final NameRules nameRules;
  private final Aggregates aggregates;

  /**
   * @param plainName what may stand unquoted and then means exactly itself
   * @param keywords in lower case; what must be quoted although it looks plain
   */
  QuotingDialect(
      String name,
      Pattern plainName,
      Set<String> keywords,
      NameRules nameRules,
      Aggregates aggregates) {
    this.name = name;
    this.plainName = plainName;
    this.keywords = Set.copyOf(keywords);
    this.nameRules = nameRules;
    this.aggregates = aggregates;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public NameRules nameRules() {
    return nameRules;
  }

  @Override
  public Aggregates aggregates() {
    return aggregates;
  }

  @Override
  public FirstRow firstRow() {
    return new FirstRow.Numbered();
  }

  @Override
  public String identifier(String identifier) {
    boolean plain =
        plainName.matcher(identifier).matches()
            && !keywords.contains(identifier.toLowerCase(Locale.ROOT));
    return plain ? identifier : '"' + identifier.replace("\"", "\"\"") + '"';
  }

  @Override
  public String stringLiteral(String value) {
    return '\'' + value.replace("'", "''") + '\'';
  }
}
