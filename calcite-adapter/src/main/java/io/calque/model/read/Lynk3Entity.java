package io.calque.model.read;

import io.calque.model.Cardinality;
import io.calque.model.DataType;
import io.calque.model.JoinType;
import io.calque.model.Place;
import java.util.List;
import java.util.Optional;

/**
 * An entity of Lynk's third generation, as its folder has it.
 *
 * @param domain the domain's folder
 * @param identity a table, or {@code domain.entity} for an entity that is extended
 * @param imports what is taken over from the extended entity, as {@code domain.entity.name}
 */
record Lynk3Entity(
    String domain,
    Written name,
    String description,
    Written identity,
    List<Written> keys,
    List<Written> imports,
    List<Definition> features,
    List<Definition> metrics,
    List<Path> tablePaths,
    List<Path> entityPaths) {
  Lynk3Entity {
    keys = List.copyOf(keys);
    imports = List.copyOf(imports);
    features = List.copyOf(features);
    metrics = List.copyOf(metrics);
    tablePaths = List.copyOf(tablePaths);
    entityPaths = List.copyOf(entityPaths);
  }

  /** A feature or a metric. */
  record Definition(
      Written name,
      String description,
      Optional<DataType> dataType,
      Snippet sql,
      Optional<Written> joinName,
      Optional<Snippet> filter,
      Place place) {}

  /**
   * A relationship: a path from the entity to a table or to an entity.
   *
   * @param marked the default mark, if the file has one
   */
  record Path(
      Written name,
      String description,
      Written target,
      Cardinality cardinality,
      Optional<Boolean> marked,
      List<Step> steps,
      Place place) {
    Path {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A step of a path.
   *
   * @param joinType what the file says, if it does
   */
  record Step(Written target, Optional<JoinType> joinType, Snippet sql) {}

  /** Whether its rows are those of an entity of another domain. */
  boolean isExtension() {
    return identity.text().chars().filter(c -> c == '.').count() == 1;
  }

  Optional<Definition> feature(String wanted) {
    return features.stream().filter(f -> f.name().text().equalsIgnoreCase(wanted)).findFirst();
  }

  Optional<Path> entityPath(String wanted) {
    return entityPaths.stream().filter(p -> p.name().text().equalsIgnoreCase(wanted)).findFirst();
  }

  Optional<Path> tablePath(String wanted) {
    return tablePaths.stream().filter(p -> p.name().text().equalsIgnoreCase(wanted)).findFirst();
  }
}
