package io.calque.model.read;

import io.calque.model.Feature;
import io.calque.model.FeatureOrigin;
import java.util.Optional;
import java.util.function.Function;

/**
 * A feature that is sound by itself; what it needs may still be left out.
 *
 * @param origin empty for a formula
 * @param build makes the feature, once relationships are final; a formula ignores what it is given
 */
record CheckedFeature(
    Unit unit, Optional<CheckedOrigin> origin, Function<FeatureOrigin, Feature> build) {}
