package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.util.Locale;
import java.util.Set;

/**
 * A dialect that quotes identifiers with {@code "} and strings with {@code '}, as the SQL standard
 * does, and is standard SQL as far as Calque writes any.
 */
class QuotingDialect implements WarehouseDialect {
  private final String name;
  private final PlainNames plainNames;
  private final Set<String> keywords;
  private final NameRules nameRules;
  private final Aggregates aggregates;

  /**
   * @param plainNames what may stand unquoted
   * @param keywords in lower case; what must be quoted although it looks plain
   */
  QuotingDialect(
      String name,
      PlainNames plainNames,
      Set<String> keywords,
      NameRules nameRules,
      Aggregates aggregates) {
    this.name = name;
    this.plainNames = plainNames;
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
        plainNames.contains(identifier) && !keywords.contains(identifier.toLowerCase(Locale.ROOT));
    return plain ? identifier : '"' + identifier.replace("\"", "\"\"") + '"';
  }

  @Override
  public String stringLiteral(String value) {
    return '\'' + value.replace("'", "''") + '\'';
  }
}
