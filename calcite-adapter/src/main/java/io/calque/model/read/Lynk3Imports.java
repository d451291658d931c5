package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.TableName;
import io.calque.model.read.DottedNames.DottedName;
import io.calque.model.read.Lynk3Entity.Definition;
import io.calque.model.read.Lynk3Entity.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together what an entity has: its own definitions, and those it imports from its parent. */
final class Lynk3Imports {
  private final Lynk3Entity entity;
  private final Problems problems;
  private final Map<String, Definition> features = new LinkedHashMap<>();
  private final Map<String, Definition> metrics = new LinkedHashMap<>();
  private final Map<String, Path> entityPaths = new LinkedHashMap<>();
  private final Set<String> hidden = new HashSet<>();

  Lynk3Imports(Lynk3Entity entity, Problems problems) {
    this.entity = entity;
    this.problems = problems;
  }

  /**
   * The scope; if empty, a problem has been added.
   *
   * @param parent the entity that is extended, if it is
   */
  Optional<Lynk3Scope> scope(Optional<Lynk3Entity> parent) {
    Lynk3Entity rows = parent.orElse(entity);
    Optional<TableName> table =
        TableNames.parse(rows.identity().text()).filter(name -> name.parts().size() == 3);
    if (table.isEmpty()) {
      problems.add(
          Rule.ENTITY_INCOMPLETE,
          entity.identity().place(),
          entity.name().text(),
          "identity "
              + Shown.name(entity.identity().text())
              + " is neither database.schema.table nor domain.entity",
          "write the table with its database and schema; for a query, make a view of it");
      return Optional.empty();
    }
    if (rows.keys().isEmpty()) {
      problems.add(
          Rule.ENTITY_INCOMPLETE,
          entity.name().place(),
          entity.name().text(),
          "entity " + entity.name() + " has no keys",
          "add keys: with the columns of " + table.get() + " that together identify a row");
    }
    parent.ifPresent(this::takeOver);
    parent.ifPresent(this::hiddenNeeds);
    List<Definition> all = new ArrayList<>(entity.features());
    all.addAll(features.values());
    List<Definition> allMetrics = new ArrayList<>(entity.metrics());
    allMetrics.addAll(metrics.values());
    List<Path> paths = new ArrayList<>(entity.entityPaths());
    paths.addAll(entityPaths.values());
    List<Path> tables = new ArrayList<>(entity.tablePaths());
    parent.ifPresent(found -> tables.addAll(found.tablePaths()));
    Set<String> own = new HashSet<>(Set.of(Unit.lower(entity.name().text())));
    parent.ifPresent(found -> own.add(Unit.lower(found.name().text())));
    return Optional.of(
        new Lynk3Scope(
            entity, own, table.get(), rows.keys(), all, hidden, allMetrics, tables, paths));
  }

  private void takeOver(Lynk3Entity parent) {
    String prefix = parent.domain() + "." + parent.name() + ".";
    for (Written item : entity.imports()) {
      String text = item.text();
      String name = text.substring(text.lastIndexOf('.') + 1);
      boolean ofParent = Unit.lower(text).equals(Unit.lower(prefix + name));
      Optional<Definition> feature = parent.feature(name);
      Optional<Definition> metric =
          parent.metrics().stream()
              .filter(found -> found.name().text().equalsIgnoreCase(name))
              .findFirst();
      Optional<Path> path = parent.entityPath(name);
      if (!ofParent || feature.isEmpty() && metric.isEmpty() && path.isEmpty()) {
        problems.add(
            Rule.UNKNOWN_IMPORT,
            item.place(),
            entity.name().text(),
            Shown.name(text) + " is no feature, metric or relationship of " + entity.identity(),
            "write " + prefix + "name" + NearestNames.hint(name, names(parent)));
        continue;
      }
      feature.ifPresent(found -> features.put(Unit.lower(name), found));
      metric.ifPresent(found -> metrics.put(Unit.lower(name), found));
      path.ifPresent(found -> entityPaths.put(Unit.lower(name), found));
    }
  }

  private static List<String> names(Lynk3Entity parent) {
    List<String> names = new ArrayList<>();
    parent.features().forEach(feature -> names.add(feature.name().text()));
    parent.metrics().forEach(metric -> names.add(metric.name().text()));
    parent.entityPaths().forEach(path -> names.add(path.name().text()));
    return names;
  }

  /** Nothing is inherited by itself, but what is imported keeps working. */
  private void hiddenNeeds(Lynk3Entity parent) {
    List<Snippet> pending = new ArrayList<>();
    features.values().forEach(feature -> addSnippets(feature, pending));
    metrics.values().forEach(metric -> addSnippets(metric, pending));
    entityPaths.values().forEach(path -> path.steps().forEach(step -> pending.add(step.sql())));
    while (!pending.isEmpty()) {
      Snippet snippet = pending.remove(pending.size() - 1);
      for (DottedName name : DottedNames.of(SqlLexer.tokens(snippet.text()))) {
        boolean ofParent =
            name.parts().size() == 2 && name.first().equalsIgnoreCase(parent.name().text());
        String key = Unit.lower(name.last());
        boolean known = features.containsKey(key) || entity.feature(name.last()).isPresent();
        Optional<Definition> needed =
            ofParent && !known ? parent.feature(name.last()) : Optional.empty();
        if (needed.isPresent()) {
          features.put(key, needed.get());
          hidden.add(key);
          addSnippets(needed.get(), pending);
        }
      }
    }
  }

  private void addSnippets(Definition definition, List<Snippet> into) {
    into.add(definition.sql());
    definition.filter().ifPresent(into::add);
    definition
        .joinName()
        .flatMap(
            join ->
                entity.entityPath(join.text()).isPresent()
                    ? Optional.<Path>empty()
                    : Optional.ofNullable(entityPaths.get(Unit.lower(join.text()))))
        .ifPresent(path -> path.steps().forEach(step -> into.add(step.sql())));
  }
}
