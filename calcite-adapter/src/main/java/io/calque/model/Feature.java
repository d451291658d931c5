package io.calque.model;

import java.util.List;

/**
 * One column of an entity: one value for each of its rows.
 *
 * <p>Queries keep features in maps, so the hash of each is that of its name and place alone.
 */
public sealed interface Feature {
  FeatureInfo info();

  default String name() {
    return info().name();
  }

  /**
   * A column of the entity's table, of a related source, or a feature of a related entity, reached
   * over a to-one direction.
   *
   * @param field a column of a table, or a feature where the origin is an entity. For a table it
   *     may be an expression over the table's columns, then {@code isExpression} is true
   * @param isExpression whether {@code field} is SQL over the columns of the table
   * @param filters all must hold; rows that fail one give NULL
   */
  record FieldFeature(
      FeatureInfo info,
      FeatureOrigin origin,
      String field,
      boolean isExpression,
      List<Filter> filters)
      implements Feature {
    public FieldFeature {
      filters = List.copyOf(filters);
    }

    @Override
    public int hashCode() {
      return info.hashCode();
    }
  }

  /**
   * A metric of a related entity, over the rows of it that belong to one row of the owner.
   *
   * @param metric a metric of the related entity
   * @param filters all must hold for a row to count
   */
  record MetricFeature(
      FeatureInfo info, FeatureOrigin.RelatedEntity origin, String metric, List<Filter> filters)
      implements Feature {
    public MetricFeature {
      filters = List.copyOf(filters);
    }

    @Override
    public int hashCode() {
      return info.hashCode();
    }
  }

  /**
   * A value of the first or last related row.
   *
   * @param method which end of the order
   * @param sortBy a column of the table or a feature of the entity; NULLs come last either way
   * @param field what is returned: a column of the table or a feature of the entity
   * @param offset from 1: 1 is the first or last row itself, 2 the one next to it
   * @param filters all must hold for a row to count
   */
  record FirstLastFeature(
      FeatureInfo info,
      FeatureOrigin origin,
      Method method,
      String sortBy,
      String field,
      int offset,
      List<Filter> filters)
      implements Feature {
    public FirstLastFeature {
      filters = List.copyOf(filters);
    }

    @Override
    public int hashCode() {
      return info.hashCode();
    }
  }

  /**
   * An expression over other features of the same entity.
   *
   * @param sql with {@code {feature}} holes
   */
  record FormulaFeature(FeatureInfo info, SqlTemplate sql) implements Feature {
    @Override
    public int hashCode() {
      return info.hashCode();
    }
  }

  /** Which end of an order. */
  enum Method {
    /** The smallest sort value. */
    FIRST,
    /** The largest sort value. */
    LAST
  }
}
