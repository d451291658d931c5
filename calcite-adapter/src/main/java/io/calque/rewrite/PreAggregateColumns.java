package io.calque.rewrite;

import io.calque.model.Determination;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Metric;
import io.calque.model.PreAggregate;
import io.calque.model.PreAggregate.Additivity;
import io.calque.model.SqlTemplate;
import io.calque.warehouse.Aggregates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a pre-aggregated table: one for each feature of its grain, called as the feature,
 * and one for each aggregate in its metrics. A metric that is one aggregate gives a column of its
 * name; of one that is composed of several they are {@code name__1}, {@code name__2}…, and an
 * aggregate that an earlier metric has already stored is not stored again. A metric whose
 * aggregates cannot be told is stored as a whole.
 *
 * @param table the declaration
 * @param entity whose rows are aggregated
 * @param grain its features
 * @param values what is stored besides
 */
record PreAggregateColumns(
    PreAggregate table, Entity entity, List<Feature> grain, List<Value> values) {
  PreAggregateColumns {
    grain = List.copyOf(grain);
    values = List.copyOf(values);
  }

  /**
   * A stored value.
   *
   * @param column what its column is called
   * @param stored the metric that it belongs to, as declared
   * @param metric that metric, taken apart
   * @param call the aggregate; empty if the metric is stored as a whole
   */
  record Value(
      String column,
      PreAggregate.Stored stored,
      MetricExpression metric,
      Optional<AggregateCall> call) {}

  static PreAggregateColumns of(PreAggregate table, Entity entity, Aggregates functions) {
    List<Feature> grain =
        table.grain().stream().map(name -> entity.feature(name).orElseThrow()).toList();
    Set<String> taken = new HashSet<>();
    grain.forEach(feature -> taken.add(lower(feature.name())));
    table.metrics().forEach(stored -> taken.add(lower(stored.metric())));
    List<Value> values = new ArrayList<>();
    for (PreAggregate.Stored stored : table.metrics()) {
      Metric metric = entity.metric(stored.metric()).orElseThrow();
      MetricExpression expression = MetricExpression.of(metric, entity, functions);
      if (!expression.isUnderstood()) {
        values.add(new Value(metric.name(), stored, expression, Optional.empty()));
      }
      int number = 0;
      for (AggregateCall call : expression.aggregates()) {
        if (find(call, values).isEmpty()) {
          String name = metric.name();
          while (!expression.isBare() && !taken.add(lower(name))) {
            name = metric.name() + "__" + ++number;
          }
          values.add(new Value(name, stored, expression, Optional.of(call)));
        }
      }
    }
    return new PreAggregateColumns(table, entity, grain, values);
  }

  /** The stored value of an aggregate. */
  Optional<Value> value(AggregateCall call) {
    return find(call, values);
  }

  /** The stored value of a metric that cannot be taken apart. */
  Optional<Value> whole(Metric metric) {
    return values.stream()
        .filter(value -> value.call().isEmpty())
        .filter(value -> value.stored().metric().equalsIgnoreCase(metric.name()))
        .findFirst();
  }

  private static Optional<Value> find(AggregateCall call, List<Value> values) {
    String sought = text(call);
    return values.stream()
        .filter(value -> value.call().filter(stored -> text(stored).equals(sought)).isPresent())
        .findFirst();
  }

  /** The same for all spellings of an aggregate that differ in features' case and blanks only. */
  private static String text(AggregateCall call) {
    return call.function()
        + " "
        + text(call.call())
        + call.filter().map(f -> " " + text(f)).orElse("");
  }

  private static String text(SqlTemplate template) {
    return TemplateSql.formula(template, name -> "{" + lower(name) + "}");
  }

  boolean hasInGrain(String feature) {
    return grain.stream().anyMatch(each -> each.name().equalsIgnoreCase(feature));
  }

  /**
   * What keeps a value from being added up over a feature of the grain; empty if nothing does.
   *
   * @param isFloating whether it is stored as a floating-point number
   */
  Optional<String> obstacle(
      Value value, Feature feature, boolean isFloating, Aggregates functions) {
    Optional<String> declared = declaredObstacle(value, feature);
    if (declared.isPresent()) {
      return declared;
    }
    PreAggregate.Stored stored = value.stored();
    if (value.call().isEmpty()) {
      return Optional.of(stored.metric() + " is only stored as a whole");
    }
    AggregateCall call = value.call().get();
    if (countedOnce(call).isPresent()) {
      String counted = countedOnce(call).get();
      return new Determination(entity).determines(counted, feature.name())
          ? Optional.empty()
          : Optional.of(
              "one %s may have several %s, and would be counted in each"
                  .formatted(counted, feature.name()));
    }
    if (combined(value, isFloating, functions).isEmpty()) {
      return Optional.of(
          isFloating && call.function().equals("sum")
              ? "a sum of floating-point numbers depends on their order"
              : "%s of %s cannot be had from that of parts of the rows"
                  .formatted(call.function().toUpperCase(Locale.ROOT), stored.metric()));
    }
    return Optional.empty();
  }

  /** What its author says that keeps a value from being added up over a feature. */
  Optional<String> declaredObstacle(Value value, Feature feature) {
    PreAggregate.Stored stored = value.stored();
    if (stored.additivity().filter(Additivity.NONE::equals).isPresent()) {
      return Optional.of(stored.metric() + " is declared not to be added up");
    }
    if (stored.notOver().stream().anyMatch(feature.name()::equalsIgnoreCase)) {
      return Optional.of(
          "%s is declared not to be added up over %s".formatted(stored.metric(), feature.name()));
    }
    return Optional.empty();
  }

  /** Whether a value is a sum of single rows' values. */
  static boolean isPlainSum(Value value) {
    return value
        .call()
        .filter(call -> call.function().equals("sum") && !call.isDistinct())
        .isPresent();
  }

  /** How values of several rows become one; empty if they cannot. */
  Optional<PartialAggregate> combined(Value value, boolean isFloating, Aggregates functions) {
    AggregateCall call = value.call().orElseThrow();
    if (call.function().equals("any_value") || isFloating && call.function().equals("sum")) {
      return Optional.empty();
    }
    return countedOnce(call).isPresent() && functions.summable().contains("count")
        ? Optional.of(new PartialAggregate(call, PartialAggregate.Combination.COUNT))
        : PartialAggregate.of(call, functions);
  }

  /** The feature whose distinct values an aggregate counts, if it is nothing else. */
  private static Optional<String> countedOnce(AggregateCall call) {
    return call.argument()
        .filter(argument -> call.isDistinct() && call.function().equals("count"))
        .filter(argument -> text(argument.after()).equals(")"))
        .map(AggregateCall.Argument::value)
        .filter(value -> value.parts().size() == 1)
        .flatMap(
            value ->
                value.parts().get(0) instanceof SqlTemplate.FeatureRef ref
                    ? Optional.of(ref.name())
                    : Optional.empty());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
