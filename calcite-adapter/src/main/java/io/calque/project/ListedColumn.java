package io.calque.project;

import io.calque.model.DataType;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.FeatureOrigin;
import io.calque.model.Metric;
import io.calque.model.TableName;
import java.util.Optional;

/**
 * A column of a table as tools see it.
 *
 * @param name in the case that the model has
 * @param remarks may be empty
 * @param kind what it is
 * @param declared the type that the model declares; the warehouse's own counts more
 * @param cast the type in SQL that Calque gives to its values; empty if they are the warehouse's
 * @param stored the column of a table that it shows in each row, unchanged; empty if it is made of
 *     more
 */
public record ListedColumn(
    String name,
    String remarks,
    Kind kind,
    Optional<DataType> declared,
    Optional<String> cast,
    Optional<Stored> stored) {
  /** A column of a table of the warehouse, as the model writes it. */
  record Stored(TableName table, String column) {}

  /** What a column is. */
  public enum Kind {
    /** One value for each row; part of {@code SELECT *}. */
    FEATURE,
    /** An aggregate over rows; not part of {@code SELECT *}. */
    METRIC
  }

  /** A feature of an entity. */
  static ListedColumn of(Feature feature, Entity entity) {
    return new ListedColumn(
        feature.name(),
        feature.info().description(),
        Kind.FEATURE,
        feature.info().dataType(),
        Optional.empty(),
        stored(feature, entity));
  }

  static Optional<Stored> stored(Feature feature, Entity entity) {
    return feature instanceof Feature.FieldFeature field
            && field.origin() instanceof FeatureOrigin.KeySource
            && !field.isExpression()
            && field.filters().isEmpty()
            && entity.source() instanceof TableName table
        ? Optional.of(new Stored(table, field.field()))
        : Optional.empty();
  }

  /** A metric. */
  static ListedColumn of(Metric metric) {
    return new ListedColumn(
        metric.name(),
        metric.description(),
        Kind.METRIC,
        metric.dataType(),
        Optional.empty(),
        Optional.empty());
  }

  public boolean isMetric() {
    return kind == Kind.METRIC;
  }

  /** How SQL asks for its value. */
  String sql() {
    return isMetric() ? "METRIC('" + name.replace("'", "''") + "')" : Project.quoted(name);
  }
}
