package io.calque.bind;

import io.calque.model.Feature;
import java.util.Optional;

/**
 * Two features that a join's condition makes equal.
 *
 * @param left a mention of an entity
 * @param leftFeature its feature
 * @param right another mention
 * @param rightFeature its feature
 */
public record Equality(EntityUse left, Feature leftFeature, EntityUse right, Feature rightFeature) {
  /** The feature of that mention which is equal to the other's; empty if it is none of the two. */
  public Optional<Feature> end(EntityUse use) {
    if (left == use) {
      return Optional.of(leftFeature);
    }
    return right == use ? Optional.of(rightFeature) : Optional.empty();
  }

  /** The mention on the other side of that one; empty if it is none of the two. */
  public Optional<EntityUse> other(EntityUse use) {
    if (left == use) {
      return Optional.of(right);
    }
    return right == use ? Optional.of(left) : Optional.empty();
  }
}
