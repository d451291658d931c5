package io.calque.model.read;

import java.util.Locale;

/**
 * A part of a model that can be left out by itself, and that other parts may need.
 *
 * @param owner the entity of a feature or metric; the relationship, or entity and table, of a join;
 *     the name itself for an entity or relationship. Lower case
 * @param name lower case
 */
record Unit(Kind kind, String owner, String name) {
  enum Kind {
    ENTITY,
    FEATURE,
    METRIC,
    RELATIONSHIP,
    JOIN
  }

  static Unit entity(String name) {
    return new Unit(Kind.ENTITY, lower(name), lower(name));
  }

  static Unit feature(String entity, String name) {
    return new Unit(Kind.FEATURE, lower(entity), lower(name));
  }

  static Unit metric(String entity, String name) {
    return new Unit(Kind.METRIC, lower(entity), lower(name));
  }

  /**
   * @param key as in the file, such as {@code customer-order}
   */
  static Unit relationship(String key) {
    return new Unit(Kind.RELATIONSHIP, lower(key), lower(key));
  }

  /**
   * @param owner a relationship's key, or what {@link #relatedSource} gives
   */
  static Unit join(String owner, String name) {
    return new Unit(Kind.JOIN, lower(owner), lower(name));
  }

  /** What owns the joins of a related source. */
  static String relatedSource(String entity, String table) {
    return lower(entity) + " " + lower(table);
  }

  /** As a person would say it, such as {@code customer.name} or {@code METRIC('customer.m')}. */
  String label() {
    return switch (kind) {
      case ENTITY -> "entity " + name;
      case FEATURE -> owner + "." + name;
      case METRIC -> "METRIC('" + owner + "." + name + "')";
      case RELATIONSHIP -> "relationship " + name;
      case JOIN -> "join " + name;
    };
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
