package io.calque.rewrite;

import io.calque.bind.BoundName;
import io.calque.bind.BoundQuery;
import io.calque.bind.EntityUse;
import io.calque.error.SqlPlace;
import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.FeatureOrigin;
import io.calque.model.TableName;
import io.calque.sql.CalqueSelect;
import io.calque.sql.SqlSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/**
 * Queries in which an entity may stand as its table, without a derived table around it: {@code
 * SELECT features FROM entity WHERE conditions}, where each name is a feature that is the table's
 * column of that very name. Nothing else is named, so no other column of the table can be meant.
 *
 * <p>For the warehouse both forms are the same query. But DuckDB takes 50 microseconds more to plan
 * the derived table, and a row by its key costs but 300 in all.
 */
final class KeyLookup {
  /** What a condition may be made of; a function may look at more than its arguments. */
  private static final Set<SqlKind> OPERATORS =
      EnumSet.of(
          SqlKind.AND,
          SqlKind.OR,
          SqlKind.NOT,
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.IN,
          SqlKind.NOT_IN,
          SqlKind.BETWEEN,
          SqlKind.IS_NULL,
          SqlKind.IS_NOT_NULL);

  private final SqlSource source;
  private final Set<SqlPlace> features = new HashSet<>();

  private KeyLookup(BoundQuery query) {
    this.source = query.statement().source();
    for (BoundName name : query.names()) {
      if (name.use().isPresent()) {
        features.add(name.place());
      }
    }
  }

  /** What the entity is in a query of that form; empty if the query is of another. */
  static Optional<String> table(BoundQuery query, EntityUse use, Names names) {
    return query.statement().query() instanceof CalqueSelect select
            && query.entities().size() == 1
            && query.systemTables().isEmpty()
            && query.joins().isEmpty()
            && query.metricSelects().isEmpty()
            && query.rowMetrics().isEmpty()
            && query.exposures().isEmpty()
            && query.stars().isEmpty()
            && !use.isMarked()
            && use.entity().source() instanceof TableName table
            && ResultSize.asksForKey(query, select.getWhere())
            && new KeyLookup(query).isPlain(select)
            && use.needed().stream().allMatch(feature -> isColumn(feature, table, names))
        ? Optional.of(names.source(table))
        : Optional.empty();
  }

  private boolean isPlain(CalqueSelect select) {
    return !select.isDistinct()
        && select.getGroup() == null
        && select.getHaving() == null
        && select.getQualify() == null
        && select.getWindowList().isEmpty()
        && select.distinctOn().isEmpty()
        && select.sample().isEmpty()
        && isTable(select.getFrom())
        && select.getSelectList().stream().allMatch(this::isItem)
        && isCondition(select.getWhere());
  }

  private static boolean isTable(SqlNode from) {
    return from instanceof SqlIdentifier
        || isAlias(from) && ((SqlCall) from).operand(0) instanceof SqlIdentifier;
  }

  private static boolean isAlias(SqlNode node) {
    return node instanceof SqlBasicCall call
        && call.getKind() == SqlKind.AS
        && call.operandCount() == 2;
  }

  private boolean isItem(SqlNode item) {
    return isAlias(item) ? isFeature(((SqlCall) item).operand(0)) : isFeature(item);
  }

  private boolean isFeature(SqlNode node) {
    return node instanceof SqlIdentifier
        && features.contains(source.place(node.getParserPosition()));
  }

  private boolean isCondition(SqlNode node) {
    if (node instanceof SqlNodeList list) {
      return list.stream().allMatch(this::isCondition);
    }
    if (node instanceof SqlBasicCall call) {
      return OPERATORS.contains(call.getKind())
          && call.getOperandList().stream().allMatch(this::isCondition);
    }
    return node instanceof SqlLiteral || node instanceof SqlDynamicParam || isFeature(node);
  }

  private static boolean isColumn(Feature feature, TableName table, Names names) {
    return feature instanceof FieldFeature field
        && field.origin() instanceof FeatureOrigin.KeySource
        && !field.isExpression()
        && field.filters().isEmpty()
        && names.column(table, field.field()).equals(names.feature(feature));
  }
}
