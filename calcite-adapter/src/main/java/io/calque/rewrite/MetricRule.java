package io.calque.rewrite;

import io.calque.bind.BoundStar;
import io.calque.bind.MetricCall;
import io.calque.bind.MetricSelect;
import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.SqlPlace;
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
  private final EntitySql entities;
  private final Aggregates functions;
  private final Booleans booleans;
  private final PreAggregates.Chosen chosen;

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
    boolean mark = needsMarks(select, functions);
    boolean showsMarks = mark || select.calls().stream().anyMatch(c -> c.use().isNullable());
    boolean isToldApart = !mark || select.stars().stream().allMatch(BoundStar::isSpelledOut);
    if (showsMarks && !select.calls().isEmpty() && (select.hasStar() || !isToldApart)) {
      throw CalqueException.at(
          select.calls().get(0).place(),
          ErrorCode.NOT_SUPPORTED,
          "beside a metric over joined rows, name the columns instead of a star");
    }
    if (mark) {
      new MarkedSelect(this, names, edits, stars, entities, select, fanOut).write();
    } else {
      select.calls().forEach(this::inPlace);
    }
    for (MetricSelect.Respelled key : select.respelled()) {
      edits.replace(key.place(), edits.render(key.as().start(), key.as().end()));
    }
  }

  /**
   * Whether a SELECT has to mark the rows that its metrics aggregate: joins may repeat them, or
   * some do not count for a metric whose aggregates cannot be told so.
   */
  static boolean needsMarks(MetricSelect select, Aggregates functions) {
    FanOut fanOut = new FanOut(select);
    return select.calls().stream()
        .anyMatch(
            call ->
                fanOut.mayRepeat(call)
                    || (call.use().isNullable() || call.filter().isPresent())
                        && !read(call, functions).isUnderstood());
  }

  private static MetricExpression read(MetricCall call, Aggregates functions) {
    return MetricExpression.of(call.metric(), call.use().entity(), functions);
  }

  /** The metric's own expression, over the rows of its entity alone. */
  private void inPlace(MetricCall call) {
    MetricExpression metric = expression(call);
    Optional<PreAggregateSource> stored = chosen.of(call.use());
    if (stored.isPresent()) {
      Rendered condition = call.filter().map(this::parenthesised).orElse(Rendered.of(""));
      put(
          call,
          metric.isBare(),
          List.of(
              new Variant(
                  "", stored.get().value(call, metric, condition, names, entities.dialect()))));
      return;
    }
    String alias = names.alias(call.use());
    List<Rendered> conditions = new ArrayList<>();
    if (call.use().isNullable()) {
      conditions.add(Rendered.of(booleans.isTrue(alias + "." + Names.PRESENT)));
    }
    call.filter().ifPresent(filter -> conditions.add(parenthesised(filter)));
    Function<String, String> features =
        name -> alias + "." + names.feature(call.use().entity().feature(name).orElseThrow());
    Rendered value =
        conditions.isEmpty() && !metric.hasFilterToSpell(functions)
            ? Rendered.of(TemplateSql.formula(metric.whole(), features))
            : filtered(metric, new SqlWriter().addAll(conditions, " AND ").done(), features);
    put(call, metric.isBare(), List.of(new Variant("", value)));
  }

  Rendered parenthesised(SqlPlace place) {
    return new SqlWriter().add("(").add(edits.render(place.start(), place.end())).add(")").done();
  }

  MetricExpression expression(MetricCall call) {
    MetricExpression metric = read(call, functions);
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
   */
  Rendered filtered(
      MetricExpression metric, Rendered condition, Function<String, String> features) {
    SqlWriter sql = new SqlWriter().add(TemplateSql.formula(metric.around().get(0), features));
    for (int i = 0; i < metric.aggregates().size(); i++) {
      if (i > 0) {
        sql.add(" ").add(TemplateSql.formula(metric.around().get(i), features));
      }
      sql.add(i > 0 || !metric.around().get(0).parts().isEmpty() ? " " : "")
          .add(metric.aggregates().get(i).sql(condition, features, functions));
    }
    String rest = TemplateSql.formula(metric.around().get(metric.aggregates().size()), features);
    return sql.add(rest.isEmpty() ? "" : " " + rest).done();
  }
}
