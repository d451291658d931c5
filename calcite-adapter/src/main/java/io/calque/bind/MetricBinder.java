package io.calque.bind;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.NearestNames;
import io.calque.model.Metric;
import io.calque.model.SqlTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/**
 * Binds {@code METRIC('name')} and its other spellings: whose metric is meant, and whether here.
 */
final class MetricBinder {
  private static final Set<String> NAMES = Set.of("metric", "measure", "aggregate");

  private final Bindings bindings;

  MetricBinder(Bindings bindings) {
    this.bindings = bindings;
  }

  /** Whether a node asks for a metric, with or without FILTER. */
  static boolean isMetric(SqlNode node) {
    if (!(node instanceof SqlCall call)) {
      return false;
    }
    return call.getKind() == SqlKind.FILTER
        ? isMetric(call.operand(0))
        : call.getOperator() instanceof SqlFunction function
            && NAMES.contains(function.getName().toLowerCase(Locale.ROOT));
  }

  /**
   * Binds a call.
   *
   * @param node the call, or the FILTER around it
   * @param nameless whether it is a whole item of a select list without an alias
   * @throws CalqueException if there is no such metric, if it may be that of more than one entity,
   *     or if no aggregate may stand here
   */
  MetricCall bind(SqlCall node, Scope scope, boolean nameless) {
    SqlCall call = node.getKind() == SqlKind.FILTER ? node.operand(0) : node;
    if (call.getFunctionQuantifier() != null) {
      throw bindings.error(
          node,
          ErrorCode.METRIC_NOT_ALLOWED_HERE,
          "a metric takes no DISTINCT; it counts each row of its entity once as it is");
    }
    SelectFacts select =
        scope
            .selectScope()
            .select()
            .orElseThrow(
                () ->
                    bindings.error(
                        node,
                        ErrorCode.METRIC_NOT_ALLOWED_HERE,
                        "a metric is an aggregate and cannot stand here"));
    String text = name(call);
    EntityUse use = owner(call, text, scope);
    Metric metric = use.entity().metric(text.substring(text.lastIndexOf('.') + 1)).orElseThrow();
    if (!select.clause.aggregates()) {
      throw bindings.error(
          node,
          ErrorCode.METRIC_NOT_ALLOWED_HERE,
          "METRIC('%s') is an aggregate and cannot stand in %s%s"
              .formatted(
                  text,
                  select.clause.words(),
                  select.clause == SelectFacts.Clause.WHERE
                      ? "; write the condition in HAVING"
                      : ""));
    }
    needFeatures(use, metric);
    if (select.aggregatesAround > 0) {
      throw insideAggregate(node, text);
    }
    MetricCall bound =
        new MetricCall(
            bindings.place(node),
            use,
            Optional.empty(),
            metric,
            node == call ? Optional.empty() : Optional.of(bindings.place(node.operand(1))),
            Optional.empty(),
            nameless ? Optional.of(metric.name()) : Optional.empty());
    select.calls.add(bound);
    return bound;
  }

  private CalqueException insideAggregate(SqlNode node, String metric) {
    return bindings.error(
        node,
        ErrorCode.METRIC_NOT_ALLOWED_HERE,
        ("%s is a metric and aggregates already; an aggregate of it would be another number. Write"
                + " METRIC('%s') alone, or aggregate it over the groups of a subquery")
            .formatted(metric, metric));
  }

  /**
   * Binds a metric's column: in a query that aggregates it is the metric of the group, in any other
   * the metric of the row.
   *
   * @param place the column with what is around it
   * @param wrapper the aggregate around it
   * @param label the name it needs as it is a whole item of a select list without an alias
   */
  void bindColumn(
      SqlNode place,
      MetricColumnResolver.MetricColumn column,
      Scope scope,
      Optional<MetricCall.Wrapper> wrapper,
      Optional<String> label) {
    String name = column.metric().name();
    if (column.at().selectScope() != scope.selectScope()) {
      throw bindings.error(
          place,
          ErrorCode.METRIC_NOT_ALLOWED_HERE,
          "%s is a metric of the query around this one; a metric is of a table of its own query"
              .formatted(name));
    }
    SelectFacts select = column.at().select().orElseThrow();
    needFeatures(column.use(), column.metric());
    if (!select.isAggregating) {
      bindings.rowMetrics.add(
          new RowMetric(bindings.place(place), column.use(), column.metric(), label));
      if (column.use().isNullable()) {
        column.use().needMark();
      }
      return;
    }
    if (!select.clause.aggregates()) {
      throw bindings.error(
          place,
          ErrorCode.METRIC_NOT_ALLOWED_HERE,
          "%s is a metric, and so an aggregate, which cannot stand in %s"
              .formatted(name, select.clause.words()));
    }
    if (select.aggregatesAround > 0) {
      throw insideAggregate(place, column.use().name() + "." + name);
    }
    select.calls.add(
        new MetricCall(
            bindings.place(place),
            column.use(),
            column.passed().map(passed -> expose(column, passed)),
            column.metric(),
            Optional.empty(),
            wrapper,
            label));
  }

  /** Makes the subqueries that pass a metric on show what it aggregates. */
  private MetricCall.Through expose(
      MetricColumnResolver.MetricColumn column, MetricColumnResolver.Passed passed) {
    EntityUse use = column.use();
    use.needMark();
    use.entity().keys().forEach(key -> use.need(use.table().feature(key).orElseThrow()));
    String prefix = "calque_e" + (bindings.entities.indexOf(use) + 1) + "_";
    boolean isInnermost = true;
    for (MetricOrigin.Level level : passed.origin().levels()) {
      Optional<MetricCall.Through> source =
          isInnermost
              ? Optional.empty()
              : Optional.of(new MetricCall.Through(level.alias(), prefix));
      bindings.exposures.add(new Exposure(level.list(), use, source, prefix, column.metric()));
      isInnermost = false;
    }
    return new MetricCall.Through(passed.alias(), prefix);
  }

  /** The features that the metric aggregates. */
  private static void needFeatures(EntityUse use, Metric metric) {
    SqlTemplate sql = metric.sql();
    sql.featureRefs().forEach(name -> use.need(use.table().feature(name).orElseThrow()));
    sql.metricRefs().forEach(name -> needFeatures(use, use.entity().metric(name).orElseThrow()));
  }

  private String name(SqlCall call) {
    if (call.operandCount() == 1) {
      SqlNode argument = call.operand(0);
      if (argument instanceof SqlCharStringLiteral literal) {
        return literal.getValueAs(String.class);
      }
      if (argument instanceof SqlIdentifier id && !id.isStar()) {
        return String.join(".", id.names);
      }
    }
    throw bindings.error(
        call,
        ErrorCode.UNKNOWN_METRIC,
        "write the metric's name, as in METRIC('revenue') or METRIC('c.revenue')");
  }

  private EntityUse owner(SqlCall call, String text, Scope scope) {
    Scope select = scope.selectScope();
    int dot = text.lastIndexOf('.');
    String metric = text.substring(dot + 1);
    if (dot >= 0) {
      EntityUse use = qualified(call, text.substring(0, dot), select);
      if (use.entity().metric(metric).isEmpty()) {
        throw unknown(call, metric, List.of(use));
      }
      return use;
    }
    List<EntityUse> uses =
        select.relations().stream()
            .filter(EntityUse.class::isInstance)
            .map(EntityUse.class::cast)
            .toList();
    List<EntityUse> owners =
        uses.stream().filter(use -> use.entity().metric(metric).isPresent()).toList();
    if (owners.isEmpty()) {
      throw unknown(call, metric, uses);
    }
    if (owners.size() > 1 && owners.get(0) != uses.get(0)) {
      throw bindings.error(
          call,
          ErrorCode.AMBIGUOUS_NAME,
          "several tables here have a metric %s; write %s"
              .formatted(
                  metric,
                  String.join(
                      " or ",
                      owners.stream()
                          .map(use -> "METRIC('" + use.name() + "." + metric + "')")
                          .toList())));
    }
    return owners.get(0);
  }

  /** The table of that alias, else the only one of that entity. */
  private EntityUse qualified(SqlCall call, String qualifier, Scope select) {
    Optional<Relation> relation = select.relation(qualifier);
    if (relation.isPresent()) {
      if (relation.get() instanceof EntityUse use) {
        return use;
      }
      throw bindings.error(
          call,
          ErrorCode.UNKNOWN_METRIC,
          "%s is no entity here but a subquery, a CTE or renamed columns; ask for it inside %s"
              .formatted(qualifier, qualifier));
    }
    List<EntityUse> uses = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Relation each : select.relations()) {
      each.alias().ifPresent(names::add);
      if (each instanceof EntityUse use && use.entity().isCalled(qualifier)) {
        uses.add(use);
      }
    }
    if (uses.size() == 1) {
      return uses.get(0);
    }
    if (uses.size() > 1) {
      throw bindings.error(
          call,
          ErrorCode.AMBIGUOUS_NAME,
          "%s is here more than once; write the alias: %s"
              .formatted(
                  qualifier, String.join(" or ", uses.stream().map(EntityUse::name).toList())));
    }
    boolean isOuter =
        select.outer().stream().anyMatch(outer -> outer.relationAnywhere(qualifier).isPresent());
    throw bindings.error(
        call,
        ErrorCode.UNKNOWN_ALIAS,
        isOuter
            ? "%s belongs to the query around this one; a metric is of a table of its own query"
                .formatted(qualifier)
            : "no table here is called %s%s"
                .formatted(qualifier, NearestNames.hint(qualifier, names)));
  }

  private CalqueException unknown(SqlCall call, String metric, List<EntityUse> uses) {
    List<String> names =
        uses.stream().flatMap(use -> use.entity().metrics().stream()).map(Metric::name).toList();
    String where =
        uses.isEmpty()
            ? "there is no entity here"
            : String.join(" or ", uses.stream().map(use -> use.entity().name()).distinct().toList())
                + " has no metric called "
                + metric;
    return bindings.error(call, ErrorCode.UNKNOWN_METRIC, where + NearestNames.hint(metric, names));
  }
}
