package io.calque.model;

import java.util.List;

/**
 * Whether one feature of an entity has one value for each value of another: a customer's region for
 * a customer's id, but not an order's date. Then a count of distinct values of the one may be added
 * up over the other, since each of them is counted in one place only.
 *
 * <p>It is so for what is brought over relationships that go by that feature alone, and for
 * formulas over such features. That a relationship leads to at most one row is trusted, as it is
 * everywhere.
 */
public final class Determination {
  private final Entity entity;

  public Determination(Entity entity) {
    this.entity = entity;
  }

  /** Whether rows that agree in one feature, which is not NULL, agree in the other. */
  public boolean determines(String feature, String other) {
    return isKey(feature) || isDetermined(feature, other);
  }

  /** Whether no two rows have one value of a feature. */
  public boolean isKey(String feature) {
    return entity.keys().size() == 1 && entity.keys().get(0).equalsIgnoreCase(feature);
  }

  private boolean isDetermined(String feature, String other) {
    if (other.equalsIgnoreCase(feature)) {
      return true;
    }
    Feature meant = entity.feature(other).orElseThrow();
    List<String> needed;
    if (meant instanceof Feature.FormulaFeature formula) {
      needed = formula.sql().featureRefs();
    } else {
      FeatureOrigin origin = origin(meant);
      if (origin instanceof FeatureOrigin.KeySource) {
        return false;
      }
      needed = nearRefs(origin);
    }
    return !needed.isEmpty() && needed.stream().allMatch(name -> isDetermined(feature, name));
  }

  private static FeatureOrigin origin(Feature feature) {
    if (feature instanceof Feature.FieldFeature field) {
      return field.origin();
    }
    return feature instanceof Feature.MetricFeature metric
        ? metric.origin()
        : ((Feature.FirstLastFeature) feature).origin();
  }

  /** What of the entity the way to an origin begins with. */
  private static List<String> nearRefs(FeatureOrigin origin) {
    if (origin instanceof FeatureOrigin.RelatedTable table) {
      return table.join().path().hops().get(0).predicate().sideRefs(Side.SOURCE);
    }
    Traversal traversal = ((FeatureOrigin.RelatedEntity) origin).traversal();
    List<Hop> hops = traversal.join().path().hops();
    return traversal.direction() == Direction.FORWARD
        ? hops.get(0).predicate().sideRefs(Side.SOURCE)
        : hops.get(hops.size() - 1).predicate().sideRefs(Side.DESTINATION);
  }
}
