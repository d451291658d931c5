package io.calque.model.read;

import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.FeatureInfo;
import io.calque.model.FeatureOrigin;
import io.calque.model.Metric;
import io.calque.model.RelatedSource;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import io.calque.model.Traversal;
import io.calque.model.read.CheckedOrigin.OtherEntity;
import io.calque.model.read.CheckedOrigin.OtherTable;
import io.calque.model.read.CheckedOrigin.OwnTable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes a semantic model of a draft: looks up every name, applies the rules, leaves out what is
 * unsound and what depends on it, and assembles the rest.
 */
final class ModelValidator {
  private final ModelDraft draft;
  private final String modelName;
  private final Problems problems;
  private final LeftOut leftOut;
  private final Map<CheckedRelationship, Relationship> relationships = new IdentityHashMap<>();

  ModelValidator(ModelDraft draft, String modelName, Problems problems, LeftOut leftOut) {
    this.draft = draft;
    this.modelName = modelName;
    this.problems = problems;
    this.leftOut = leftOut;
  }

  /**
   * What one entity has that is sound by itself.
   *
   * @param checks with what was found there
   */
  private record Parts(
      EntityScope scope,
      Checks checks,
      RelatedSources relatedSources,
      List<CheckedFeature> features,
      List<Metric> metrics) {}

  SemanticModel validate() {
    Directory directory = Directory.of(draft.entities(), problems, leftOut);
    Dependencies dependencies = new Dependencies();
    Checks checks = new Checks(directory, dependencies, problems, leftOut);
    Connections connections = new RelationshipValidator(checks).validate(draft.relationships());
    List<Parts> parts =
        directory.scopes().parallelStream()
            .map(scope -> parts(scope, checks.apart(), connections))
            .toList();
    parts.forEach(part -> checks.addAll(part.checks()));
    new CycleRules(dependencies, problems, leftOut).check();
    dependencies.leaveOutDependents(leftOut, problems);
    for (CheckedRelationship relationship : connections.all()) {
      relationship.finish(leftOut).ifPresent(finished -> relationships.put(relationship, finished));
    }
    List<Relationship> inOrder =
        connections.all().stream().map(relationships::get).filter(Objects::nonNull).toList();
    List<Entity> entities = parts.stream().map(part -> entity(part, directory)).toList();
    return new SemanticModel(modelName, entities, inOrder);
  }

  private Parts parts(EntityScope scope, Checks checks, Connections connections) {
    RelatedSources related = RelatedSources.of(scope, checks);
    FeatureValidator features =
        new FeatureValidator(
            checks, scope, new OriginResolver(checks, connections, scope, related));
    MetricValidator metrics = new MetricValidator(checks, scope, features);
    Duplicates.report(scope, checks.problems());
    return new Parts(
        scope,
        checks,
        related,
        scope.features().stream().map(features::validate).flatMap(Optional::stream).toList(),
        scope.metrics().stream().map(metrics::validate).flatMap(Optional::stream).toList());
  }

  private Entity entity(Parts parts, Directory directory) {
    EntityScope scope = parts.scope();
    List<Feature> features = new ArrayList<>();
    for (CheckedFeature feature : parts.features()) {
      if (!leftOut.contains(feature.unit())) {
        features.add(feature.build().apply(origin(feature, parts.relatedSources())));
      }
    }
    scope.keyColumns().forEach(key -> features.add(keyColumn(key)));
    List<Metric> metrics =
        parts.metrics().stream()
            .filter(metric -> !leftOut.contains(Unit.metric(scope.name(), metric.name())))
            .toList();
    return new Entity(
        scope.name(),
        scope.draft().description(),
        scope.draft().source(),
        keys(scope),
        features,
        metrics,
        parts.relatedSources().finish(leftOut),
        directory.aliases(scope),
        scope.draft().name().place());
  }

  /** The keys; none at all if one of them was left out, since the others do not identify a row. */
  private List<String> keys(EntityScope scope) {
    List<Written> keys = scope.draft().keys();
    for (Written key : keys) {
      if (leftOut.contains(Unit.feature(scope.name(), key.text()))) {
        Dependencies.note(
            problems,
            key.place(),
            scope.name(),
            "the key of " + scope.name(),
            scope.name() + "." + key);
        return List.of();
      }
    }
    return keys.stream()
        .map(key -> scope.feature(key.text()).map(FeatureDraft::name).orElse(key.text()))
        .distinct()
        .toList();
  }

  private static Feature keyColumn(Written key) {
    FeatureInfo info = new FeatureInfo(key.text(), "", Optional.empty(), false, key.place());
    return new Feature.FieldFeature(
        info, new FeatureOrigin.KeySource(), key.text(), false, List.of());
  }

  private FeatureOrigin origin(CheckedFeature feature, RelatedSources related) {
    CheckedOrigin origin = feature.origin().orElse(new OwnTable());
    if (origin instanceof OtherTable table) {
      RelatedSource source = related.finish(table.source(), leftOut).orElseThrow();
      return new FeatureOrigin.RelatedTable(source, source.join(table.join()).orElseThrow());
    }
    if (origin instanceof OtherEntity other) {
      Relationship relationship = relationships.get(other.relationship());
      return new FeatureOrigin.RelatedEntity(
          new Traversal(
              relationship, relationship.join(other.join()).orElseThrow(), other.direction()));
    }
    return new FeatureOrigin.KeySource();
  }
}
