package io.calque.warehouse;

import io.calque.bind.NameRules;
import io.calque.sql.Lexis;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A dialect that quotes identifiers with {@code `}, in which {@code "} begins a string, and in
 * whose strings a backslash escapes.
 */
abstract class BacktickDialect extends QuotingDialect {
  private static final String QUOTE = "\\u0027";

  private final Set<String> keywords;

  BacktickDialect(String name, Set<String> keywords, NameRules nameRules, Aggregates aggregates) {
    super(name, PlainNames.ANY_CASE, keywords, nameRules, aggregates);
    this.keywords = Set.copyOf(keywords);
  }

  @Override
  public Lexis lexis() {
    return Lexis.CAREFUL.escaping().withoutQuotedNames().withoutDoubledQuotes();
  }

  @Override
  public String identifier(String identifier) {
    boolean plain =
        PlainNames.ANY_CASE.contains(identifier)
            && !keywords.contains(identifier.toLowerCase(Locale.ROOT));
    return plain ? identifier : quoted(identifier);
  }

  /** A name in quotes. */
  abstract String quoted(String identifier);

  @Override
  public String stringLiteral(String value) {
    return requoted(value.replace("\\", "\\\\"));
  }

  /**
   * Two quotes would be two strings, or the end of a long one; and a quote after a backslash would
   * end the string for whoever reads the text as standard SQL.
   */
  @Override
  public String requoted(String value) {
    return '\'' + value.replace("'", QUOTE) + '\'';
  }

  /** Of several arguments, only some versions take GROUPING. */
  @Override
  public String groupsBy(List<String> keys, List<String> set) {
    return PlainSql.oneByOne(keys, set);
  }
}
