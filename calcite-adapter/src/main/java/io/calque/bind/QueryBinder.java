package io.calque.bind;

import io.calque.error.ErrorCode;
import io.calque.error.SqlPlace;
import io.calque.sql.CalqueOperators;
import io.calque.sql.CalqueSelect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;

/** Binds queries: SELECT, WITH, set operations, VALUES, and ORDER BY around any of them. */
final class QueryBinder {
  private final Bindings bindings;
  private final ExpressionBinder expressions;
  private final FromBinder from;
  private final StarBinder stars;

  QueryBinder(Bindings bindings) {
    this.bindings = bindings;
    this.expressions = new ExpressionBinder(bindings, this);
    this.stars = new StarBinder(bindings, expressions);
    this.from = new FromBinder(bindings, this, expressions, stars);
  }

  static boolean isQuery(SqlNode node) {
    return switch (node.getKind()) {
      case SELECT, ORDER_BY, WITH, UNION, INTERSECT, EXCEPT, VALUES, EXPLICIT_TABLE -> true;
      default -> FromBinder.isPivot(node);
    };
  }

  /**
   * Binds a query.
   *
   * @param outer what the query can see besides its own FROM
   */
  Outputs bind(SqlNode query, Scope outer) {
    if (FromBinder.isPivot(query)) {
      from.bindPivot((SqlCall) query, outer);
      return Outputs.unknown();
    }
    return switch (query.getKind()) {
      case SELECT -> bindSelect((CalqueSelect) query, Optional.empty(), outer);
      case ORDER_BY -> bindOrderBy((SqlOrderBy) query, outer);
      case WITH -> bindWith((SqlWith) query, outer);
      case UNION, INTERSECT, EXCEPT -> bindSetOperation((SqlBasicCall) query, outer);
      case VALUES -> bindValues((SqlCall) query, outer);
      case EXPLICIT_TABLE -> bindTable((SqlCall) query, outer);
      default ->
          throw bindings.error(
              query, ErrorCode.NOT_SUPPORTED, "a query is expected here: SELECT, WITH or VALUES");
    };
  }

  void needWholeRows(SqlNode node, Scope scope) {
    stars.needWholeRows(node, scope);
  }

  /** {@code TABLE t} is {@code SELECT * FROM t}. */
  private Outputs bindTable(SqlCall table, Scope outer) {
    Scope scope = outer.inner();
    scope.begin(new SelectFacts());
    from.bind(table.operand(0), scope);
    SqlPlace name = bindings.place(table.operand(0));
    SqlPlace word =
        bindings.stretch(bindings.source.inside(table.getParserPosition()).start(), name.start());
    bindings.texts.add(new BoundText(word, "SELECT * FROM "));
    return stars.wholeRows(table, scope);
  }

  private Outputs bindValues(SqlCall values, Scope outer) {
    values.getOperandList().forEach(row -> expressions.bind(row, outer));
    SqlNode first = values.operand(0);
    int width = first.getKind() == SqlKind.ROW ? ((SqlCall) first).operandCount() : 1;
    return new Outputs(Collections.nCopies(width, DerivedColumn.nameless("")), true);
  }

  private Outputs bindSetOperation(SqlBasicCall call, Scope outer) {
    List<Outputs> branches = new ArrayList<>();
    for (SqlNode branch : call.getOperandList()) {
      branches.add(bind(branch, outer));
    }
    return branches.get(0).withoutMetrics();
  }

  private Outputs bindOrderBy(SqlOrderBy orderBy, Scope outer) {
    Outputs outputs =
        orderBy.query instanceof CalqueSelect select
            ? bindSelect(select, Optional.of(orderBy), outer)
            : bindOrdered(orderBy, outer);
    for (SqlNode limit : new SqlNode[] {orderBy.offset, orderBy.fetch}) {
      if (limit != null) {
        expressions.bind(limit, outer.inner());
      }
    }
    return outputs;
  }

  /** ORDER BY over a set operation or VALUES sees that query's columns and nothing else. */
  private Outputs bindOrdered(SqlOrderBy orderBy, Scope outer) {
    Outputs outputs = bind(orderBy.query, outer);
    Scope scope = outer.inner();
    scope.add(DerivedRelation.of(Optional.empty(), outputs));
    orderBy.orderList.forEach(item -> expressions.bind(item, scope));
    return outputs;
  }

  private Outputs bindWith(SqlWith with, Scope outer) {
    Scope scope = outer.inner();
    for (SqlNode node : with.withList) {
      SqlWithItem item = (SqlWithItem) node;
      String name = item.name.getSimple();
      List<Name> columns =
          item.columnList == null
              ? List.of()
              : item.columnList.stream().map(c -> bindings.name((SqlIdentifier) c)).toList();
      if (item.recursive.booleanValue()) {
        List<DerivedColumn> named =
            columns.stream().map((Name column) -> DerivedColumn.named(column)).toList();
        scope.defineCte(name, new Outputs(named, !columns.isEmpty()));
      }
      Outputs outputs = bind(item.query, scope);
      DerivedRelation relation =
          DerivedRelation.of(Optional.of(bindings.name(item.name)), outputs).renamed(columns);
      scope.defineCte(name, new Outputs(relation.columns(), !relation.isOpen()));
    }
    return bind(with.body, scope);
  }

  private Outputs bindSelect(CalqueSelect select, Optional<SqlOrderBy> orderBy, Scope outer) {
    Scope scope = outer.inner();
    SelectFacts facts = new SelectFacts();
    scope.begin(facts);
    facts.isAggregating = isAggregating(select, scope);
    if (select.getFrom() != null) {
      from.bind(select.getFrom(), scope);
    }
    facts.clause = SelectFacts.Clause.SELECT;
    facts.isDistinct = select.isDistinct();
    int start = bindings.source.inside(select.getParserPosition()).start();
    facts.list =
        select.hasImpliedStar()
            ? bindings.stretch(start, start)
            : bindings.source.place(select.getSelectList().getParserPosition());
    select.getSelectList().forEach(item -> alias(item).ifPresent(scope::addAlias));

    for (SqlNode item : select.getSelectList()) {
      alias(item)
          .ifPresent(
              alias ->
                  facts.aliases.put(
                      alias.toLowerCase(Locale.ROOT), bindings.place(((SqlCall) item).operand(0))));
    }
    select.distinctOn().ifPresent(keys -> expressions.bind(keys, scope));
    Outputs outputs =
        select.hasImpliedStar() ? stars.implied(select, scope) : bindList(select, scope, facts);
    bindClause(SelectFacts.Clause.WHERE, select.getWhere(), scope, facts);
    bindClause(SelectFacts.Clause.GROUP_BY, select.getGroup(), scope, facts);
    bindClause(SelectFacts.Clause.HAVING, select.getHaving(), scope, facts);
    bindClause(SelectFacts.Clause.WINDOW, select.getWindowList(), scope, facts);
    bindClause(SelectFacts.Clause.QUALIFY, select.getQualify(), scope, facts);
    if (orderBy.isPresent()) {
      facts.clause = SelectFacts.Clause.ORDER_BY;
      orderBy.get().orderList.forEach(item -> bindOrderItem(item, outputs, scope));
    }
    boolean aggregatesRows = !facts.calls.isEmpty() || !facts.plainAggregates.isEmpty();
    if (aggregatesRows && select.getFrom() != null) {
      bindings.metricSelects.add(metricSelect(select, orderBy, scope, facts));
    }
    return outputs;
  }

  /** Whether the SELECT groups or aggregates, by its own words. */
  private boolean isAggregating(CalqueSelect select, Scope scope) {
    AggregateFinder aggregates = new AggregateFinder(bindings, expressions, scope);
    return select.getGroup() != null
        || select.getHaving() != null
        || select.getSelectList().stream().anyMatch(aggregates::calls);
  }

  private Outputs bindList(CalqueSelect select, Scope scope, SelectFacts facts) {
    List<DerivedColumn> columns = new ArrayList<>();
    boolean complete = true;
    for (SqlNode item : select.getSelectList()) {
      Optional<SqlNode> star = star(item, facts);
      if (star.isPresent()) {
        Outputs starred = stars.bind(item, star.get(), scope);
        columns.addAll(starred.columns());
        complete &= starred.areComplete();
      } else if (StarBinder.showsColumns(item)) {
        expressions.bind(item, scope);
        complete = false;
      } else {
        columns.add(bindItem(item, scope));
      }
    }
    return new Outputs(columns, complete);
  }

  /** The star that an item of a select list is; COLUMNS of all columns is one too. */
  private static Optional<SqlNode> star(SqlNode item, SelectFacts facts) {
    if (Star.isStar(item)) {
      return Optional.of(item);
    }
    return facts.isAggregating
            && CalqueOperators.isColumns(item)
            && ((SqlCall) item).operandCount() == 1
            && Star.isStar(((SqlCall) item).operand(0))
        ? Optional.of(((SqlCall) item).operand(0))
        : Optional.empty();
  }

  private void bindClause(SelectFacts.Clause clause, SqlNode node, Scope scope, SelectFacts facts) {
    facts.clause = clause;
    expressions.bind(node, scope);
  }

  private MetricSelect metricSelect(
      CalqueSelect select, Optional<SqlOrderBy> orderBy, Scope scope, SelectFacts facts) {
    SqlPlace source = bindings.place(select.getFrom());
    if (select.getWhere() != null) {
      source = new SqlPlace(source.sql(), source.start(), bindings.place(select.getWhere()).end());
    }
    List<EntityUse> entities =
        scope.relations().stream()
            .filter(EntityUse.class::isInstance)
            .map(EntityUse.class::cast)
            .toList();
    GroupingBinder.Grouping grouping =
        facts.calls.isEmpty()
            ? new GroupingBinder.Grouping(List.of(List.of()), List.of())
            : new GroupingBinder(bindings, expressions, select, scope, facts.stars).grouping();
    return new MetricSelect(
        bindings.place(select),
        source,
        entities,
        scope.relations().size() - entities.size(),
        facts.joins,
        facts.calls,
        facts.plainAggregates,
        facts.columns,
        facts.aliasesInSource,
        facts.bareItems,
        grouping.sets(),
        grouping.respelled(),
        facts.stars,
        facts.hasStar,
        Conjuncts.of(select.getWhere(), bindings),
        facts.calls.isEmpty()
            || Multiplicity.matters(select, orderBy, grouping.sets(), facts.calls, bindings));
  }

  /** In ORDER BY, a bare name is a column of the result before it is anything else. */
  private void bindOrderItem(SqlNode item, Outputs outputs, Scope scope) {
    SqlNode key = item;
    while (key.getKind() == SqlKind.DESCENDING
        || key.getKind() == SqlKind.NULLS_FIRST
        || key.getKind() == SqlKind.NULLS_LAST) {
      key = ((SqlCall) key).operand(0);
    }
    if (key instanceof SqlIdentifier id && id.isSimple()) {
      Optional<DerivedColumn> output =
          outputs.columns().stream().filter(c -> c.isCalled(id.getSimple())).findFirst();
      if (output.isPresent()) {
        output
            .get()
            .feature()
            .ifPresent(
                feature ->
                    bindings.names.add(
                        new BoundName(
                            bindings.place(id), Optional.empty(), Optional.empty(), feature)));
        return;
      }
    }
    expressions.bind(key, scope);
  }

  private DerivedColumn bindItem(SqlNode item, Scope scope) {
    if (item.getKind() == SqlKind.AS) {
      SqlCall as = (SqlCall) item;
      Name alias = bindings.name(as.operand(1));
      Optional<MetricOrigin> metric = metricOrigin(as.operand(0), scope);
      Optional<BoundName> name = expressions.bind(as.operand(0), scope);
      if (metric.isPresent()) {
        return DerivedColumn.named(alias).withMetric(metric);
      }
      return new DerivedColumn(
          Optional.of(alias),
          alias.value(),
          name.flatMap(QueryBinder::origin),
          Optional.empty(),
          Optional.empty());
    }
    if (MetricBinder.isMetric(item)) {
      return DerivedColumn.named(
          expressions.bindMetric((SqlCall) item, scope, true).metric().name());
    }
    if (item instanceof SqlIdentifier id) {
      Optional<MetricColumnResolver.MetricColumn> metric = expressions.metricColumn(id, scope);
      if (metric.isPresent()) {
        String label = metric.get().name();
        Optional<MetricOrigin> origin = metricOrigin(id, scope);
        expressions.bindNamelessColumn(id, metric.get(), scope);
        return DerivedColumn.named(label).withMetric(origin);
      }
    }
    Optional<BoundName> name = expressions.bind(item, scope);
    if (item instanceof SqlIdentifier id) {
      addBareItem(id, name, scope);
    }
    Optional<MetricOrigin> passed = metricOrigin(item, scope);
    if (passed.isPresent()) {
      return DerivedColumn.named(bindings.name((SqlIdentifier) item)).withMetric(passed);
    }
    if (name.isPresent() && bindings.place(item).equals(name.get().place())) {
      return name.get().use().isPresent()
          ? name.get().use().get().asColumn(name.get().feature())
          : new DerivedColumn(
              Optional.of(Name.given(name.get().feature().name())),
              name.get().feature().name(),
              Optional.empty(),
              Optional.of(name.get().feature()),
              Optional.empty());
    }
    if (item instanceof SqlIdentifier id) {
      return DerivedColumn.named(bindings.name(id));
    }
    return DerivedColumn.nameless(bindings.place(item).text());
  }

  /** The metric that an item of a select list passes on, if it is nothing but a metric's column. */
  private Optional<MetricOrigin> metricOrigin(SqlNode item, Scope scope) {
    SelectFacts facts = scope.select().orElseThrow();
    return item instanceof SqlIdentifier id && facts.passesMetricsOn()
        ? expressions.passedMetric(id, scope, facts.list)
        : Optional.empty();
  }

  private void addBareItem(SqlIdentifier id, Optional<BoundName> name, Scope scope) {
    int last = id.names.size() - 1;
    SqlPlace place = bindings.place(id);
    MetricSelect.BareItem item =
        new MetricSelect.BareItem(
            place,
            name.filter(bound -> bound.place().equals(place)).map(BoundName::feature),
            bindings.source.place(id.getComponentParserPosition(last)).text());
    scope.select().ifPresent(facts -> facts.bareItems.add(item));
  }

  private static Optional<OutputColumn.Origin> origin(BoundName name) {
    return name.use()
        .map(use -> new OutputColumn.Origin(use.entity().name(), name.feature().name()));
  }

  private static Optional<String> alias(SqlNode item) {
    return item.getKind() == SqlKind.AS
        ? Optional.of(((SqlIdentifier) ((SqlCall) item).operand(1)).getSimple())
        : Optional.empty();
  }
}
