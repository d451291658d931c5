package io.calque.rewrite;

import io.calque.bind.EntityUse;
import io.calque.bind.MetricCall;
import io.calque.model.Feature;
import io.calque.rewrite.SourceEdits.Rendered;
import io.calque.warehouse.Aggregates;
import io.calque.warehouse.StoredTables.Standing;
import io.calque.warehouse.WarehouseColumn;
import io.calque.warehouse.WarehouseDialect;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A pre-aggregated table in the place of an entity: another relation with the same features, in
 * which the metrics' aggregates are columns.
 *
 * @param columns the table's columns
 * @param stored of what types they are
 * @param shown the stored values that the query needs
 * @param added whether several rows of it may make up one group of the query
 */
record PreAggregateSource(
    PreAggregateColumns columns,
    Standing.Usable stored,
    Set<PreAggregateColumns.Value> shown,
    boolean added) {
  private static final String VALUE = "calque_m";

  /** The same where one row of it is one group. */
  PreAggregateSource withSingleRows() {
    return new PreAggregateSource(columns, stored, shown, false);
  }

  /** The same that shows some of its values. */
  PreAggregateSource showing(List<PreAggregateColumns.Value> values) {
    return new PreAggregateSource(columns, stored, Set.copyOf(values), added);
  }

  /** What stands in the entity's place in FROM, in parentheses. */
  String relation(EntityUse use, Names names) {
    List<String> items = new ArrayList<>();
    for (Feature feature : columns.grain()) {
      if (use.needed().contains(feature)) {
        String column = read(feature.name(), names);
        String name = names.feature(feature);
        items.add(column.endsWith("." + name) ? column : column + " AS " + name);
      }
    }
    for (PreAggregateColumns.Value value : columns.values()) {
      if (shown.contains(value)) {
        items.add(read(value.column(), names) + " AS " + name(value));
      }
    }
    return "(SELECT %s FROM %s AS t)"
        .formatted(String.join(", ", items), names.source(columns.table().table()));
  }

  private String read(String column, Names names) {
    String sql = "t." + names.column(columns.table().table(), column);
    String type = stored.casts().get(column.toLowerCase(Locale.ROOT));
    return type == null ? sql : "CAST(" + sql + " AS " + type + ")";
  }

  private String name(PreAggregateColumns.Value value) {
    return VALUE + (columns.values().indexOf(value) + 1);
  }

  /**
   * A metric over the table's rows.
   *
   * @param condition which of them count; may be empty
   */
  Rendered value(
      MetricCall call,
      MetricExpression metric,
      Rendered condition,
      Names names,
      WarehouseDialect dialect) {
    String alias = names.alias(call.use());
    if (!metric.isUnderstood()) {
      PreAggregateColumns.Value whole = columns.whole(call.metric()).orElseThrow();
      return Rendered.of(dialect.anyValue(alias + "." + name(whole)));
    }
    SqlWriter sql = new SqlWriter().add(TemplateSql.formula(metric.around().get(0), name -> name));
    for (int i = 0; i < metric.aggregates().size(); i++) {
      String before = TemplateSql.formula(metric.around().get(i), name -> name);
      sql.add(i > 0 ? " " + before : "").add(before.isEmpty() && i == 0 ? "" : " ");
      PreAggregateColumns.Value value = columns.value(metric.aggregates().get(i)).orElseThrow();
      sql.add(aggregate(value, alias + "." + name(value), condition, dialect));
    }
    String rest =
        TemplateSql.formula(metric.around().get(metric.aggregates().size()), name -> name);
    return sql.add(rest.isEmpty() ? "" : " " + rest).done();
  }

  private Rendered aggregate(
      PreAggregateColumns.Value value,
      String column,
      Rendered condition,
      WarehouseDialect dialect) {
    Aggregates functions = dialect.aggregates();
    if (added) {
      return sum(value, column, condition, functions).orElseThrow();
    }
    boolean isZeroWhenEmpty =
        functions.zeroWhenEmpty().contains(value.call().orElseThrow().function());
    String only = dialect.anyValue(column);
    return Rendered.of(isZeroWhenEmpty ? "COALESCE(" + only + ", 0)" : only);
  }

  private Optional<Rendered> sum(
      PreAggregateColumns.Value value, String column, Rendered condition, Aggregates functions) {
    Optional<PartialAggregate> known = columns.combined(value, isFloating(value), functions);
    if (known.isPresent()) {
      return Optional.of(known.get().ofParts(column, condition, functions));
    }
    if (!isSumOfItsType(value)) {
      return Optional.empty();
    }
    Rendered sum =
        new PartialAggregate(value.call().orElseThrow(), PartialAggregate.Combination.SUM)
            .ofParts(column, condition, functions);
    return Optional.of(
        type(value).jdbcType() == Types.BIGINT
            ? new SqlWriter().add("CAST(").add(sum).add(" AS BIGINT)").done()
            : sum);
  }

  /**
   * Whether a sum of sums is, or can be cast to, the type of the sum: where sums of integers are
   * BIGINT, as PostgreSQL has it, or numbers of any number of digits.
   */
  private boolean isSumOfItsType(PreAggregateColumns.Value value) {
    WarehouseColumn type = type(value);
    return PreAggregateColumns.isPlainSum(value)
        && (type.jdbcType() == Types.BIGINT
            || type.jdbcType() == Types.NUMERIC && type.precision() == 0);
  }

  /** Whether values of several rows can be put together, of whatever features these are. */
  boolean isAddable(PreAggregateColumns.Value value, Aggregates functions) {
    return value.call().isPresent()
        && (isSumOfItsType(value)
            || columns.combined(value, isFloating(value), functions).isPresent());
  }

  /** What keeps a value from being added up over a feature; empty if nothing does. */
  Optional<String> obstacle(
      PreAggregateColumns.Value value, Feature feature, Aggregates functions) {
    return isSumOfItsType(value)
        ? columns.declaredObstacle(value, feature)
        : columns.obstacle(value, feature, isFloating(value), functions);
  }

  /** Whether values of a feature that are equal may still be told apart, so that one is not all. */
  boolean isFuzzy(Feature feature) {
    WarehouseColumn type = stored.columns().get(feature.name().toLowerCase(Locale.ROOT));
    return isFloating(type)
        || type.typeName().toUpperCase(Locale.ROOT).startsWith("INTERVAL")
        || type.jdbcType() == Types.NUMERIC && type.precision() == 0;
  }

  /** Whether a feature is text, which a number or the like is not compared with by its letters. */
  boolean isText(Feature feature) {
    return switch (stored.columns().get(feature.name().toLowerCase(Locale.ROOT)).jdbcType()) {
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.OTHER ->
          true;
      default -> false;
    };
  }

  private boolean isFloating(PreAggregateColumns.Value value) {
    return isFloating(type(value));
  }

  private static boolean isFloating(WarehouseColumn type) {
    return switch (type.jdbcType()) {
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> true;
      default -> false;
    };
  }

  private WarehouseColumn type(PreAggregateColumns.Value value) {
    return stored.columns().get(value.column().toLowerCase(Locale.ROOT));
  }
}
