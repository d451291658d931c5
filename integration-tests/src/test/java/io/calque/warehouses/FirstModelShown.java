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
public final class FirstModelShown {
  /** What identifies the rows of TPC-H's tables. */
  public static final List<String> TPCH_KEYS =
      List.of(
          "customer(c_custkey)",
          "lineitem(l_orderkey, l_linenumber)",
          "nation(n_nationkey)",
          "order(o_orderkey)",
          "part(p_partkey)",
          "partsupp(ps_partkey, ps_suppkey)",
          "region(r_regionkey)",
          "supplier(s_suppkey)");

  /**
   * How TPC-H's tables are joined, where nothing is declared. Two are true though no standard
   * declares them: a line's part, and its supplier.
   */
  public static final List<String> TPCH_GUESSED =
      List.of(
          "customer-order one_to_many c_custkey = o_custkey",
          "nation-customer one_to_many n_nationkey = c_nationkey",
          "nation-supplier one_to_many n_nationkey = s_nationkey",
          "order-lineitem one_to_many o_orderkey = l_orderkey",
          "part-lineitem one_to_many p_partkey = l_partkey",
          "part-partsupp one_to_many p_partkey = ps_partkey",
          "partsupp-lineitem one_to_many ps_partkey = l_partkey AND ps_suppkey = l_suppkey",
          "region-nation one_to_many r_regionkey = n_regionkey",
          "supplier-lineitem one_to_many s_suppkey = l_suppkey",
          "supplier-partsupp one_to_many s_suppkey = ps_suppkey");

  private FirstModelShown() {}

  /** Each entity with its key: {@code customer(c_custkey)}. */
  public static List<String> keys(FirstModel first) {
    return first.model().entities().stream()
        .map(entity -> entity.name() + "(" + String.join(", ", entity.keys()) + ")")
        .sorted()
        .toList();
  }

  /** Each join: {@code customer-order one_to_many c_custkey = o_custkey}. */
  public static List<String> joins(FirstModel first) {
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
