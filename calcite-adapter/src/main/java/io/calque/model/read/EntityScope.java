package io.calque.model.read;

import io.calque.model.DataType;
import io.calque.model.TableName;
import io.calque.model.read.EntityDraft.MetricDraft;
import io.calque.model.read.EntityDraft.RelatedSourceDraft;
import io.calque.model.read.FeatureDraft.FieldDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The names that one entity defines, by lower case, each once. */
final class EntityScope {
  private final EntityDraft draft;
  private final Map<String, FeatureDraft> features = new LinkedHashMap<>();
  private final Map<String, MetricDraft> metrics = new LinkedHashMap<>();
  private final Map<String, RelatedSourceDraft> relatedSources = new LinkedHashMap<>();
  private final Map<String, Written> keyColumns = new LinkedHashMap<>();

  /** What was found for a source; an entity's features have few of them. */
  private final Map<String, Boolean> ownSources = new ConcurrentHashMap<>();

  private EntityScope(EntityDraft draft) {
    this.draft = draft;
  }

  /** The scope; of two definitions with one name the first counts, with a problem. */
  static EntityScope of(EntityDraft draft, Problems problems, LeftOut leftOut) {
    EntityScope scope = new EntityScope(draft);
    String entity = draft.name().text();
    for (FeatureDraft feature : draft.features()) {
      FeatureDraft earlier = scope.features.putIfAbsent(Unit.lower(feature.name()), feature);
      if (earlier != null) {
        problems.add(
            Rule.DUPLICATE_FEATURE,
            feature.head().name().place(),
            entity,
            entity
                + " has a second feature "
                + feature.name()
                + "; the first is at "
                + earlier.head().name().place(),
            "rename one of the two");
      }
    }
    for (MetricDraft metric : draft.metrics()) {
      MetricDraft earlier = scope.metrics.putIfAbsent(Unit.lower(metric.name().text()), metric);
      if (earlier != null) {
        problems.add(
            Rule.DUPLICATE_METRIC,
            metric.name().place(),
            entity,
            entity
                + " has a second metric "
                + metric.name()
                + "; the first is at "
                + earlier.name().place(),
            "rename one of the two");
      }
    }
    for (RelatedSourceDraft source : draft.relatedSources()) {
      RelatedSourceDraft earlier =
          scope.relatedSources.putIfAbsent(Unit.lower(source.table().toString()), source);
      if (earlier != null) {
        problems.add(
            Rule.DUPLICATE_KEY,
            source.place(),
            entity,
            source.table() + " is a related source twice; first at " + earlier.place(),
            "put the joins of both under one of them");
      }
    }
    for (Written key : draft.keys()) {
      boolean isFeature =
          scope.features.containsKey(Unit.lower(key.text()))
              || leftOut.contains(Unit.feature(entity, key.text()));
      if (!isFeature) {
        scope.keyColumns.putIfAbsent(Unit.lower(key.text()), key);
      }
    }
    return scope;
  }

  EntityDraft draft() {
    return draft;
  }

  String name() {
    return draft.name().text();
  }

  /** The features, each once, in file order. */
  List<FeatureDraft> features() {
    return List.copyOf(features.values());
  }

  /** The metrics, each once, in file order. */
  List<MetricDraft> metrics() {
    return List.copyOf(metrics.values());
  }

  /** The related sources, each once, in file order. */
  List<RelatedSourceDraft> relatedSources() {
    return List.copyOf(relatedSources.values());
  }

  /** The keys that no feature is called by: columns of the key_source. */
  List<Written> keyColumns() {
    return List.copyOf(keyColumns.values());
  }

  Optional<FeatureDraft> feature(String name) {
    return Optional.ofNullable(features.get(Unit.lower(name)));
  }

  /** Whether definitions can name it: a feature, or a key column. */
  boolean hasFeature(String name) {
    String lower = Unit.lower(name);
    return features.containsKey(lower) || keyColumns.containsKey(lower);
  }

  Optional<MetricDraft> metric(String name) {
    return Optional.ofNullable(metrics.get(Unit.lower(name)));
  }

  Optional<RelatedSourceDraft> relatedSource(TableName table) {
    return Optional.ofNullable(relatedSources.get(Unit.lower(table.toString())));
  }

  List<String> featureNames() {
    List<String> names = new ArrayList<>();
    features.values().forEach(feature -> names.add(feature.name()));
    keyColumns.values().forEach(key -> names.add(key.text()));
    return names;
  }

  List<String> metricNames() {
    return metrics.values().stream().map(metric -> metric.name().text()).toList();
  }

  Optional<DataType> dataType(String feature) {
    return feature(feature).flatMap(found -> found.head().dataType());
  }

  /** The feature that is a column of the entity's own table, if there is one. */
  Optional<String> featureOf(String column) {
    return features.values().stream()
        .filter(FieldDraft.class::isInstance)
        .map(FieldDraft.class::cast)
        .filter(field -> isOwnSource(field.origin().source().text()))
        .filter(field -> field.field().text().strip().equalsIgnoreCase(column))
        .map(FeatureDraft::name)
        .findFirst();
  }

  /** Whether that is how features call the entity's own table or query. */
  boolean isOwnSource(String source) {
    return ownSources.computeIfAbsent(source, this::namesOwnSource);
  }

  private boolean namesOwnSource(String source) {
    return draft.source() instanceof TableName own
        ? TableNames.parse(source).filter(own::matches).isPresent()
        : source.equalsIgnoreCase(EntityDraft.OWN_QUERY);
  }
}
