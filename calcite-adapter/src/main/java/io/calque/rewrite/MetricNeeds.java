package io.calque.rewrite;

import io.calque.bind.EntityUse;
import io.calque.model.Feature;
import io.calque.rewrite.MetricPlan.PlannedCall;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the metrics need of the entities besides the features that they aggregate.
 *
 * @param keys the keys that tell an entity's rows apart
 * @param marked the entities whose rows have to be told from null-extended ones
 */
record MetricNeeds(Map<EntityUse, List<Feature>> keys, Set<EntityUse> marked) {
  static MetricNeeds of(List<MetricPlan> plans) {
    Map<EntityUse, List<Feature>> keys = new HashMap<>();
    Set<EntityUse> marked = new HashSet<>();
    for (MetricPlan plan : plans) {
      for (PlannedCall planned : plan.calls()) {
        EntityUse use = planned.call().use();
        if (plan.marks() || use.isNullable()) {
          marked.add(use);
        }
        if (planned.needsKeys()) {
          keys.put(
              use,
              use.entity().keys().stream()
                  .map(key -> use.entity().feature(key).orElseThrow())
                  .toList());
        }
      }
    }
    return new MetricNeeds(Map.copyOf(keys), Set.copyOf(marked));
  }
}
