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

  /** A bare table: names in a predicate are its physical columns. */
  record TableNode(TableName table) implements Node {
    @Override
    public String toString() {
      return table.toString();
    }
  }
}
