package io.calque.rewrite;

import io.calque.bind.EntityUse;
import io.calque.bind.MetricCall;
import io.calque.bind.Name;
import io.calque.model.Feature;
import io.calque.model.Source;
import io.calque.model.SourceQuery;
import io.calque.model.TableName;
import io.calque.warehouse.TableNames;
import io.calque.warehouse.WarehouseDialect;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names in the SQL of one statement: how each is printed, and new ones that are not taken. */
final class Names {
  /** The column that is true in each row of an entity, and NULL where a join found none. */
  static final String PRESENT = "calque_present";

  private static final String HIDDEN = "calque_";

  private final WarehouseDialect dialect;
  private final TableNames tables;
  private final CommonTables common;
  private final Set<String> taken;

  /**
   * @param common what the statement calls its common table expressions
   * @param userSql the statement; none of the words in it is taken for a new name
   */
  Names(WarehouseDialect dialect, TableNames tables, CommonTables common, String userSql) {
    this.common = common;
    this.dialect = dialect;
    this.tables = tables;
    this.taken = words(userSql);
  }

  /**
   * A feature's name as a column of its entity. Private features never clash with a user's name.
   */
  String feature(Feature feature) {
    return dialect.identifier(
        feature.info().queryable() ? feature.name() : HIDDEN + feature.name());
  }

  /** The name that qualifies an entity's columns. */
  String alias(EntityUse use) {
    boolean asWritten = !use.isAliasQuoted() && !dialect.nameRules().isReserved(use.name());
    return asWritten ? use.name() : dialect.identifier(use.name());
  }

  /** A feature as a subquery shows it for a metric outside. */
  String exposed(MetricCall.Through subquery, Feature feature) {
    return qualifier(subquery) + exposedName(subquery.prefix(), feature);
  }

  /** The mark of an entity's rows as a subquery shows it for a metric outside. */
  String exposedMark(MetricCall.Through subquery) {
    return qualifier(subquery) + exposedMarkName(subquery.prefix());
  }

  String exposedName(String prefix, Feature feature) {
    return dialect.identifier(prefix + feature.name());
  }

  String exposedMarkName(String prefix) {
    return dialect.identifier(prefix + PRESENT);
  }

  private String qualifier(MetricCall.Through subquery) {
    return subquery.alias().map(alias -> name(alias) + ".").orElse("");
  }

  /** A table's name, or a query in parentheses: something that takes an alias in FROM. */
  String source(Source source) {
    if (source instanceof TableName table) {
      return common.hide(table.last()) ? tables.qualified(table) : tables.table(table);
    }
    common.mustNotHideTablesOf((SourceQuery) source);
    String sql = ((SourceQuery) source).sql();
    return sql.contains("--") ? "(" + sql + "\n)" : "(" + sql + ")";
  }

  String column(Source source, String column) {
    return tables.column(source, column);
  }

  /** A name that the query defines, as it does. */
  String name(Name name) {
    return name.sql()
        .filter(sql -> dialect.lexis().quotesNames() || !sql.startsWith("\""))
        .orElseGet(() -> dialect.identifier(name.value()));
  }

  String identifier(String name) {
    return dialect.identifier(name);
  }

  /** See {@link WarehouseDialect#sameValues}. */
  String sameValues(List<String> left, List<String> right) {
    return dialect.sameValues(left, right);
  }

  /** A new alias that begins like the hint. */
  String fresh(String hint) {
    for (int i = 1; ; i++) {
      String name = hint.toLowerCase(Locale.ROOT) + "_" + i;
      if (taken.add(name)) {
        return dialect.identifier(name);
      }
    }
  }

  /** The words of a piece of SQL, in lower case. */
  static Set<String> words(String sql) {
    Set<String> words = new HashSet<>();
    int start = -1;
    for (int i = 0; i <= sql.length(); i++) {
      boolean inWord = i < sql.length() && Character.isJavaIdentifierPart(sql.charAt(i));
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        words.add(sql.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
    }
    return words;
  }
}
