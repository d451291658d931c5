package io.calque.bind;

import io.calque.error.ErrorCode;
import io.calque.error.SqlPlace;
import io.calque.model.Feature;
import io.calque.sql.CalqueOperators;
import io.calque.sql.JdbcEscape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLambda;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.SqlWindow;

/** Binds the names in expressions, and looks at each function that they call. */
final class ExpressionBinder {
  /** Types of numbers with a fraction, by their first word. */
  private static final Set<String> NUMBERS =
      Set.of("decimal", "dec", "numeric", "double", "float", "float4", "float8", "real");

  private final Bindings bindings;
  private final QueryBinder queries;
  private final NameResolver names;
  private final MetricColumnResolver metricColumns;
  private final MetricBinder metrics;

  ExpressionBinder(Bindings bindings, QueryBinder queries) {
    this.bindings = bindings;
    this.queries = queries;
    this.names = new NameResolver(bindings);
    this.metricColumns = new MetricColumnResolver(bindings, names);
    this.metrics = new MetricBinder(bindings);
  }

  /**
   * Binds an expression.
   *
   * @param node may be null, then nothing happens
   * @return what the expression means, if it is nothing but the name of a feature
   */
  Optional<BoundName> bind(SqlNode node, Scope scope) {
    if (node instanceof SqlIdentifier id) {
      Optional<MetricColumnResolver.MetricColumn> metric = metricColumns.metricColumn(id, scope);
      if (metric.isPresent()) {
        metrics.bindColumn(id, metric.get(), scope, Optional.empty(), Optional.empty());
        return Optional.empty();
      }
      return names.resolve(id, scope);
    }
    if (node instanceof SqlDynamicParam parameter) {
      bindings.parameters.put(bindings.place(parameter).start(), bindings.place(parameter));
    } else if (node instanceof SqlNodeList list) {
      list.forEach(item -> bind(item, scope));
    } else if (node instanceof SqlWindow window) {
      bindWindow(window, scope);
    } else if (node instanceof SqlLambda lambda) {
      bindLambda(lambda, scope);
    } else if (node instanceof SqlDataTypeSpec type) {
      checkType(type);
    } else if (node instanceof SqlCall call) {
      bindCall(call, scope);
    }
    return Optional.empty();
  }

  private void bindCall(SqlCall call, Scope scope) {
    if (QueryBinder.isQuery(call)) {
      queries.bind(call, scope);
      return;
    }
    checkFunction(call);
    JdbcEscape.of(call).ifPresent(escape -> bindings.addEscape(call, escape));
    if (call.getKind() == SqlKind.AS) {
      bind(call.operand(0), scope);
      return;
    }
    if (CalqueOperators.isColumns(call)) {
      bindColumns(call, scope);
      return;
    }
    bindMethodOwner(call, scope);
    if (MetricBinder.isMetric(call)) {
      bindMetric(call, scope, false);
      return;
    }
    if (call.getKind() == SqlKind.OVER && MetricBinder.isMetric(call.operand(0))) {
      throw bindings.error(
          call,
          ErrorCode.METRIC_NOT_ALLOWED_HERE,
          "a metric is no window function; aggregate it, as in SUM(METRIC('m')) OVER (…)");
    }
    if (call.getKind() == SqlKind.OVER) {
      bindOperands(call.operand(0), scope);
      if (call.operand(1) instanceof SqlWindow window) {
        bindWindow(window, scope);
      }
      return;
    }
    if (call.getKind() == SqlKind.FILTER) {
      checkFiltered(call, scope);
      bind(call.operand(0), scope);
      bindFilter(call.operand(1), scope);
      return;
    }
    if (isAggregate(call)) {
      bindAggregate(call, scope);
    } else {
      bindOperands(call, scope);
    }
  }

  /** The condition of a FILTER, which is about single rows and takes no aggregate. */
  private void bindFilter(SqlNode condition, Scope scope) {
    Optional<SelectFacts> select = scope.selectScope().select();
    select.ifPresent(facts -> facts.aggregatesAround++);
    bind(condition, scope);
    select.ifPresent(facts -> facts.aggregatesAround--);
  }

  /** A metric's column takes no FILTER; the metric itself does. */
  private void checkFiltered(SqlCall filter, Scope scope) {
    if (filter.operand(0) instanceof SqlCall call
        && isAggregate(call)
        && call.operandCount() == 1
        && call.operand(0) instanceof SqlIdentifier id) {
      metricColumns
          .metricColumn(id, scope)
          .ifPresent(
              column -> {
                throw bindings.error(
                    filter,
                    ErrorCode.METRIC_NOT_ALLOWED_HERE,
                    "%s is a metric; write METRIC('%s.%s') FILTER (WHERE …)"
                        .formatted(
                            column.metric().name(), column.use().name(), column.metric().name()));
              });
    }
  }

  private boolean isAggregate(SqlCall call) {
    return call.getOperator() instanceof SqlFunction function
        && bindings.aggregates.contains(functionName(function).toLowerCase(Locale.ROOT));
  }

  private void bindAggregate(SqlCall call, Scope scope) {
    String function = functionName((SqlFunction) call.getOperator()).toLowerCase(Locale.ROOT);
    boolean isPlain = call.operandCount() == 1 && call.getFunctionQuantifier() == null;
    if (isPlain && bindAroundMetric(call, function, scope)) {
      return;
    }
    Optional<SelectFacts> select = scope.selectScope().select();
    select.ifPresent(facts -> facts.aggregatesAround++);
    int before = bindings.names.size();
    bindOperands(call, scope);
    List<BoundName> mentioned = List.copyOf(bindings.names.subList(before, bindings.names.size()));
    select.ifPresent(facts -> facts.aggregatesAround--);
    boolean isDistinct =
        call.getFunctionQuantifier() != null
            && call.getFunctionQuantifier().getValue() == SqlSelectKeyword.DISTINCT;
    List<EntityUse> uses =
        mentioned.stream().flatMap(name -> name.use().stream()).distinct().toList();
    if (!isDistinct && uses.size() == 1) {
      Optional<Feature> feature =
          isPlain && call.operand(0) instanceof SqlIdentifier
              ? Optional.of(mentioned.get(0).feature())
              : Optional.empty();
      select.ifPresent(
          facts ->
              facts.plainAggregates.add(
                  new PlainAggregate(bindings.place(call), function, uses.get(0), feature)));
    }
  }

  /** Binds an aggregate whose argument is nothing but a metric's column, or a cast of it. */
  private boolean bindAroundMetric(SqlCall call, String function, Scope scope) {
    Optional<SqlCall> cast = castToNumber(call.operand(0));
    SqlNode argument = cast.<SqlNode>map(each -> each.operand(0)).orElse(call.operand(0));
    if (!(argument instanceof SqlIdentifier id) || id.isStar()) {
      return false;
    }
    Optional<MetricColumnResolver.MetricColumn> metric = metricColumns.metricColumn(id, scope);
    Optional<SqlPlace> type = cast.map(each -> bindings.place(each.operand(1)));
    MetricCall.Wrapper wrapper = new MetricCall.Wrapper(function, type);
    metric.ifPresent(
        column -> metrics.bindColumn(call, column, scope, Optional.of(wrapper), Optional.empty()));
    return metric.isPresent();
  }

  /** A cast to a type that keeps what a number is worth, as tools put it into their aggregates. */
  private Optional<SqlCall> castToNumber(SqlNode node) {
    if (!(node instanceof SqlCall call) || call.getKind() != SqlKind.CAST) {
      return Optional.empty();
    }
    String type = bindings.place(call.operand(1)).text().split("[\\s(]", 2)[0];
    return NUMBERS.contains(type.toLowerCase(Locale.ROOT)) ? Optional.of(call) : Optional.empty();
  }

  private void bindOperands(SqlCall call, Scope scope) {
    checkFunction(call);
    boolean countsRows = call.getOperator().getName().equalsIgnoreCase("count");
    for (SqlNode operand : call.getOperandList()) {
      if (operand instanceof SqlIdentifier id && id.isStar()) {
        if (!countsRows || id.names.size() > 1) {
          needWholeRows(id, scope);
        }
      } else {
        bind(operand, scope);
      }
    }
  }

  private void needWholeRows(SqlNode node, Scope scope) {
    Scope select = scope.selectScope();
    queries.needWholeRows(node, select);
    select.select().ifPresent(facts -> facts.hasStar = true);
  }

  /** {@code COLUMNS(…)} looks at whole rows, which show what a star shows. */
  private void bindColumns(SqlCall call, Scope scope) {
    needWholeRows(call, scope);
    for (SqlNode operand : call.getOperandList()) {
      if (!Star.isStar(operand)) {
        bind(operand, scope);
      }
    }
  }

  /** {@code a.f(x)} calls a method of the column a, if there is one, else the function a.f. */
  private void bindMethodOwner(SqlCall call, Scope scope) {
    if (call.getOperator() instanceof SqlFunction function
        && function.getSqlIdentifier() != null
        && function.getSqlIdentifier().names.size() > 1) {
      SqlIdentifier name = function.getSqlIdentifier();
      SqlIdentifier owner = name.skipLast(1);
      if (names.isVisible(owner, scope)) {
        names.resolve(owner, scope);
      } else if (call.operandCount() > 0 && call.operand(0) instanceof SqlLambda) {
        throw bindings.error(
            call,
            ErrorCode.UNKNOWN_FEATURE,
            "no column is called " + String.join(".", owner.names));
      }
    }
  }

  /** Binds a metric, with the condition of its FILTER. */
  MetricCall bindMetric(SqlCall call, Scope scope, boolean nameless) {
    MetricCall metric = metrics.bind(call, scope, nameless);
    if (call.getKind() == SqlKind.FILTER) {
      bindFilter(call.operand(1), scope);
    }
    return metric;
  }

  /** The metric whose column a name means. */
  Optional<MetricColumnResolver.MetricColumn> metricColumn(SqlIdentifier id, Scope scope) {
    return metricColumns.metricColumn(id, scope);
  }

  /**
   * The metric that a name passes on from this SELECT to the query around it.
   *
   * @param list where the select list stands
   */
  Optional<MetricOrigin> passedMetric(SqlIdentifier id, Scope scope, SqlPlace list) {
    Optional<MetricColumnResolver.MetricColumn> passed = metricColumns.passedMetric(id, scope);
    if (passed.isPresent()) {
      MetricColumnResolver.Passed from = passed.get().passed().orElseThrow();
      return Optional.of(from.origin().through(new MetricOrigin.Level(list, from.alias())));
    }
    return metricColumns
        .metricColumn(id, scope)
        .map(
            column ->
                new MetricOrigin(
                    column.use(),
                    column.metric(),
                    List.of(new MetricOrigin.Level(list, Optional.empty()))));
  }

  /** The metric that a column of a subquery is still, once a star has shown it. */
  Optional<MetricOrigin> passedOn(DerivedRelation relation, DerivedColumn column, Scope scope) {
    SelectFacts facts = scope.selectScope().select().orElseThrow();
    return facts.passesMetricsOn()
        ? column.metric().map(m -> m.through(new MetricOrigin.Level(facts.list, relation.called())))
        : Optional.empty();
  }

  /** Binds a metric's column that is a whole item of a select list without an alias. */
  void bindNamelessColumn(SqlIdentifier id, MetricColumnResolver.MetricColumn metric, Scope scope) {
    metrics.bindColumn(id, metric, scope, Optional.empty(), Optional.of(metric.name()));
  }

  /** Whether a name means a column or an alias anywhere in sight. */
  boolean isVisible(SqlIdentifier id, Scope scope) {
    return names.isVisible(id, scope);
  }

  /** What all spellings of a column have in common; empty if the name means no column here. */
  Optional<String> columnKey(SqlIdentifier id, Scope scope) {
    return names.columnKey(id, scope);
  }

  /** Whether a bare name means a column of this scope's relations. */
  boolean isColumn(SqlIdentifier id, Scope scope) {
    return names.isColumn(id, scope);
  }

  /** Refuses functions that read outside the model or change state. */
  void checkFunction(SqlCall call) {
    if (!(call.getOperator() instanceof SqlFunction function)) {
      return;
    }
    String name = functionName(function);
    if (bindings.rules.isRefused(name) || bindings.rules.isRefused(qualifiedName(function))) {
      throw bindings.error(
          call,
          ErrorCode.FUNCTION_REFUSED,
          "the function "
              + name
              + " reads outside the model or changes state; Calque is read-only and shows the model"
              + " alone");
    }
  }

  /**
   * A cast to a type is a call of the function of its name: PostgreSQL's regclass reads catalogs.
   */
  private void checkType(SqlDataTypeSpec type) {
    String text = bindings.place(type).text();
    boolean isEscaped = text.toUpperCase(Locale.ROOT).contains("U&\"");
    Stream.of(text.split("[^\\p{L}\\p{N}_$]+"))
        .filter(word -> isEscaped || bindings.rules.isRefused(word))
        .findFirst()
        .ifPresent(
            word -> {
              throw bindings.error(
                  type,
                  ErrorCode.FUNCTION_REFUSED,
                  "a cast to the type %s reads outside the model; Calque shows the model alone"
                      .formatted(text));
            });
  }

  private static String qualifiedName(SqlFunction function) {
    SqlIdentifier id = function.getSqlIdentifier();
    return id == null ? function.getName() : String.join(".", id.names);
  }

  static String functionName(SqlFunction function) {
    SqlIdentifier id = function.getSqlIdentifier();
    return id == null ? function.getName() : id.names.get(id.names.size() - 1);
  }

  private void bindWindow(SqlWindow window, Scope scope) {
    bind(window.getPartitionList(), scope);
    bind(window.getOrderList(), scope);
    bind(window.getLowerBound(), scope);
    bind(window.getUpperBound(), scope);
  }

  private void bindLambda(SqlLambda lambda, Scope scope) {
    Scope inside = scope.inner();
    inside.add(
        new DerivedRelation(
            Optional.empty(),
            lambda.getParameters().stream()
                .map(p -> DerivedColumn.named(bindings.name((SqlIdentifier) p)))
                .toList(),
            false,
            false));
    bind(lambda.getExpression(), inside);
  }
}
