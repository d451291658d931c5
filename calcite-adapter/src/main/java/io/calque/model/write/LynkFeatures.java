package io.calque.model.write;

import io.calque.model.DataType;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.Feature.FirstLastFeature;
import io.calque.model.Feature.FormulaFeature;
import io.calque.model.Feature.MetricFeature;
import io.calque.model.FeatureInfo;
import io.calque.model.FeatureOrigin;
import io.calque.model.FeatureOrigin.RelatedEntity;
import io.calque.model.FeatureOrigin.RelatedTable;
import io.calque.model.Filter;
import io.calque.model.Filter.FieldFilter;
import io.calque.model.Filter.Literal;
import io.calque.model.Filter.SqlFilter;
import io.calque.model.TableName;
import io.calque.model.read.TableNames;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the features of one entity. */
final class LynkFeatures {
  private final Entity entity;

  LynkFeatures(Entity entity) {
    this.entity = entity;
  }

  YamlMap feature(Feature feature) {
    YamlMap map = new YamlMap();
    if (feature instanceof FieldFeature field) {
      head(map, "field", field.info());
      origin(map, field.origin());
      boolean raw = field.isExpression() || field.origin() instanceof RelatedEntity;
      map.text("field", raw ? field.field() : column(field.field()));
      filters(map, field.filters());
    } else if (feature instanceof MetricFeature metric) {
      head(map, "metric", metric.info());
      origin(map, metric.origin());
      map.text("metric", metric.metric());
      filters(map, metric.filters());
    } else if (feature instanceof FirstLastFeature firstLast) {
      head(map, "first_last", firstLast.info());
      origin(map, firstLast.origin());
      map.yaml("options", options(firstLast));
      filters(map, firstLast.filters());
    } else {
      FormulaFeature formula = (FormulaFeature) feature;
      head(map, "formula", formula.info());
      map.text("sql", LynkSql.of(formula.sql()));
    }
    return map;
  }

  private static void head(YamlMap map, String type, FeatureInfo info) {
    map.text("type", type).text("name", info.name());
    info.dataType().ifPresent(dataType -> map.text("data_type", LynkWriter.word(dataType)));
    if (info.queryable() == info.name().startsWith("_")) {
      map.yaml("queryable", String.valueOf(info.queryable()));
    }
    map.text("description", info.description());
  }

  private void origin(YamlMap map, FeatureOrigin origin) {
    if (origin instanceof RelatedTable table) {
      map.text("source", TableNames.written(table.source().table()));
      map.text("join_name", table.join().name());
    } else if (origin instanceof RelatedEntity related) {
      map.text("source", related.entity());
      map.text("join_name", related.traversal().joinName());
    } else {
      map.text(
          "source",
          entity.source() instanceof TableName table ? TableNames.written(table) : "query");
    }
  }

  private static String column(String column) {
    return TableNames.writtenColumn(column).orElse(column);
  }

  private static String options(FirstLastFeature feature) {
    boolean raw = feature.origin() instanceof RelatedEntity;
    String options =
        "{method: %s, sort_by: %s, field: %s"
            .formatted(
                LynkWriter.word(feature.method()),
                YamlText.of(raw ? feature.sortBy() : column(feature.sortBy())),
                YamlText.of(raw ? feature.field() : column(feature.field())));
    return options + (feature.offset() == 1 ? "}" : ", offset: " + feature.offset() + "}");
  }

  private static void filters(YamlMap map, List<Filter> filters) {
    if (!filters.isEmpty()) {
      map.yaml(
          "filters",
          filters.stream().map(LynkFeatures::filter).collect(Collectors.joining(", ", "[", "]")));
    }
  }

  private static String filter(Filter filter) {
    if (filter instanceof SqlFilter sql) {
      return "{type: sql, sql: " + YamlText.quoted(LynkSql.of(sql.sql())) + "}";
    }
    FieldFilter field = (FieldFilter) filter;
    String values =
        field.values().isEmpty()
            ? ""
            : field.values().stream()
                .map(LynkFeatures::literal)
                .collect(Collectors.joining(", ", ", values: [", "]"));
    return "{type: field, field: %s, operator: %s%s}"
        .formatted(YamlText.of(field.field()), LynkWriter.word(field.operator()), values);
  }

  /** A number without quotes is a number to whoever does not know the column's type. */
  private static String literal(Literal literal) {
    boolean plain = literal.type() == DataType.NUMBER || literal.type() == DataType.BOOLEAN;
    return plain ? literal.text() : YamlText.quoted(literal.text());
  }
}
