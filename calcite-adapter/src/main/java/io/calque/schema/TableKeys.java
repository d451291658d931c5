package io.calque.schema;

import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.FeatureOrigin;
import io.calque.model.SemanticModel;
import io.calque.model.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the keys of entities say about the tables that they are made of. */
final class TableKeys {
  private final Map<Source, Set<String>> keys = new HashMap<>();

  TableKeys(SemanticModel model) {
    model
        .entities()
        .forEach(entity -> key(entity).ifPresent(key -> keys.put(entity.source(), key)));
  }

  /** The columns that are an entity's key, if that is made of columns alone. */
  private static Optional<Set<String>> key(Entity entity) {
    List<String> columns =
        entity.keys().stream()
            .map(name -> entity.feature(name).orElseThrow())
            .filter(TableKeys::isColumn)
            .map(feature -> ((FieldFeature) feature).field())
            .toList();
    return columns.isEmpty() || columns.size() < entity.keys().size()
        ? Optional.empty()
        : Optional.of(new HashSet<>(columns));
  }

  private static boolean isColumn(Feature feature) {
    return feature instanceof FieldFeature field
        && field.origin() instanceof FeatureOrigin.KeySource
        && !field.isExpression()
        && field.filters().isEmpty();
  }

  /** Whether no two rows of a table have the same values in these columns, spelled as in keys. */
  boolean isUnique(Source table, Collection<String> columns) {
    return keys.containsKey(table) && columns.containsAll(keys.get(table));
  }
}
