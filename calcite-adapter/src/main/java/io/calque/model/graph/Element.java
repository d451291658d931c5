package io.calque.model.graph;

import java.util.Locale;

/**
 * Something in a model, or in the warehouse under it, that something else can depend on. Two are
 * equal if they are called alike, whatever the case.
 */
public sealed interface Element {
  /** As a person writes it: {@code customer.name}, {@code customer-order.placing}. */
  String name();

  /** What it is, in a word. */
  String kind();

  /**
   * Whether values are made of it; that a feature is of an entity, and a column of a table, goes
   * without saying.
   */
  default boolean isMaterial() {
    return !(this instanceof OfEntity || this instanceof OfRelationship || this instanceof OfTable);
  }

  /** An entity. */
  record OfEntity(String name) implements Element {
    public OfEntity {
      name = lower(name);
    }

    @Override
    public String kind() {
      return "entity";
    }
  }

  /** A feature of an entity. */
  record OfFeature(String entity, String feature) implements Element {
    public OfFeature {
      entity = lower(entity);
      feature = lower(feature);
    }

    @Override
    public String name() {
      return entity + "." + feature;
    }

    @Override
    public String kind() {
      return "feature";
    }
  }

  /** A metric of an entity. */
  record OfMetric(String entity, String metric) implements Element {
    public OfMetric {
      entity = lower(entity);
      metric = lower(metric);
    }

    @Override
    public String name() {
      return entity + "." + metric;
    }

    @Override
    public String kind() {
      return "metric";
    }
  }

  /** A relationship, called by its two ends. */
  record OfRelationship(String name) implements Element {
    public OfRelationship {
      name = lower(name);
    }

    @Override
    public String kind() {
      return "relationship";
    }
  }

  /**
   * A join.
   *
   * @param owner the relationship, or the entity with the related source
   */
  record OfJoin(String owner, String join) implements Element {
    public OfJoin {
      owner = lower(owner);
      join = lower(join);
    }

    @Override
    public String name() {
      return owner + "." + join;
    }

    @Override
    public String kind() {
      return "join";
    }
  }

  /** A table of the warehouse, or a query in the place of one. */
  record OfTable(String name) implements Element {
    public OfTable {
      name = lower(name);
    }

    @Override
    public String kind() {
      return "table";
    }
  }

  /**
   * A column of a table, or an expression over its columns.
   *
   * @param table as {@link OfTable} has it
   */
  record OfColumn(String table, String column) implements Element {
    public OfColumn {
      table = lower(table);
      column = lower(column);
    }

    @Override
    public String name() {
      return table + "." + column;
    }

    @Override
    public String kind() {
      return "column";
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
