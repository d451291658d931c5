package io.calque.rewrite;

import io.calque.model.Feature;
import java.util.Map;

/**
 * A LEFT JOIN that brings an entity the values of some of its features. It never adds or drops a
 * row of the entity.
 *
 * @param sql the join, to be appended to a FROM clause
 * @param values the SQL of each feature's value once the join is there
 */
record FeatureJoin(String sql, Map<Feature, String> values) {
  FeatureJoin {
    values = Map.copyOf(values);
  }
}
