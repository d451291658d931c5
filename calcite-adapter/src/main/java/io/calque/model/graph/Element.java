package io.calque.model.graph;

import java.util.Locale;

/**
 * Something in a model, or in the warehouse under it, that something else can depend on.
 *
 * @param kind what it is
 * @param name as a person writes it, in lower case: {@code customer.name}, {@code
 *     customer-order.placing}
 */
public record Element(Kind kind, String name) {
  /** What an element is. */
  public enum Kind {
    ENTITY,
    FEATURE,
    METRIC,
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
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Element {
    name = name.toLowerCase(Locale.ROOT);
  }

  /** An element that is part of another, such as a feature of an entity. */
  static Element of(Kind kind, String owner, String name) {
    return new Element(kind, owner + "." + name);
  }

  /**
   * Whether values are made of it; that a feature is of an entity, and a column of a table, goes
   * without saying.
   */
  public boolean isMaterial() {
    return switch (kind) {
      case ENTITY, RELATIONSHIP, TABLE -> false;
      case FEATURE, METRIC, JOIN, COLUMN -> true;
    };
  }

  /** Whether that is its name, or the last part of a join's. */
  boolean isCalled(String text) {
    return name.equalsIgnoreCase(text)
        || kind == Kind.JOIN && name.substring(name.lastIndexOf('.') + 1).equalsIgnoreCase(text);
  }
}
