package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.model.Feature;

/**
 * An aggregate of the user's own over one feature, whose result depends on how often joins repeat
 * the feature's rows.
 *
 * @param place the call
 * @param function its name in lower case
 * @param use whose feature it is
 * @param feature the feature
 */
public record PlainAggregate(SqlPlace place, String function, EntityUse use, Feature feature) {}
