package io.calque.warehouses;

import io.calque.cli.init.FirstModel;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.FeatureOrigin;
import io.calque.model.Join;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a first model says, in lines that a test can compare. */
final class FirstModelShown {
  private FirstModelShown() {}

  /** Each entity with its key: {@code customer(c_custkey)}. */
  static List<String> keys(FirstModel first) {
    return first.model().entities().stream()
        .map(entity -> entity.name() + "(" + String.join(", ", entity.keys()) + ")")
        .sorted()
        .toList();
  }

  /** Each join: {@code customer-order one_to_many c_custkey = o_custkey}. */
  static List<String> joins(FirstModel first) {
    List<String> joins = new ArrayList<>();
    for (Relationship relationship : first.model().relationships()) {
      for (Join join : relationship.joins()) {
        joins.add(
            "%s %s %s"
                .formatted(
                    relationship.name(),
                    join.cardinality().name().toLowerCase(Locale.ROOT),
                    conditions(join)));
      }
    }
    return joins.stream().sorted().toList();
  }

  private static String conditions(Join join) {
    return join.path().hops().stream()
        .map(hop -> hop.predicate().written().replaceAll("\\{(source|destination)}\\.|[{}]", ""))
        .collect(Collectors.joining(" / "));
  }

  /** The notes on a part of the model, as its files have them. */
  static List<String> notes(FirstModel first, String part) {
    return first.notes().parts().getOrDefault(part, List.of());
  }

  /**
   * The features of an entity that are read from another one: {@code nation_name: nation.n_name}.
   */
  static List<String> toOneFields(SemanticModel model, String entity) {
    Entity found = model.entity(entity).orElseThrow();
    List<String> fields = new ArrayList<>();
    for (Feature feature : found.features()) {
      if (feature instanceof Feature.FieldFeature field
          && field.origin() instanceof FeatureOrigin.RelatedEntity related) {
        fields.add(feature.name() + ": " + related.entity() + "." + field.field());
      }
    }
    return fields;
  }
}
