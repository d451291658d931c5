package io.calque.rewrite;

import io.calque.bind.BoundStar;
import io.calque.bind.MetricCall;
import io.calque.bind.MetricSelect;
import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.SqlPlace;
import io.calque.rewrite.SourceEdits.Rendered;
import io.calque.warehouse.Aggregates;
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
 * place. Elsewhere FROM and WHERE move into a subquery that marks, in each group, one of each row's
 * repetitions; the metric then aggregates the marked rows and all else in the query all rows:
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
  private final Aggregates functions;

  MetricRule(Names names, SourceEdits edits, StarRule stars, Aggregates functions) {
    this.stars = stars;
    this.names = names;
    this.edits = edits;
    this.functions = functions;
  }

  /** Rewrites all SELECTs that ask for metrics. */
  void apply(List<MetricSelect> selects) {
    for (MetricSelect select : selects) {
      boolean isInner =
          selects.stream()
              .anyMatch(other -> other != select && contains(other.place(), select.place()));
      if (!isInner) {
        applyFromOutside(select, selects);
      }
    }
  }

  /**
   * What is nested in FROM and WHERE comes first, as it is moved with them; what is nested in the
   * other clauses comes last, as the names there change.
   */
  private void applyFromOutside(MetricSelect select, List<MetricSelect> all) {
    List<MetricSelect> nested =
        all.stream()
            .filter(other -> other != select && contains(select.place(), other.place()))
            .toList();
    apply(nested.stream().filter(other -> contains(select.source(), other.place())).toList());
    rewrite(select);
    apply(nested.stream().filter(other -> !contains(select.source(), other.place())).toList());
  }

  private static boolean contains(SqlPlace outer, SqlPlace inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end() && !outer.equals(inner);
  }

  private void rewrite(MetricSelect select) {
    FanOut fanOut = new FanOut(select);
    boolean mark = select.calls().stream().anyMatch(call -> fanOut.mayRepeat(call));
    boolean showsMarks = mark || select.calls().stream().anyMatch(c -> c.use().isNullable());
    boolean isToldApart = !mark || select.stars().stream().allMatch(BoundStar::isSpelledOut);
    if (showsMarks && !select.calls().isEmpty() && (select.hasStar() || !isToldApart)) {
      throw CalqueException.at(
          select.calls().get(0).place(),
          ErrorCode.NOT_SUPPORTED,
          "beside a metric over joined rows, name the columns instead of a star");
    }
    if (!mark) {
      select.calls().forEach(this::inPlace);
      return;
    }
    new MarkedSelect(this, names, edits, stars, select, fanOut).write();
  }

  /** The metric's own expression, over the rows of its entity alone. */
  private void inPlace(MetricCall call) {
    MetricExpression metric = expression(call);
    String alias = names.alias(call.use());
    List<Rendered> conditions = new ArrayList<>();
    if (call.use().isNullable()) {
      conditions.add(Rendered.of(alias + "." + Names.PRESENT));
    }
    call.filter().ifPresent(filter -> conditions.add(parenthesised(filter)));
    put(
        call,
        metric,
        new SqlWriter().addAll(conditions, " AND ").done(),
        name -> alias + "." + names.feature(call.use().entity().feature(name).orElseThrow()));
  }

  Rendered parenthesised(SqlPlace place) {
    return new SqlWriter().add("(").add(edits.render(place.start(), place.end())).add(")").done();
  }

  MetricExpression expression(MetricCall call) {
    MetricExpression metric =
        MetricExpression.of(call.metric(), call.use().entity(), functions.names()::contains);
    call.wrapper().ifPresent(wrapper -> checkWrapper(call, metric, wrapper.function()));
    return metric;
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

  private void put(
      MetricCall call,
      MetricExpression metric,
      Rendered condition,
      Function<String, String> features) {
    put(call, metric, List.of(new Variant("", condition)), features);
  }

  /**
   * A form of the metric for one grouping set.
   *
   * @param when the condition under which it holds; empty for the only one
   * @param condition which rows it aggregates; empty for all
   */
  record Variant(String when, Rendered condition) {}

  void put(
      MetricCall call,
      MetricExpression metric,
      List<Variant> variants,
      Function<String, String> features) {
    SqlWriter sql = new SqlWriter();
    Optional<SqlPlace> type = call.wrapper().flatMap(MetricCall.Wrapper::type);
    type.ifPresent(cast -> sql.add("CAST("));
    if (variants.size() > 1) {
      sql.add("CASE");
      for (Variant variant : variants) {
        sql.add(" WHEN " + variant.when() + " THEN ")
            .add(over(call, metric, variant.condition(), features));
      }
      sql.add(" END");
    } else {
      Rendered only = over(call, metric, variants.get(0).condition(), features);
      boolean wrap = !metric.isBare();
      sql.add(wrap ? "(" : "").add(only).add(wrap ? ")" : "");
    }
    type.ifPresent(cast -> sql.add(" AS " + cast.text() + ")"));
    call.label().ifPresent(label -> sql.add(" AS " + names.identifier(label)));
    edits.replace(call.place(), sql.done());
  }

  private static Rendered over(
      MetricCall call,
      MetricExpression metric,
      Rendered condition,
      Function<String, String> features) {
    if (condition.sql().isEmpty()) {
      return Rendered.of(TemplateSql.formula(metric.whole(), features));
    }
    if (!metric.isUnderstood()) {
      throw CalqueException.at(
          call.place(),
          ErrorCode.METRIC_NOT_ALLOWED_HERE,
          ("the metric %s is in a form that Calque cannot take apart, so it cannot be kept right over"
                  + " joined rows; ask for it in a subquery over %s alone and join that")
              .formatted(call.metric().name(), call.use().entity().name()));
    }
    SqlWriter sql = new SqlWriter().add(TemplateSql.formula(metric.around().get(0), features));
    for (int i = 0; i < metric.aggregates().size(); i++) {
      if (i > 0) {
        sql.add(" ").add(TemplateSql.formula(metric.around().get(i), features));
      }
      MetricExpression.AggregateCall aggregate = metric.aggregates().get(i);
      sql.add(i > 0 || !metric.around().get(0).parts().isEmpty() ? " " : "")
          .add(TemplateSql.formula(aggregate.call(), features))
          .add(" FILTER (WHERE ")
          .add(condition);
      aggregate
          .filter()
          .ifPresent(own -> sql.add(" AND (" + TemplateSql.formula(own, features) + ")"));
      sql.add(")");
    }
    String rest = TemplateSql.formula(metric.around().get(metric.aggregates().size()), features);
    return sql.add(rest.isEmpty() ? "" : " " + rest).done();
  }
}
