package io.calque.model.read;

import io.calque.model.TableName;
import io.calque.model.read.DottedNames.DottedName;
import io.calque.model.read.Lynk3Entity.Definition;
import io.calque.model.read.Lynk3Entity.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the definitions of one entity can name, with what it imports.
 *
 * @param ownNames the entity's name, and that of the entity it extends; in lower case
 * @param table where its rows come from
 * @param keys columns of the table
 * @param hidden the features that only imported ones need; in lower case
 */
record Lynk3Scope(
    Lynk3Entity entity,
    Set<String> ownNames,
    TableName table,
    List<Written> keys,
    List<Definition> features,
    Set<String> hidden,
    List<Definition> metrics,
    List<Path> tablePaths,
    List<Path> entityPaths) {
  String name() {
    return entity.name().text();
  }

  /** Whether a name is a feature of this entity, by its form. */
  boolean isOwnFeature(DottedName name) {
    return name.parts().size() == 2 && ownNames.contains(Unit.lower(name.first()));
  }

  /** Whether a name is a column of this entity's table, by its form. */
  boolean isOwnColumn(DottedName name) {
    return isColumnOf(name, table);
  }

  static boolean isColumnOf(DottedName name, TableName table) {
    return name.parts().size() == table.parts().size() + 1
        && name.qualifier().equalsIgnoreCase(String.join(".", table.parts()));
  }

  Optional<Path> path(String wanted) {
    return entityPaths.stream()
        .filter(path -> path.name().text().equalsIgnoreCase(wanted))
        .findFirst()
        .or(
            () ->
                tablePaths.stream()
                    .filter(path -> path.name().text().equalsIgnoreCase(wanted))
                    .findFirst());
  }

  boolean isTablePath(Path path) {
    return tablePaths.contains(path);
  }
}
