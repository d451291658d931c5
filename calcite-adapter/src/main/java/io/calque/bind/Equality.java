package io.calque.bind;

import io.calque.model.Feature;

/**
 * Two features that a join's condition makes equal.
 *
 * @param left a mention of an entity
 * @param leftFeature its feature
 * @param right another mention
 * @param rightFeature its feature
 */
public record Equality(
    EntityUse left, Feature leftFeature, EntityUse right, Feature rightFeature) {}
