package io.calque.rewrite;

import io.calque.bind.BoundJoin;
import io.calque.bind.BoundName;
import io.calque.bind.BoundQuery;
import io.calque.bind.EntityUse;
import io.calque.bind.GroupingKey;
import io.calque.bind.MetricCall;
import io.calque.bind.MetricSelect;
import io.calque.error.SqlPlace;
import io.calque.model.Direction;
import io.calque.model.Feature;
import io.calque.model.Hop;
import io.calque.model.Side;
import io.calque.model.SqlTemplate;
import io.calque.rewrite.MetricPlan.Way;
import io.calque.sql.CalqueOperators;
import io.calque.warehouse.Aggregates;
import io.calque.warehouse.WarehouseDialect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;

/**
 * Whether a pre-aggregated table gives exactly what one entity would in a SELECT.
 *
 * <p>It does if nothing of the SELECT sees more of a row than the features of the table's grain, so
 * that rows that agree in them go the same way through joins, WHERE and GROUP BY; if no join
 * repeats the entity's rows; and if each of its metrics can be had from the stored values of the
 * table's rows that make up a group.
 */
final class PreAggregateChoice {
  private final BoundQuery query;
  private final MetricSelect select;
  private final EntityUse use;
  private final Aggregates functions;
  private final boolean textsAreFuzzy;
  private final MetricPlan plan;
  private final SelectTree tree;

  PreAggregateChoice(
      BoundQuery query, MetricSelect select, EntityUse use, WarehouseDialect dialect) {
    this.query = query;
    this.select = select;
    this.use = use;
    this.functions = dialect.aggregates();
    this.textsAreFuzzy = dialect.tellsEqualTextsApart();
    this.plan = MetricPlan.ofRows(select, dialect);
    this.tree = SelectTree.of(query, select);
  }

  /** What keeps every such table from being used; empty if nothing does. */
  Optional<String> obstacle() {
    if (calls().stream().anyMatch(call -> call.through().isPresent())) {
      return Optional.of("a subquery passes the rows of %s on".formatted(use.name()));
    }
    if (select.hasStar() || !select.stars().isEmpty() || use.isWholeRow()) {
      return Optional.of("a star shows single rows");
    }
    if (tree.obstacle().isPresent()) {
      return tree.obstacle();
    }
    if (query.exposures().stream().anyMatch(each -> each.use() == use) || use.isMarked()) {
      return Optional.of("another query sees single rows of " + use.name());
    }
    boolean isPlain =
        plan.calls().stream()
            .allMatch(
                call ->
                    call.way() == Way.PLAIN
                        || call.way() == Way.DISTINCT && call.call().use() != use);
    return isPlain && !plan.marks()
        ? Optional.empty()
        : Optional.of("joins may repeat the rows of a metric");
  }

  private List<MetricCall> calls() {
    return select.calls().stream().filter(call -> call.use() == use).toList();
  }

  /** What keeps that table from being used though it could be read; empty if nothing does. */
  Optional<String> obstacle(PreAggregateColumns table) {
    for (BoundName name : query.names()) {
      if (name.use().filter(use::equals).isPresent()) {
        if (!table.hasInGrain(name.feature().name())) {
          return notInGrain(name.feature().name());
        }
        if (tree.isNested(name.place())) {
          return Optional.of("a query inside this one sees single rows of " + use.name());
        }
      }
    }
    for (BoundJoin join : query.joins()) {
      for (String feature : joinedBy(join)) {
        if (!table.hasInGrain(feature)) {
          return notInGrain(feature);
        }
      }
    }
    return unexplainedNeed(table).or(() -> missingMetric(table));
  }

  private static Optional<String> notInGrain(String feature) {
    return Optional.of(feature + " is not in its grain");
  }

  /** The features of the entity that a join of the model goes by. */
  private List<String> joinedBy(BoundJoin join) {
    boolean isForward = join.traversal().direction() == Direction.FORWARD;
    List<Hop> hops = join.traversal().join().path().hops();
    List<String> features = new ArrayList<>();
    if (join.from() == use) {
      features.addAll(isForward ? first(hops, Side.SOURCE) : last(hops, Side.DESTINATION));
    }
    if (join.to() == use) {
      features.addAll(isForward ? last(hops, Side.DESTINATION) : first(hops, Side.SOURCE));
    }
    return features;
  }

  private static List<String> first(List<Hop> hops, Side side) {
    return hops.get(0).predicate().sideRefs(side);
  }

  private static List<String> last(List<Hop> hops, Side side) {
    return hops.get(hops.size() - 1).predicate().sideRefs(side);
  }

  /** What is needed for something that was not looked at here is no reason to use the table. */
  private Optional<String> unexplainedNeed(PreAggregateColumns table) {
    Set<String> explained = new HashSet<>();
    calls().forEach(call -> addRefs(call.metric().sql(), explained));
    return use.needed().stream()
        .map(Feature::name)
        .filter(name -> !table.hasInGrain(name) && !explained.contains(lower(name)))
        .findFirst()
        .flatMap(PreAggregateChoice::notInGrain);
  }

  private void addRefs(SqlTemplate sql, Set<String> into) {
    sql.featureRefs().forEach(name -> into.add(lower(name)));
    sql.metricRefs().forEach(name -> addRefs(use.entity().metric(name).orElseThrow().sql(), into));
  }

  private Optional<String> missingMetric(PreAggregateColumns table) {
    for (MetricCall call : calls()) {
      MetricExpression metric = expression(call);
      boolean isStored =
          metric.isUnderstood()
              ? metric.aggregates().stream().allMatch(each -> table.value(each).isPresent())
              : table.whole(call.metric()).isPresent();
      if (!isStored) {
        return Optional.of(call.metric().name() + " is not among its metrics");
      }
    }
    return Optional.empty();
  }

  private MetricExpression expression(MetricCall call) {
    return MetricExpression.of(call.metric(), use.entity(), functions);
  }

  private List<PreAggregateColumns.Value> values(PreAggregateColumns table) {
    List<PreAggregateColumns.Value> values = new ArrayList<>();
    for (MetricCall call : calls()) {
      MetricExpression metric = expression(call);
      metric.aggregates().forEach(each -> values.add(table.value(each).orElseThrow()));
      if (!metric.isUnderstood()) {
        values.add(table.whole(call.metric()).orElseThrow());
      }
    }
    return values;
  }

  /** The table as it answers the SELECT, or the reason why it does not. */
  record Fit(Optional<PreAggregateSource> source, String why) {
    static Fit not(String why) {
      return new Fit(Optional.empty(), why);
    }
  }

  /**
   * Whether the table's rows make up the query's groups.
   *
   * @param source a table without an {@link #obstacle}
   */
  Fit fit(PreAggregateSource source) {
    for (Feature feature : source.columns().grain()) {
      boolean isFuzzy = source.isFuzzy(feature) || textsAreFuzzy && source.isText(feature);
      if (use.needed().contains(feature) && isFuzzy) {
        return Fit.not("equal values of %s may still differ".formatted(feature.name()));
      }
    }
    List<PreAggregateColumns.Value> values = values(source.columns());
    boolean isAddable = values.stream().allMatch(value -> source.isAddable(value, functions));
    Set<Feature> rolledUp = rolledUp(source);
    Optional<String> obstacle =
        rolledUp.stream()
            .flatMap(
                feature ->
                    values.stream()
                        .map(value -> source.obstacle(value, feature, functions))
                        .flatMap(Optional::stream))
            .findFirst();
    if (isAddable && obstacle.isEmpty()) {
      return new Fit(Optional.of(source.showing(values)), "");
    }
    if (!rolledUp.isEmpty()) {
      return Fit.not(obstacle.orElse("this warehouse is not known to add up such values exactly"));
    }
    return single(source)
        .map(Fit::not)
        .orElseGet(() -> new Fit(Optional.of(source.showing(values).withSingleRows()), ""));
  }

  /** What keeps the values of single rows from being those of groups. */
  private Optional<String> single(PreAggregateSource source) {
    if (use.isNullable() || calls().stream().anyMatch(call -> call.filter().isPresent())) {
      return Optional.of(
          "of what cannot be added up, it does not know the value over none of its rows");
    }
    boolean mayBeEmpty = select.groupingSets().stream().anyMatch(List::isEmpty);
    boolean isKnown =
        values(source.columns()).stream()
            .allMatch(
                value ->
                    value.call().map(call -> functions.skipsNulls(call.function())).orElse(false));
    return mayBeEmpty && !isKnown
        ? Optional.of("it does not know the value over no rows")
        : Optional.empty();
  }

  /** The features of the grain of which a group of some grouping set may have several values. */
  private Set<Feature> rolledUp(PreAggregateSource source) {
    Set<Feature> fixed = fixed(source);
    Set<Feature> rolledUp = new LinkedHashSet<>();
    for (List<GroupingKey> set : select.groupingSets()) {
      List<SqlPlace> keys = new ArrayList<>();
      for (GroupingKey key : set) {
        if (key instanceof GroupingKey.Expression expression) {
          keys.add(expression.place());
        }
      }
      for (Feature feature : source.columns().grain()) {
        boolean isGrouped =
            query.names().stream()
                .anyMatch(
                    name ->
                        name.use().filter(use::equals).isPresent()
                            && name.feature().equals(feature)
                            && keys.contains(name.place()));
        if (!isGrouped && !fixed.contains(feature)) {
          rolledUp.add(feature);
        }
      }
    }
    return rolledUp;
  }

  /** The features that WHERE fixes to one value. */
  private Set<Feature> fixed(PreAggregateSource source) {
    Set<Feature> fixed = new HashSet<>();
    for (SqlNode condition : tree.conditions()) {
      if (condition.getKind() == SqlKind.EQUALS) {
        List<SqlNode> sides = ((SqlCall) condition).getOperandList();
        addFixed(sides.get(0), sides.get(1), source, fixed);
        addFixed(sides.get(1), sides.get(0), source, fixed);
      }
    }
    return fixed;
  }

  private void addFixed(SqlNode name, SqlNode value, PreAggregateSource source, Set<Feature> into) {
    if (!(name instanceof SqlIdentifier)) {
      return;
    }
    SqlPlace place = query.statement().source().place(name.getParserPosition());
    for (BoundName bound : query.names()) {
      boolean isMeant = bound.use().filter(use::equals).isPresent() && bound.place().equals(place);
      if (isMeant && isOneValue(value, source.isText(bound.feature()))) {
        into.add(bound.feature());
      }
    }
  }

  /** A number may equal several texts, such as 5 and 05; a text equals one value of any type. */
  private static boolean isOneValue(SqlNode value, boolean isComparedWithText) {
    return value instanceof SqlCharStringLiteral || !isComparedWithText && isGiven(value);
  }

  private static boolean isGiven(SqlNode value) {
    return value instanceof SqlLiteral
        || value instanceof SqlDynamicParam
        || value instanceof SqlCall call
            && (call.getOperator() == CalqueOperators.TYPED_LITERAL
                || call.getKind() == SqlKind.MINUS_PREFIX && isGiven(call.operand(0)));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
