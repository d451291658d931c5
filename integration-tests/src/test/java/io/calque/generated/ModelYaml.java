package io.calque.generated;

import io.calque.generated.Relationship.Hop;
import io.calque.generated.Relationship.Join;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A generated model as Calque reads it. */
final class ModelYaml {
  private static final Function<Expr.Column, String> NAMING =
      column ->
          column.owner().isEmpty()
              ? "{" + column.name() + "}"
              : "{" + column.owner() + "}.{" + column.name() + "}";

  private ModelYaml() {}

  static String relationships(List<Relationship> relationships) {
    return "relationships:\n"
        + relationships.stream()
            .map(r -> "  " + r.left() + "-" + r.right() + ":\n" + body(r, "    "))
            .collect(Collectors.joining());
  }

  private static String body(Relationship relationship, String indent) {
    return relationship.joins().stream()
        .map(join -> indent + "  - " + join(join, indent + "      ") + "\n")
        .collect(
            Collectors.joining(
                "",
                "%srelationship: %s\n%sdescription: ''\n%sjoins:\n"
                    .formatted(
                        indent,
                        relationship.cardinality().name().toLowerCase(Locale.ROOT),
                        indent,
                        indent),
                ""));
  }

  private static String join(Join join, String indent) {
    String head =
        "{name: %s, default: %s, join_type: %s, "
            .formatted(join.name(), join.isDefault(), join.joinType());
    if (!join.lookup()) {
      return head + "type: sql, sql: " + quoted(join.hops().get(0).condition()) + "}";
    }
    return join.hops().stream()
        .map(ModelYaml::hop)
        .collect(
            Collectors.joining(",\n" + indent, head + "type: lookup, lookup: [\n" + indent, "]}"));
  }

  private static String hop(Hop hop) {
    return "{destination: %s, type: sql, sql: %s}"
        .formatted(hop.destination(), quoted(hop.condition()));
  }

  static String entity(Entity entity) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("name: ").append(entity.name()).append("\ndescription: ''\nkey_source: ");
    yaml.append(entity.table()).append("\nkeys: ").append(entity.keys()).append("\nfeatures:\n");
    for (Feature feature : entity.features()) {
      yaml.append("  - {type: ").append(feature(entity, feature)).append("}\n");
    }
    if (!entity.metrics().isEmpty()) {
      yaml.append("metrics:\n");
    }
    for (Entity.Metric metric : entity.metrics()) {
      yaml.append(
          "  - {name: %s, description: '', sql: %s}\n"
              .formatted(metric.name(), quoted(metric.sql())));
    }
    if (!entity.relatedSources().isEmpty()) {
      yaml.append("related_sources:\n");
    }
    for (Relationship related : entity.relatedSources()) {
      yaml.append("  ").append(related.right()).append(":\n").append(body(related, "    "));
    }
    return yaml.toString();
  }

  private static String feature(Entity entity, Feature feature) {
    if (feature instanceof Feature.Own own) {
      return head("field", own) + ", source: " + entity.table() + ", field: " + own.column();
    }
    if (feature instanceof Feature.Formula formula) {
      return head("formula", formula) + ", sql: " + quoted(formula.sql());
    }
    if (feature instanceof Feature.ToOne toOne) {
      return related("field", toOne) + ", field: " + toOne.field() + filters(toOne);
    }
    if (feature instanceof Feature.Metric metric) {
      return related("metric", metric) + ", metric: " + metric.metric() + filters(metric);
    }
    Feature.FirstLast firstLast = (Feature.FirstLast) feature;
    return related("first_last", firstLast)
        + ", options: {method: %s, sort_by: %s, field: %s, data_type: %s, offset: %d}"
            .formatted(
                firstLast.last() ? "last" : "first",
                firstLast.sortBy(),
                firstLast.field(),
                firstLast.type().dataType(),
                firstLast.offset())
        + filters(firstLast);
  }

  private static String head(String type, Feature feature) {
    return "%s, name: %s, data_type: %s, description: ''"
        .formatted(type, feature.name(), feature.type().dataType());
  }

  private static String related(String type, Feature.Related feature) {
    return head(type, feature)
        + ", source: "
        + feature.source()
        + (feature.join() == null ? "" : ", join_name: " + feature.join());
  }

  private static String filters(Feature.Related feature) {
    if (feature.filters().isEmpty()) {
      return "";
    }
    return feature.filters().stream()
        .map(ModelYaml::filter)
        .collect(Collectors.joining(", ", ", filters: [", "]"));
  }

  private static String filter(Filter filter) {
    if (filter instanceof Filter.Field field) {
      String values = field.values().isEmpty() ? "" : ", values: " + field.values();
      return "{type: field, field: "
          + field.field()
          + ", operator: "
          + field.operator()
          + values
          + "}";
    }
    return "{type: sql, sql: " + quoted(filter.condition()) + "}";
  }

  private static String quoted(Expr expression) {
    return '"' + expression.sql(NAMING).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
