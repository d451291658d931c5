package io.calque.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A snippet of the warehouse's SQL with holes in it: a join condition, a formula, a metric, a
 * filter. Everything but the holes is passed to the warehouse as it stands.
 *
 * @param parts the snippet in order; filling each hole and joining the parts gives the SQL
 * @param place where the snippet begins
 */
public record SqlTemplate(List<Part> parts, Place place) {
  /** A piece of a template. */
  public sealed interface Part {}

  /** SQL of the warehouse, as written. */
  public record Text(String sql) implements Part {}

  /** {@code {source}.{name}} or {@code {destination}.{name}}: a feature or column of that side. */
  public record SideRef(Side side, String name) implements Part {}

  /** {@code {name}}: a feature of the owning entity. */
  public record FeatureRef(String name) implements Part {}

  /** {@code METRIC('name')}: a metric of the owning entity. */
  public record MetricRef(String name) implements Part {}

  public SqlTemplate {
    parts = List.copyOf(parts);
  }

  /** The snippet with its holes, as its author wrote it. */
  public String written() {
    return parts.stream().map(SqlTemplate::written).collect(Collectors.joining()).strip();
  }

  private static String written(Part part) {
    if (part instanceof Text text) {
      return text.sql();
    }
    if (part instanceof SideRef ref) {
      return "{%s}.{%s}".formatted(ref.side().name().toLowerCase(Locale.ROOT), ref.name());
    }
    return part instanceof FeatureRef ref
        ? "{" + ref.name() + "}"
        : "METRIC('" + ((MetricRef) part).name() + "')";
  }

  /** The names of the features that {@code {name}} holes ask for, each once, in order. */
  public List<String> featureRefs() {
    return parts.stream()
        .filter(FeatureRef.class::isInstance)
        .map(part -> ((FeatureRef) part).name())
        .distinct()
        .toList();
  }

  /** The names that {@code {side}.{name}} holes ask for on one side, each once, in order. */
  public List<String> sideRefs(Side side) {
    List<String> names = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof SideRef ref && ref.side() == side && !names.contains(ref.name())) {
        names.add(ref.name());
      }
    }
    return List.copyOf(names);
  }

  /** The names of the metrics that {@code METRIC('name')} holes ask for, each once, in order. */
  public List<String> metricRefs() {
    return parts.stream()
        .filter(MetricRef.class::isInstance)
        .map(part -> ((MetricRef) part).name())
        .distinct()
        .toList();
  }
}
