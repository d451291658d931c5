package io.calque.rewrite;

import io.calque.bind.BoundStar;
import io.calque.bind.GroupingKey;
import io.calque.bind.MetricCall;
import io.calque.bind.MetricSelect;
import io.calque.error.SqlPlace;
import io.calque.model.Node;
import io.calque.model.SqlTemplate;
import io.calque.rewrite.MetricPlan.PlannedCall;
import io.calque.rewrite.MetricPlan.Way;
import io.calque.rewrite.SourceEdits.Rendered;
import io.calque.warehouse.Booleans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rewrites a SELECT whose joins may repeat the rows that its metrics aggregate: FROM and WHERE move
 * into a subquery that marks one of each row's repetitions in each group, and the clauses that stay
 * look at its columns.
 */
final class MarkedSelect {
  private final MetricRule rule;
  private final Names names;
  private final SourceEdits edits;
  private final StarRule stars;
  private final EntitySql entities;
  private final Booleans booleans;
  private final MetricPlan plan;
  private final MetricSelect select;
  private final String alias;
  private final Map<Rendered, String> shown = new LinkedHashMap<>();
  private final Map<String, String> byKey = new HashMap<>();
  private final List<List<Rendered>> sets;

  /** The expressions of each grouping set as the query over the subquery has them. */
  private final List<List<String>> keys = new ArrayList<>();

  MarkedSelect(
      MetricRule rule,
      Names names,
      SourceEdits edits,
      StarRule stars,
      EntitySql entities,
      MetricPlan plan) {
    this.stars = stars;
    this.entities = entities;
    this.booleans = entities.dialect().booleans();
    this.rule = rule;
    this.names = names;
    this.edits = edits;
    this.plan = plan;
    this.select = plan.select();
    this.alias = names.fresh("s");
    this.sets =
        select.groupingSets().stream().map(set -> set.stream().map(this::inside).toList()).toList();
  }

  void write() {
    Map<SqlPlace, Rendered> asWritten = new HashMap<>();
    select
        .aliasesInSource()
        .forEach(alias -> asWritten.put(alias.place(), rule.parenthesised(alias.expression())));
    List<Call> calls = plan.calls().stream().map(this::call).toList();
    Map<SqlPlace, String> columns = new LinkedHashMap<>();
    for (MetricSelect.Column column : select.columns()) {
      SqlPlace place = column.place();
      columns.put(place, byKey.computeIfAbsent(column.key(), k -> show(render(place))));
    }
    for (int set = 0; set < sets.size(); set++) {
      for (int i = 0; i < sets.get(set).size(); i++) {
        if (!sets.get(set).get(i).parameters().isEmpty()) {
          GroupingKey key = select.groupingSets().get(set).get(i);
          columns.put(((GroupingKey.Expression) key).place(), show(sets.get(set).get(i)));
        }
      }
    }
    select.stars().forEach(this::showColumns);
    SqlWriter inner = new SqlWriter().add("(SELECT ");
    List<Rendered> items =
        shown.entrySet().stream()
            .map(e -> new SqlWriter().add(e.getKey()).add(" AS " + e.getValue()).done())
            .toList();
    inner.addAll(items, ", ").add(" FROM ");
    for (MetricSelect.AliasUse alias : select.aliasesInSource()) {
      edits.replace(alias.place(), asWritten.get(alias.place()));
    }
    Rendered source = edits.take(select.source().start(), select.source().end());
    Rendered rows = inner.add(source).add(") AS " + alias).done();
    columns.forEach((place, column) -> edits.replace(place, alias + "." + column));
    for (List<GroupingKey> set : select.groupingSets()) {
      keys.add(set.stream().map(this::outside).toList());
    }
    select.stars().forEach(this::spellOut);
    for (MetricSelect.BareItem item : select.bareItems()) {
      String name = item.feature().map(names::feature).orElse(item.name());
      edits.insertAfter(item.place().end(), " AS " + name);
    }
    SqlWriter from = new SqlWriter().add(rows);
    for (Call call : calls) {
      put(call, rows).forEach(from::add);
    }
    edits.replace(select.source(), from.done());
  }

  private Rendered render(SqlPlace place) {
    return edits.render(place.start(), place.end());
  }

  /** A grouping key as FROM and WHERE have it. */
  private Rendered inside(GroupingKey key) {
    return key instanceof GroupingKey.StarColumn column
        ? Rendered.of(stars.column(column.star().items().get(column.index())))
        : render(((GroupingKey.Expression) key).place());
  }

  /** A grouping key over the subquery. */
  private String outside(GroupingKey key) {
    return key instanceof GroupingKey.StarColumn column
        ? alias + "." + show(column.star().items().get(column.index()))
        : render(((GroupingKey.Expression) key).place()).sql();
  }

  private void showColumns(BoundStar star) {
    star.items().stream()
        .filter(item -> !(item instanceof BoundStar.Item.ReplacedItem))
        .forEach(this::show);
  }

  private String show(BoundStar.Item column) {
    return byKey.computeIfAbsent(
        StarRule.key(column), k -> show(Rendered.of(stars.column(column))));
  }

  /** The columns that a star shows, as those of the subquery. */
  private void spellOut(BoundStar star) {
    List<Rendered> columns = new ArrayList<>();
    for (BoundStar.Item item : star.items()) {
      columns.add(
          item instanceof BoundStar.Item.ReplacedItem replaced
              ? render(replaced.item())
              : Rendered.of(alias + "." + show(item) + " AS " + stars.shownAs(item)));
    }
    edits.replace(star.place(), new SqlWriter().addAll(columns, ", ").done());
  }

  private String show(Rendered sql) {
    return shown.computeIfAbsent(sql, k -> names.fresh("c"));
  }

  /**
   * A call with the columns of the subquery that it needs.
   *
   * @param marks for each grouping set, the column that is true in the rows to be aggregated
   */
  private record Call(PlannedCall planned, Map<String, String> features, List<String> marks) {
    MetricExpression metric() {
      return planned.metric();
    }
  }

  private Call call(PlannedCall planned) {
    Map<String, String> features = new LinkedHashMap<>();
    for (String name : rule.needed(planned)) {
      features.put(name, alias + "." + show(Rendered.of(rule.column(planned, name))));
    }
    List<String> marks = sets.stream().map(set -> alias + "." + show(mark(planned, set))).toList();
    return new Call(planned, features, marks);
  }

  /** True in one of the repetitions, within a group, of each row that counts. */
  private Rendered mark(PlannedCall planned, List<Rendered> group) {
    MetricCall call = planned.call();
    String present = rule.present(call);
    List<Rendered> conditions = new ArrayList<>(List.of(Rendered.of(present + " IS NOT NULL")));
    call.filter().ifPresent(filter -> conditions.add(isTrue(holds(filter))));
    if (planned.way() != Way.MARKED) {
      return all(conditions);
    }
    List<Rendered> partition = new ArrayList<>(group);
    partition.add(Rendered.of(present));
    call.use()
        .entity()
        .keys()
        .forEach(key -> partition.add(Rendered.of(rule.column(planned, key))));
    call.filter().ifPresent(filter -> partition.add(holds(filter)));
    String order = entities.dialect().anyOrder();
    conditions.add(
        new SqlWriter()
            .add("ROW_NUMBER() OVER (PARTITION BY ")
            .addAll(partition, ", ")
            .add((order.isEmpty() ? "" : " " + order) + ") = 1")
            .done());
    return all(conditions);
  }

  /** A value that is true where all conditions are. */
  private Rendered all(List<Rendered> conditions) {
    Rendered all = new SqlWriter().addAll(conditions, " AND ").done();
    return new Rendered(booleans.value(all.sql()), all.parameters());
  }

  /** A value that is true where a condition is, which unknown is not. */
  private Rendered holds(SqlPlace condition) {
    Rendered asWritten = render(condition);
    String sql =
        switch (booleans) {
          case VALUES -> "COALESCE(" + asWritten.sql() + ", FALSE)";
          case NUMBERS -> booleans.value(asWritten.sql());
        };
    return new Rendered(sql, asWritten.parameters());
  }

  private Rendered isTrue(Rendered value) {
    return new Rendered(booleans.isTrue(value.sql()), value.parameters());
  }

  /**
   * Puts a metric in the place of its call.
   *
   * @param rows the rows with their alias
   * @return the joins that it needs
   */
  private List<Rendered> put(Call call, Rendered rows) {
    List<Rendered> joins = new ArrayList<>();
    List<MetricRule.Variant> variants = new ArrayList<>();
    for (int i = 0; i < (sameInAllSets(call) ? 1 : sets.size()); i++) {
      Rendered value;
      if (call.metric().isUnderstood()) {
        Rendered mark = Rendered.of(booleans.isTrue(call.marks().get(i)));
        value = rule.value(call.planned(), mark, call.features()::get);
      } else {
        WholeMetric whole = whole(call, rows, i);
        joins.add(whole.join());
        value = Rendered.of(whole.value());
      }
      variants.add(new MetricRule.Variant(when(i), value));
    }
    rule.put(call.planned().call(), call.metric().isBare(), variants);
    return joins;
  }

  private WholeMetric whole(Call call, Rendered rows, int set) {
    SqlTemplate metric = call.metric().whole();
    NodeSql nothing =
        entities.node(
            new Node.EntityNode(call.planned().call().use().entity().name()), names.fresh("n"));
    String overNothing = TemplateSql.formula(metric, nothing::column);
    return WholeMetric.of(
        rows,
        keys.get(set),
        call.marks().get(set),
        TemplateSql.formula(metric, call.features()::get),
        "SELECT %s FROM %s WHERE %s".formatted(overNothing, nothing.relation(), booleans.never()),
        names,
        entities);
  }

  /**
   * Whether the metric is the same expression in each grouping set; if nothing is grouped by, there
   * is nothing that would tell them apart.
   */
  private boolean sameInAllSets(Call call) {
    return sets.stream().allMatch(List::isEmpty)
        || call.metric().isUnderstood() && call.planned().way() != Way.MARKED;
  }

  /** The condition that tells the grouping set. */
  private String when(int index) {
    List<String> all = keys.stream().flatMap(List::stream).distinct().toList();
    return entities.dialect().groupsBy(all, keys.get(index));
  }
}
