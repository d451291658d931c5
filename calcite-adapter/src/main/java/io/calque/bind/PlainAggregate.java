package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.model.Feature;
import java.util.Optional;

/**
 * An aggregate of the user's own over one entity's features, whose result may depend on how often
 * joins repeat the entity's rows.
 *
 * @param place the call
 * @param function its name in lower case
 * @param use whose features it aggregates
 * @param feature the feature, if its argument is nothing else
 */
public record PlainAggregate(
    SqlPlace place, String function, EntityUse use, Optional<Feature> feature) {}
