package io.calque.model.read;

import io.calque.model.Place;
import io.calque.model.read.FeatureDraft.FieldDraft;
import io.calque.model.read.FeatureDraft.Head;
import io.calque.model.read.FeatureDraft.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of an entity's own source that its definitions name. Where a feature shows one as it
 * is, that feature stands for it, and otherwise a hidden one.
 */
final class OwnColumns {
  private final String ownSource;
  private final Set<String> taken = new HashSet<>();

  /** Column in lower case to feature. */
  private final Map<String, String> shown = new HashMap<>();

  private final List<FeatureDraft> hidden = new ArrayList<>();

  /**
   * @param ownSource how features name the source of their entity
   */
  OwnColumns(String ownSource) {
    this.ownSource = ownSource;
  }

  /** Keeps a name from being given to a hidden feature. */
  void take(String name) {
    taken.add(Unit.lower(name));
  }

  /** Notes that a feature shows a column as it is. */
  void show(String column, String feature) {
    shown.putIfAbsent(Unit.lower(column), feature);
  }

  /** The feature that shows a column. */
  String feature(String column, Place place) {
    return shown.computeIfAbsent(
        Unit.lower(column),
        key -> {
          String name = free("_column_" + column.replaceAll("[^A-Za-z0-9_]", "_"));
          hidden.add(
              new FieldDraft(
                  new Head(
                      new Written(name, place), "", Optional.empty(), Optional.of(false), place),
                  origin(place),
                  Snippet.at(written(column), place)));
          return name;
        });
  }

  /** The hidden features that were needed so far. */
  List<FeatureDraft> hidden() {
    return List.copyOf(hidden);
  }

  /** The entity's own source, as the origin of a feature. */
  Origin origin(Place place) {
    return new Origin(new Written(ownSource, place), Optional.empty(), Optional.empty(), List.of());
  }

  /** A name that nothing of the entity has, which is taken from then on. */
  String free(String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(Unit.lower(name)); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  /** A column as SQL reads it, quoted if need be. */
  static String written(String column) {
    return TableNames.writtenColumn(column).orElse(column);
  }
}
