package io.calque.schema;

import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.Feature.FirstLastFeature;
import io.calque.model.Feature.FormulaFeature;
import io.calque.model.Feature.MetricFeature;
import io.calque.model.FeatureOrigin;
import io.calque.model.Filter;
import io.calque.model.Metric;
import io.calque.model.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Follows the values of features down to the columns of the warehouse, through any depth. */
final class Lineage {
  /** A column of a table that a feature's values depend on. */
  private record Leaf(String table, String column) {}

  private final SemanticSchema schema;

  private Lineage(SemanticSchema schema) {
    this.schema = schema;
  }

  static MetaTable table(SemanticSchema schema) {
    Lineage lineage = new Lineage(schema);
    List<List<Object>> rows = new ArrayList<>();
    for (EntityTable table : schema.entities()) {
      for (Feature feature : table.columns()) {
        Set<Leaf> leaves = new LinkedHashSet<>();
        lineage.follow(table.entity(), feature, leaves);
        leaves.forEach(
            leaf ->
                rows.add(
                    MetaTables.row(
                        table.entity().name(), feature.name(), leaf.table(), leaf.column())));
      }
    }
    return new MetaTable(
            "lineage",
            "The columns of the warehouse that features are made of",
            List.of(
                MetaTables.text("entity", "The entity"),
                MetaTables.text("feature", "The feature"),
                MetaTables.text("table_name", "The warehouse's table"),
                MetaTables.text("column_name", "The column, or the expression over its columns")),
            List.of("entity", "feature", "table_name", "column_name"),
            rows)
        .refersTo("features", "entity", "feature");
  }

  private void follow(Entity entity, Feature feature, Set<Leaf> into) {
    if (feature instanceof FormulaFeature formula) {
      formula.sql().featureRefs().forEach(name -> follow(entity, name, into));
    } else if (feature instanceof FieldFeature field) {
      followSource(entity, field.origin(), Stream.of(field.field()), field.filters(), into);
    } else if (feature instanceof FirstLastFeature firstLast) {
      followSource(
          entity,
          firstLast.origin(),
          Stream.of(firstLast.field(), firstLast.sortBy()),
          firstLast.filters(),
          into);
    } else if (feature instanceof MetricFeature metric) {
      Entity source = schema.entity(metric.origin().entity()).orElseThrow().entity();
      follow(source, source.metric(metric.metric()).orElseThrow(), into);
      followSource(entity, metric.origin(), Stream.of(), metric.filters(), into);
    }
  }

  private void follow(Entity entity, String feature, Set<Leaf> into) {
    follow(entity, entity.feature(feature).orElseThrow(), into);
  }

  private void follow(Entity entity, Metric metric, Set<Leaf> into) {
    metric.sql().featureRefs().forEach(name -> follow(entity, name, into));
    metric
        .sql()
        .metricRefs()
        .forEach(name -> follow(entity, entity.metric(name).orElseThrow(), into));
  }

  private void followSource(
      Entity owner,
      FeatureOrigin origin,
      Stream<String> fields,
      List<Filter> filters,
      Set<Leaf> into) {
    Stream<String> names =
        Stream.concat(
            fields,
            filters.stream()
                .flatMap(
                    filter ->
                        filter instanceof Filter.SqlFilter sql
                            ? sql.sql().sideRefs(Side.SOURCE).stream()
                            : Stream.of(((Filter.FieldFilter) filter).field())));
    if (origin instanceof FeatureOrigin.RelatedEntity related) {
      Entity source = schema.entity(related.entity()).orElseThrow().entity();
      names.forEach(name -> follow(source, name, into));
    } else {
      String table =
          origin instanceof FeatureOrigin.RelatedTable related
              ? related.source().table().toString()
              : owner.source().toString();
      names.forEach(name -> into.add(new Leaf(table, name)));
    }
  }
}
