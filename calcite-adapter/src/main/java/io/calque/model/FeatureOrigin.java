package io.calque.model;

/** Where a feature's values come from. */
public sealed interface FeatureOrigin {
  /** The entity's own table. */
  record KeySource() implements FeatureOrigin {}

  /**
   * A related source of the entity.
   *
   * @param source the table
   * @param join the join that the feature names, or the default one
   */
  record RelatedTable(RelatedSource source, Join join) implements FeatureOrigin {}

  /**
   * A related entity.
   *
   * @param traversal from the owning entity to the related one
   */
  record RelatedEntity(Traversal traversal) implements FeatureOrigin {
    /** The related entity's name. */
    public String entity() {
      return traversal.to();
    }
  }
}
