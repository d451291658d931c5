package io.calque.model;

/** A stop on a join path. */
public sealed interface Node {
  /** An entity: names in a predicate are its features. */
  record EntityNode(String entity) implements Node {
    @Override
    public String toString() {
      return entity;
    }
  }

  /** A bare table, or a query in its place: names in a predicate are its physical columns. */
  record TableNode(Source source) implements Node {
    @Override
    public String toString() {
      return source.toString();
    }
  }
}
