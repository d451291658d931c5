package io.calque.rewrite;

import io.calque.bind.BoundStar;
import io.calque.bind.MetricCall;
import io.calque.bind.MetricSelect;
import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.SqlPlace;
import io.calque.model.Feature;
import io.calque.rewrite.MetricPlan.PlannedCall;
import io.calque.rewrite.MetricPlan.Way;
import io.calque.rewrite.SourceEdits.Rendered;
import io.calque.warehouse.Aggregates;
import io.calque.warehouse.Booleans;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns {@code METRIC('m')} into aggregates over the distinct rows of its entity.
 *
 * <p>Where the joins are proven not to repeat those rows, the metric's own expression takes its
 * place; and where they do but its aggregates do not see it (MAX), or count rows, which can be had
 * by counting distinct keys. Elsewhere FROM and WHERE move into a subquery that marks, in each
 * group, one of each row's repetitions; the metric then aggregates the marked rows and all else in
 * the query all rows:
 *
 * <pre>
 * SELECT c.city, SUM(s.c2) FILTER (WHERE s.m1), COUNT(*)
 * FROM (SELECT c.city AS c1, o.amount AS c2,
 *         o.present AND ROW_NUMBER() OVER (PARTITION BY c.city, o.present, o.id) = 1 AS m1
 *       FROM customer c JOIN order o ON … JOIN item i ON … WHERE …) AS s
 * GROUP BY s.c1
 * </pre>
 */
final class MetricRule {
  private final Names names;
  private final SourceEdits edits;
  private final StarRule stars;
  private final EntitySql entities;
  private final Aggregates functions;
  private final Booleans booleans;
  private final PreAggregates.Chosen chosen;
  private final DistinctRows distinct;

  MetricRule(
      Names names,
      SourceEdits edits,
      StarRule stars,
      EntitySql entities,
      PreAggregates.Chosen chosen) {
    this.chosen = chosen;
    this.entities = entities;
    this.stars = stars;
    this.names = names;
    this.edits = edits;
    this.functions = entities.dialect().aggregates();
    this.booleans = entities.dialect().booleans();
    this.distinct = new DistinctRows(entities.dialect());
  }

  /** Rewrites all SELECTs that ask for metrics. */
  void apply(List<MetricPlan> plans) {
    for (MetricPlan plan : plans) {
      boolean isInner =
          plans.stream().anyMatch(other -> other != plan && contains(place(other), place(plan)));
      if (!isInner) {
        applyFromOutside(plan, plans);
      }
    }
  }

  private static SqlPlace place(MetricPlan plan) {
    return plan.select().place();
  }

  /**
   * What is nested in FROM and WHERE comes first, as it is moved with them; what is nested in the
   * other clauses comes last, as the names there change.
   */
  private void applyFromOutside(MetricPlan plan, List<MetricPlan> all) {
    SqlPlace source = plan.select().source();
    List<MetricPlan> nested =
        all.stream().filter(other -> other != plan && contains(place(plan), place(other))).toList();
    apply(nested.stream().filter(other -> contains(source, place(other))).toList());
    rewrite(plan);
    apply(nested.stream().filter(other -> !contains(source, place(other))).toList());
  }

  private static boolean contains(SqlPlace outer, SqlPlace inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end() && !outer.equals(inner);
  }

  private void rewrite(MetricPlan plan) {
    MetricSelect select = plan.select();
    boolean showsKeys = plan.marks() || plan.calls().stream().anyMatch(c -> c.way() != Way.PLAIN);
    boolean showsMore = showsKeys || plan.calls().stream().anyMatch(PlannedCall::mayBeAbsent);
    boolean isToldApart = !showsKeys || select.stars().stream().allMatch(BoundStar::isSpelledOut);
    if (showsMore && (select.hasStar() || !isToldApart)) {
      throw CalqueException.at(
          select.calls().get(0).place(),
          ErrorCode.NOT_SUPPORTED,
          "beside a metric over joined rows, name the columns instead of a star");
    }
    plan.calls().forEach(MetricRule::check);
    if (plan.marks()) {
      new MarkedSelect(this, names, edits, stars, entities, plan).write();
    } else {
      plan.calls().forEach(this::inPlace);
    }
    for (MetricSelect.Respelled key : select.respelled()) {
      edits.replace(key.place(), edits.render(key.as().start(), key.as().end()));
    }
  }

  private static void check(PlannedCall planned) {
    MetricCall call = planned.call();
    call.wrapper().ifPresent(wrapper -> checkWrapper(call, planned.metric(), wrapper.function()));
    if (planned.way() != Way.PLAIN && call.use().entity().keys().isEmpty()) {
      throw CalqueException.at(
          call.place(),
          ErrorCode.METRIC_NOT_ALLOWED_HERE,
          "%s has no keys, so its rows cannot be told apart where joins repeat them; declare its keys"
              .formatted(call.use().entity().name()));
    }
  }

  /** The metric's own expression, over the rows of its entity alone. */
  private void inPlace(PlannedCall planned) {
    MetricCall call = planned.call();
    Optional<PreAggregateSource> stored = chosen.of(call.use());
    if (stored.isPresent()) {
      Rendered condition = call.filter().map(this::parenthesised).orElse(Rendered.of(""));
      Rendered value =
          stored.get().value(call, planned.metric(), condition, names, entities.dialect());
      put(call, planned.metric().isBare(), List.of(new Variant("", value)));
      return;
    }
    List<Rendered> conditions = new ArrayList<>();
    if (planned.mayBeAbsent()) {
      conditions.add(Rendered.of(booleans.isTrue(present(call))));
    }
    call.filter().ifPresent(filter -> conditions.add(parenthesised(filter)));
    Rendered value =
        value(
            planned,
            new SqlWriter().addAll(conditions, " AND ").done(),
            name -> column(call, name));
    put(call, planned.metric().isBare(), List.of(new Variant("", value)));
  }

  /** A feature in FROM and WHERE, be it of the entity itself or of a subquery that shows it. */
  String column(MetricCall call, String feature) {
    Feature meant = call.use().entity().feature(feature).orElseThrow();
    return call.through().isPresent()
        ? names.exposed(call.through().get(), meant)
        : names.alias(call.use()) + "." + names.feature(meant);
  }

  /** The column that is true in each of the entity's rows. */
  String present(MetricCall call) {
    return call.through().isPresent()
        ? names.exposedMark(call.through().get())
        : names.alias(call.use()) + "." + Names.PRESENT;
  }

  Rendered parenthesised(SqlPlace place) {
    return new SqlWriter().add("(").add(edits.render(place.start(), place.end())).add(")").done();
  }

  /** An aggregate around a metric's column is right only where it is the metric's own. */
  private static void checkWrapper(MetricCall call, MetricExpression metric, String wrapper) {
    boolean fits = false;
    if (metric.isBare() && metric.aggregates().get(0).filter().isEmpty()) {
      String function = metric.aggregates().get(0).function();
      boolean isTools = Set.of("sum", "min", "max", "avg", "count").contains(wrapper);
      fits =
          isTools && function.equals(wrapper) || wrapper.equals("sum") && function.equals("count");
      fits &= !metric.aggregates().get(0).isDistinct() || wrapper.equals("count");
    }
    if (!fits) {
      throw CalqueException.at(
          call.place(),
          ErrorCode.METRIC_NOT_ALLOWED_HERE,
          "%s of the metric %s would be another number; write %s"
              .formatted(
                  wrapper.toUpperCase(Locale.ROOT),
                  call.metric().name(),
                  call.through().isPresent()
                      ? "the column alone"
                      : "METRIC('%s.%s')".formatted(call.use().name(), call.metric().name())));
    }
  }

  /**
   * A form of the metric for one grouping set.
   *
   * @param when the condition under which it holds; empty for the only one
   */
  record Variant(String when, Rendered value) {}

  /** Puts a metric in the place of its call. */
  void put(MetricCall call, boolean isBare, List<Variant> variants) {
    SqlWriter sql = new SqlWriter();
    Optional<SqlPlace> type = call.wrapper().flatMap(MetricCall.Wrapper::type);
    type.ifPresent(cast -> sql.add("CAST("));
    if (variants.size() > 1) {
      sql.add("CASE");
      for (Variant variant : variants) {
        sql.add(" WHEN " + variant.when() + " THEN ").add(variant.value());
      }
      sql.add(" END");
    } else {
      Rendered only = variants.get(0).value();
      sql.add(isBare ? "" : "(").add(only).add(isBare ? "" : ")");
    }
    type.ifPresent(cast -> sql.add(" AS " + cast.text() + ")"));
    call.label().ifPresent(label -> sql.add(" AS " + names.identifier(label)));
    edits.replace(call.place(), sql.done());
  }

  /**
   * A metric, each of whose aggregates counts those rows only that meet a condition.
   *
   * @param condition may be empty
   * @param features the SQL of the entity's features
   */
  Rendered value(PlannedCall planned, Rendered condition, Function<String, String> features) {
    MetricExpression metric = planned.metric();
    boolean isDistinct = planned.way() == Way.DISTINCT;
    if (!isDistinct && condition.sql().isEmpty() && !metric.hasFilterToSpell(functions)) {
      return Rendered.of(TemplateSql.formula(metric.whole(), features));
    }
    List<String> keys =
        isDistinct && planned.needsKeys()
            ? planned.call().use().entity().keys().stream().map(features).toList()
            : List.of();
    SqlWriter sql = new SqlWriter().add(TemplateSql.formula(metric.around().get(0), features));
    for (int i = 0; i < metric.aggregates().size(); i++) {
      if (i > 0) {
        sql.add(" ").add(TemplateSql.formula(metric.around().get(i), features));
      }
      AggregateCall aggregate = metric.aggregates().get(i);
      sql.add(i > 0 || !metric.around().get(0).parts().isEmpty() ? " " : "")
          .add(
              isDistinct
                  ? distinct.sql(aggregate, condition, features, keys)
                  : aggregate.sql(condition, features, functions));
    }
    String rest = TemplateSql.formula(metric.around().get(metric.aggregates().size()), features);
    return sql.add(rest.isEmpty() ? "" : " " + rest).done();
  }
}
