package io.calque.schema;

import io.calque.model.Direction;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.FeatureOrigin;
import io.calque.model.Hop;
import io.calque.model.Join;
import io.calque.model.Metric;
import io.calque.model.PreAggregate;
import io.calque.model.Relationship;
import io.calque.schema.MetaTable.Column;
import io.calque.schema.MetaTable.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a model down as tables: the one list of what the schema {@code meta} shows. */
final class MetaTables {
  private MetaTables() {}

  static List<MetaTable> of(SemanticSchema schema) {
    return List.of(
        entities(schema),
        features(schema),
        metrics(schema),
        aggregates(schema),
        relationships(schema),
        joins(schema),
        joinSteps(schema),
        Lineage.table(schema));
  }

  private static MetaTable entities(SemanticSchema schema) {
    List<List<Object>> rows = new ArrayList<>();
    for (EntityTable table : schema.entities()) {
      Entity entity = table.entity();
      rows.add(
          row(
              entity.name(),
              entity.description(),
              entity.source().toString(),
              String.join(", ", entity.keys()),
              String.join(", ", entity.aliases())));
    }
    return new MetaTable(
        "entities",
        "What the model's tables are",
        List.of(
            text("name", "The entity"),
            text("description", "What a row of it is"),
            text("source", "The warehouse's table, or the query, that gives it its rows"),
            text("keys", "The features that together identify a row"),
            text("aliases", "Its other names")),
        List.of("name"),
        rows);
  }

  private static MetaTable features(SemanticSchema schema) {
    List<List<Object>> rows = new ArrayList<>();
    for (EntityTable table : schema.entities()) {
      int position = 0;
      for (Feature feature : table.columns()) {
        rows.add(
            row(
                table.entity().name(),
                feature.name(),
                ++position,
                kind(feature),
                lower(feature.info().dataType().map(Enum::name)),
                feature.info().description(),
                table.entity().keys().stream().anyMatch(feature.name()::equalsIgnoreCase),
                definition(feature)));
      }
    }
    return new MetaTable(
            "features",
            "The columns of the entities",
            List.of(
                text("entity", "The entity it belongs to"),
                text("name", "The feature"),
                number("position", "Its place in the entity, from 1"),
                text("kind", "field, formula, metric or first_last"),
                text("data_type", "The declared type"),
                text("description", "What it means"),
                new Column("is_key", Type.FLAG, "Whether it is part of the entity's key"),
                text("definition", "Where its values come from")),
            List.of("entity", "name"),
            rows)
        .refersTo("entities", "entity");
  }

  private static MetaTable metrics(SemanticSchema schema) {
    List<List<Object>> rows = new ArrayList<>();
    for (EntityTable table : schema.entities()) {
      for (Metric metric : table.entity().metrics()) {
        rows.add(
            row(
                table.entity().name(),
                metric.name(),
                lower(metric.dataType().map(Enum::name)),
                metric.description(),
                metric.sql().written()));
      }
    }
    return new MetaTable(
            "metrics",
            "What can be asked for with METRIC('name')",
            List.of(
                text("entity", "The entity whose rows it aggregates"),
                text("name", "The metric"),
                text("data_type", "The declared type"),
                text("description", "What it means"),
                text("definition", "The aggregate expression")),
            List.of("entity", "name"),
            rows)
        .refersTo("entities", "entity");
  }

  private static MetaTable aggregates(SemanticSchema schema) {
    List<List<Object>> rows = new ArrayList<>();
    for (EntityTable table : schema.entities()) {
      for (PreAggregate each : table.entity().preAggregates()) {
        rows.add(
            row(
                table.entity().name(),
                each.name(),
                each.table().toString(),
                String.join(", ", each.grain()),
                each.metrics().stream()
                    .map(PreAggregate.Stored::metric)
                    .collect(Collectors.joining(", ")),
                each.description()));
      }
    }
    return new MetaTable(
            "aggregates",
            "The pre-aggregated tables, which answer queries for metrics where they can",
            List.of(
                text("entity", "The entity whose rows are aggregated"),
                text("name", "The pre-aggregated table"),
                text("stored_in", "The warehouse's table"),
                text("grain", "The features of which it has a row for each combination"),
                text("metrics", "The metrics that it stores"),
                text("description", "What it is for")),
            List.of("entity", "name"),
            rows)
        .refersTo("entities", "entity");
  }

  private static MetaTable relationships(SemanticSchema schema) {
    List<List<Object>> rows = new ArrayList<>();
    for (Relationship relationship : schema.model().relationships()) {
      rows.add(
          row(
              relationship.name(),
              relationship.left(),
              relationship.right(),
              relationship.cardinality().name().toLowerCase(Locale.ROOT),
              relationship.description(),
              relationship.isReversible()));
    }
    return new MetaTable(
            "relationships",
            "How the entities relate",
            List.of(
                text("name", "The relationship"),
                text("source", "The entity on the left"),
                text("destination", "The entity on the right"),
                text("cardinality", "From left to right"),
                text("description", "What it means"),
                new Column("is_reversible", Type.FLAG, "Whether it leads from right to left too")),
            List.of("name"),
            rows)
        .refersTo("entities", "source")
        .refersTo("entities", "destination");
  }

  private static MetaTable joins(SemanticSchema schema) {
    Map<Join, String> bridges = new IdentityHashMap<>();
    schema.bridges().forEach(bridge -> bridges.put(bridge.join(), bridge.name()));
    List<List<Object>> rows = new ArrayList<>();
    for (Relationship relationship : schema.model().relationships()) {
      for (Join join : relationship.joins()) {
        rows.add(
            row(
                relationship.name(),
                join.name(),
                join.isDefault(),
                join.path().isDirect() ? "direct" : "lookup",
                join.description(),
                bridges.get(join),
                relationship.isReversible()
                    ? join.name(Direction.REVERSED, relationship.isSelf())
                    : null,
                join.cardinality().name().toLowerCase(Locale.ROOT)));
      }
    }
    return new MetaTable(
            "joins",
            "The ways to join the entities of a relationship",
            List.of(
                text("relationship", "The relationship it belongs to"),
                text("name", "What USING ('name') takes"),
                new Column("is_default", Type.FLAG, "Whether JOIN alone means it"),
                text("kind", "direct or lookup"),
                text("description", "What it means"),
                text("bridge", "The table of the schema bridges that shows its pairs"),
                text("reverse_name", "What USING ('name') takes from right to left"),
                text("cardinality", "From left to right")),
            List.of("relationship", "name"),
            rows)
        .refersTo("relationships", "relationship");
  }

  private static MetaTable joinSteps(SemanticSchema schema) {
    List<List<Object>> rows = new ArrayList<>();
    for (Relationship relationship : schema.model().relationships()) {
      for (Join join : relationship.joins()) {
        int step = 0;
        for (Hop hop : join.path().hops()) {
          rows.add(
              row(
                  relationship.name(),
                  join.name(),
                  step + 1,
                  join.path().nodes().get(step).toString(),
                  join.path().nodes().get(step + 1).toString(),
                  hop.predicate().written()));
          step++;
        }
      }
    }
    return new MetaTable(
            "join_steps",
            "What a join goes through, step by step",
            List.of(
                text("relationship", "The relationship"),
                text("join_name", "The join"),
                number("step", "From 1, in the direction that is declared"),
                text("source", "The entity or table before the step"),
                text("destination", "The entity or table after it"),
                text("condition", "The condition between the two")),
            List.of("relationship", "join_name", "step"),
            rows)
        .refersTo("joins", "relationship", "join_name");
  }

  private static String kind(Feature feature) {
    if (feature instanceof Feature.FormulaFeature) {
      return "formula";
    }
    if (feature instanceof Feature.MetricFeature) {
      return "metric";
    }
    return feature instanceof Feature.FirstLastFeature ? "first_last" : "field";
  }

  private static String definition(Feature feature) {
    if (feature instanceof Feature.FormulaFeature formula) {
      return formula.sql().written();
    }
    if (feature instanceof Feature.MetricFeature metric) {
      return "METRIC('%s') of %s".formatted(metric.metric(), source(metric.origin()));
    }
    if (feature instanceof Feature.FirstLastFeature firstLast) {
      return "%s %s of %s by %s"
          .formatted(
              firstLast.method().name().toLowerCase(Locale.ROOT),
              firstLast.field(),
              source(firstLast.origin()),
              firstLast.sortBy());
    }
    Feature.FieldFeature field = (Feature.FieldFeature) feature;
    return field.origin() instanceof FeatureOrigin.KeySource
        ? field.field()
        : field.field() + " of " + source(field.origin());
  }

  private static String source(FeatureOrigin origin) {
    if (origin instanceof FeatureOrigin.RelatedEntity entity) {
      return entity.entity();
    }
    return origin instanceof FeatureOrigin.RelatedTable table
        ? table.source().table().toString()
        : "";
  }

  private static String lower(Optional<String> name) {
    return name.map(text -> text.toLowerCase(Locale.ROOT)).orElse(null);
  }

  static Column text(String name, String remarks) {
    return new Column(name, Type.TEXT, remarks);
  }

  private static Column number(String name, String remarks) {
    return new Column(name, Type.NUMBER, remarks);
  }

  static List<Object> row(Object... values) {
    return Collections.unmodifiableList(Arrays.asList(values));
  }
}
