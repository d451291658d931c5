package io.calque.rewrite;

import io.calque.bind.BoundStar;
import io.calque.bind.EntityUse;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns {@code METRIC('m')} into aggregates over the distinct rows of its entity.
 *
 * <p>Where the joins are proven not to repeat those rows, be it since what would repeat them is
 * grouped before it is joined, the metric's own expression takes its place; and where they do, but
 * its aggregates do not see it (MAX) or count rows, which distinct keys tell. Elsewhere FROM and
 * WHERE move into a subquery that marks, in each group, one of each row's repetitions; the metric
 * then aggregates the marked rows and all else in the query all rows:
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

  /** The columns of the partial aggregates of entities that are grouped before they are joined. */
  private final Map<EntityUse, Map<AggregateCall, String>> parts = new HashMap<>();

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
    fold(plan);
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

  private void fold(MetricPlan plan) {
    FoldSql sql = new FoldSql(names, edits, entities);
    for (Fold fold : plan.folds().values()) {
      List<PlannedCall> calls =
          plan.calls().stream().filter(call -> call.call().use() == fold.use()).toList();
      parts.put(fold.use(), sql.write(fold, calls));
    }
    plan.folds().values().forEach(sql::leaveOut);
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
            name -> column(planned, name));
    put(call, planned.metric().isBare(), List.of(new Variant("", value)));
  }

  /** What a metric needs to be shown of its entity: features, or the columns of its parts. */
  Collection<String> needed(PlannedCall planned) {
    EntityUse use = planned.call().use();
    if (planned.way() == Way.FOLDED) {
      return planned.metric().aggregates().stream().map(parts.get(use)::get).distinct().toList();
    }
    Set<String> needed = new LinkedHashSet<>(planned.metric().whole().featureRefs());
    if (planned.way() == Way.DISTINCT && planned.needsKeys()) {
      needed.addAll(use.entity().keys());
    }
    return needed;
  }

  /** One of those in FROM and WHERE, be it of the entity or of a subquery that shows it. */
  String column(PlannedCall planned, String feature) {
    MetricCall call = planned.call();
    if (planned.way() == Way.FOLDED) {
      return names.alias(call.use()) + "." + feature;
    }
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
   * @param features the SQL of what it needs
   */
  Rendered value(PlannedCall planned, Rendered condition, Function<String, String> features) {
    MetricExpression metric = planned.metric();
    boolean isOfRows = planned.way() == Way.PLAIN || planned.way() == Way.MARKED;
    if (isOfRows && condition.sql().isEmpty() && !metric.hasFilterToSpell(functions)) {
      return Rendered.of(TemplateSql.formula(metric.whole(), features));
    }
    SqlWriter sql = new SqlWriter().add(TemplateSql.formula(metric.around().get(0), features));
    for (int i = 0; i < metric.aggregates().size(); i++) {
      if (i > 0) {
        sql.add(" ").add(TemplateSql.formula(metric.around().get(i), features));
      }
      AggregateCall aggregate = metric.aggregates().get(i);
      sql.add(i > 0 || !metric.around().get(0).parts().isEmpty() ? " " : "")
          .add(aggregate(planned, aggregate, condition, features));
    }
    String rest = TemplateSql.formula(metric.around().get(metric.aggregates().size()), features);
    return sql.add(rest.isEmpty() ? "" : " " + rest).done();
  }

  private Rendered aggregate(
      PlannedCall planned,
      AggregateCall call,
      Rendered condition,
      Function<String, String> features) {
    EntityUse use = planned.call().use();
    return switch (planned.way()) {
      case PLAIN, MARKED -> call.sql(condition, features, functions);
      case DISTINCT -> {
        List<String> keys =
            planned.needsKeys() ? use.entity().keys().stream().map(features).toList() : List.of();
        yield distinct.sql(call, condition, features, keys);
      }
      case FOLDED ->
          PartialAggregate.of(call, functions)
              .orElseThrow()
              .ofParts(features.apply(parts.get(use).get(call)), condition, functions);
    };
  }
}
