package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.model.Feature;
import java.util.Optional;

/**
 * A name in the query that means a feature.
 *
 * @param place the whole name with its qualifier, but without fields of a struct that follow
 * @param use whose feature it is; empty if it is a column of a subquery that bears a feature's name
 * @param qualifier the alias as the user qualified the name, if at all
 * @param feature the feature
 */
public record BoundName(
    SqlPlace place, Optional<EntityUse> use, Optional<String> qualifier, Feature feature) {}
