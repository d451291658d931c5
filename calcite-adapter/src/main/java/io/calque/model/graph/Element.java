package io.calque.model.graph;

import java.util.Locale;
import java.util.Objects;

/**
 * Something in a model, or in the warehouse under it, that something else can depend on. Two are
 * equal if they are called alike, whatever the case.
 *
 * @param kind what it is
 * @param owner what it is part of: the entity of a feature, the relationship of a join, the table
 *     of a column; empty if nothing
 * @param part its own name, as the model writes it
 */
public record Element(Kind kind, String owner, String part) {
  /** What an element is. */
  public enum Kind {
    ENTITY,
    FEATURE,
    METRIC,
    /** A pre-aggregated table of an entity. */
    PRE_AGGREGATE,
    RELATIONSHIP,
    /** A join of a relationship, or of an entity to one of its related sources. */
    JOIN,
    /** A table of the warehouse, or a query in the place of one. */
    TABLE,
    /** A column of a table, or an expression over its columns. */
    COLUMN;

    /** In a word. */
    @Override
    public String toString() {
      return this == PRE_AGGREGATE ? "aggregate" : name().toLowerCase(Locale.ROOT);
    }
  }

  /** An element that is part of nothing else. */
  static Element of(Kind kind, String name) {
    return new Element(kind, "", name);
  }

  /** As a person writes it: {@code customer.name}, {@code customer-order.placing}. */
  public String name() {
    return owner.isEmpty() ? part : owner + "." + part;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Element element
        && kind == element.kind
        && owner.equalsIgnoreCase(element.owner)
        && part.equalsIgnoreCase(element.part);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, owner.toLowerCase(Locale.ROOT), part.toLowerCase(Locale.ROOT));
  }

  /**
   * Whether values are made of it; that a feature is of an entity, and a column of a table, goes
   * without saying.
   */
  public boolean isMaterial() {
    return switch (kind) {
      case ENTITY, RELATIONSHIP, TABLE -> false;
      case FEATURE, METRIC, PRE_AGGREGATE, JOIN, COLUMN -> true;
    };
  }

  /** Whether that is its name, or the last part of a join's. */
  boolean isCalled(String text) {
    return name().equalsIgnoreCase(text) || kind == Kind.JOIN && part.equalsIgnoreCase(text);
  }
}
