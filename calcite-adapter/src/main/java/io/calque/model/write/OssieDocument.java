package io.calque.model.write;

import io.calque.model.DataType;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.FeatureOrigin.RelatedEntity;
import io.calque.model.Metric;
import io.calque.model.SemanticModel;
import io.calque.model.Source;
import io.calque.model.SourceQuery;
import io.calque.model.SqlTemplate;
import io.calque.model.TableName;
import io.calque.model.write.OssieForeignKeys.ForeignKey;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a model as an Apache Ossie document: entities, the features that their own rows give,
 * joins that are foreign keys, and metrics. What Ossie has no place for is listed, and left out.
 */
final class OssieDocument {
  private static final String FILE = "ossie.yaml";
  private static final String VERSION = "0.2.0.dev0";

  private final SemanticModel model;
  private final Losses losses = new Losses();
  private final YamlLines yaml = new YamlLines();
  private final OssieForeignKeys keys;
  private final Set<String> metricNames = new HashSet<>();

  private OssieDocument(SemanticModel model) {
    this.model = model;
    this.keys = OssieForeignKeys.of(model, losses);
  }

  /** The model as one document. */
  static WrittenModel of(SemanticModel model) {
    return new OssieDocument(model).write();
  }

  private WrittenModel write() {
    yaml.line(0, "version: " + VERSION);
    yaml.line(0, "semantic_model:");
    yaml.item(1, "name", model.name());
    yaml.line(2, "datasets:");
    model.entities().forEach(this::dataset);
    if (!keys.all().isEmpty()) {
      yaml.line(2, "relationships:");
      keys.all().forEach(this::relationship);
    }
    List<Entity> measured =
        model.entities().stream().filter(entity -> !entity.metrics().isEmpty()).toList();
    YamlLines metrics = new YamlLines();
    measured.forEach(entity -> entity.metrics().forEach(metric -> metric(entity, metric, metrics)));
    if (!metrics.isEmpty()) {
      yaml.line(2, "metrics:");
      yaml.append(metrics);
    }
    String notes =
        losses.all().isEmpty()
            ? ""
            : losses.all().stream()
                .map(loss -> "#   " + loss.replaceAll("\\s+", " "))
                .collect(
                    Collectors.joining(
                        "\n", "# Not in this document, which has no place for it:\n", "\n"));
    return new WrittenModel(Map.of(FILE, notes + yaml), losses.all());
  }

  private void dataset(Entity entity) {
    yaml.item(3, "name", entity.name());
    yaml.entry(4, "source", source(entity.source()));
    OssieColumns columns = new OssieColumns(entity);
    List<Optional<String>> key = entity.keys().stream().map(columns::column).toList();
    if (key.stream().allMatch(Optional::isPresent) && !key.isEmpty()) {
      yaml.list(4, "primary_key", key.stream().map(Optional::get).toList());
    } else {
      losses.add(entity.name() + ": its key");
    }
    uniqueKeys(entity, key.stream().flatMap(Optional::stream).toList());
    if (!entity.description().isEmpty()) {
      yaml.entry(4, "description", entity.description());
    }
    if (!entity.aliases().isEmpty()) {
      yaml.line(4, "ai_context:");
      yaml.list(5, "synonyms", entity.aliases());
    }
    YamlLines fields = new YamlLines();
    for (Feature feature : entity.queryableFeatures()) {
      Optional<String> sql = columns.expression(feature);
      if (sql.isEmpty()) {
        losses.add(entity.name() + "." + feature.name() + ": " + kind(feature));
        continue;
      }
      fields.item(5, "name", feature.name());
      details(fields, feature.info().description(), feature.info().dataType(), sql.get());
    }
    if (!fields.isEmpty()) {
      yaml.line(4, "fields:");
      yaml.append(fields);
    }
    entity
        .relatedSources()
        .forEach(related -> losses.add(entity.name() + ": related source " + related.table()));
  }

  /** What the model's joins claim to be unique, beside the key. */
  private void uniqueKeys(Entity entity, List<String> key) {
    Set<List<String>> unique = new LinkedHashSet<>();
    for (ForeignKey foreign : keys.all()) {
      if (foreign.to().equals(entity.name())) {
        unique.add(foreign.toColumns());
      }
      if (foreign.isOneToOne() && foreign.from().equals(entity.name())) {
        unique.add(foreign.fromColumns());
      }
    }
    unique.removeIf(columns -> Set.copyOf(columns).equals(Set.copyOf(key)));
    if (!unique.isEmpty()) {
      yaml.line(4, "unique_keys:");
      unique.forEach(columns -> yaml.listItem(5, columns));
    }
  }

  private static void details(
      YamlLines yaml, String description, Optional<DataType> dataType, String sql) {
    if (!description.isEmpty()) {
      yaml.entry(6, "description", description);
    }
    dataType.map(OssieDocument::word).ifPresent(type -> yaml.entry(6, "datatype", type));
    yaml.line(6, "expression:");
    yaml.line(7, "dialects:");
    yaml.item(8, "dialect", "ANSI_SQL");
    yaml.entry(9, "expression", sql);
  }

  private static String kind(Feature feature) {
    if (feature instanceof FieldFeature field) {
      return field.origin() instanceof RelatedEntity || !field.filters().isEmpty()
          ? "it reads another entity, or filters"
          : "it reads a related source";
    }
    return feature instanceof Feature.FormulaFeature
        ? "it is made of features that are not in the document"
        : feature instanceof Feature.MetricFeature
            ? "it aggregates another entity"
            : "it picks a row of another entity";
  }

  private static String source(Source source) {
    if (source instanceof SourceQuery query) {
      return query.sql().strip();
    }
    return ((TableName) source)
        .parts().stream().map(OssieColumns::quoted).collect(Collectors.joining("."));
  }

  private static String word(DataType type) {
    return switch (type) {
      case STRING -> "String";
      case NUMBER -> "Decimal";
      case BOOLEAN -> "Boolean";
      case DATETIME -> "DateTime";
    };
  }

  private void relationship(ForeignKey key) {
    yaml.item(3, "name", key.name());
    yaml.entry(4, "from", key.from());
    yaml.entry(4, "to", key.to());
    yaml.list(4, "from_columns", key.fromColumns());
    yaml.list(4, "to_columns", key.toColumns());
  }

  private void metric(Entity entity, Metric metric, YamlLines into) {
    Optional<String> sql = sql(entity, metric.sql());
    String label = "metric " + entity.name() + "." + metric.name();
    if (sql.isEmpty()) {
      losses.add(label + ": it uses features that are not in the document");
      return;
    }
    String name = metric.name();
    if (!metricNames.add(name.toLowerCase(Locale.ROOT))) {
      name = entity.name() + "_" + name;
      metricNames.add(name.toLowerCase(Locale.ROOT));
      losses.add(label + ": another metric has its name, so it is called " + name);
    }
    into.item(3, "name", name);
    if (!metric.description().isEmpty()) {
      into.entry(4, "description", metric.description());
    }
    metric.dataType().map(OssieDocument::word).ifPresent(type -> into.entry(4, "datatype", type));
    into.line(4, "expression:");
    into.line(5, "dialects:");
    into.item(6, "dialect", "ANSI_SQL");
    into.entry(7, "expression", sql.get());
  }

  /** The metric with the dataset before each field; empty if it needs what is not there. */
  private Optional<String> sql(Entity entity, SqlTemplate template) {
    StringBuilder sql = new StringBuilder();
    boolean named = false;
    for (SqlTemplate.Part part : template.parts()) {
      Optional<String> piece;
      if (part instanceof SqlTemplate.Text text) {
        piece = Optional.of(text.sql());
      } else if (part instanceof SqlTemplate.MetricRef ref) {
        piece =
            entity
                .metric(ref.name())
                .flatMap(other -> sql(entity, other.sql()))
                .map(other -> "(" + other + ")");
        named = true;
      } else {
        piece =
            entity.feature(((SqlTemplate.FeatureRef) part).name()).flatMap(f -> field(entity, f));
        named = true;
      }
      if (piece.isEmpty()) {
        return Optional.empty();
      }
      sql.append(piece.get());
    }
    return named ? Optional.of(sql.toString()) : countOfRows(entity, sql.toString());
  }

  /** An aggregate that names no field would belong to no dataset: rows are counted by their key. */
  private Optional<String> countOfRows(Entity entity, String sql) {
    boolean rows = sql.strip().matches("(?i)COUNT\\s*\\(\\s*\\*\\s*\\)");
    return rows && entity.keys().size() == 1
        ? entity
            .feature(entity.keys().get(0))
            .flatMap(key -> field(entity, key))
            .map(key -> "COUNT(" + key + ")")
        : Optional.empty();
  }

  private Optional<String> field(Entity entity, Feature feature) {
    if (feature.info().queryable()) {
      return new OssieColumns(entity).expression(feature).isPresent()
          ? Optional.of(name(entity, feature.name()))
          : related(feature);
    }
    return new OssieColumns(entity)
        .column(feature.name())
        .map(column -> name(entity, column))
        .or(() -> related(feature));
  }

  /** A field of an entity to which one foreign key leads. */
  private Optional<String> related(Feature feature) {
    if (!(feature instanceof FieldFeature field)
        || !(field.origin() instanceof RelatedEntity origin)
        || !field.filters().isEmpty()) {
      return Optional.empty();
    }
    Optional<ForeignKey> key = keys.of(origin.traversal().join());
    boolean only =
        key.isPresent()
            && key.get().from().equals(origin.traversal().from())
            && origin.traversal().relationship().joins().size() == 1;
    Entity other = model.entity(origin.entity()).orElseThrow();
    return only
        ? other.feature(field.field()).flatMap(found -> field(other, found))
        : Optional.empty();
  }

  private static String name(Entity entity, String field) {
    return OssieColumns.quoted(entity.name()) + "." + OssieColumns.quoted(field);
  }
}
