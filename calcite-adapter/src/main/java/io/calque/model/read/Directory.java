package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.TableName;
import io.calque.model.read.FeatureDraft.FieldDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All entities of a model, by name and alias, whatever the case. */
final class Directory {
  private final Map<String, EntityScope> byName = new LinkedHashMap<>();
  private final Map<String, EntityScope> byAlias = new HashMap<>();
  private final Map<String, List<EntityScope>> byTable = new HashMap<>();
  private final Map<String, Set<String>> columns = new HashMap<>();
  private final Map<EntityScope, List<Written>> aliases = new HashMap<>();

  /** The directory; of two entities with one name the first counts, with a problem. */
  static Directory of(List<EntityDraft> drafts, Problems problems, LeftOut leftOut) {
    Directory directory = new Directory();
    for (EntityDraft draft : drafts) {
      directory.add(draft, problems, leftOut);
    }
    for (EntityScope scope : directory.scopes()) {
      directory.addAliases(scope, problems);
      directory.addColumns(scope);
    }
    return directory;
  }

  private void add(EntityDraft draft, Problems problems, LeftOut leftOut) {
    String name = draft.name().text();
    EntityScope earlier = byName.get(Unit.lower(name));
    if (earlier != null) {
      problems.add(
          Rule.DUPLICATE_ENTITY,
          draft.name().place(),
          name,
          "there is a second entity "
              + name
              + "; the first is at "
              + earlier.draft().name().place(),
          "rename one of the two");
      return;
    }
    EntityScope scope = EntityScope.of(draft, problems, leftOut);
    byName.put(Unit.lower(name), scope);
    List<EntityScope> sharing =
        byTable.computeIfAbsent(Unit.lower(draft.source().toString()), t -> new ArrayList<>());
    if (!sharing.isEmpty()) {
      problems.add(
          Rule.SHARED_KEY_SOURCE,
          draft.sourcePlace(),
          name,
          draft.source() + " is also the key_source of " + sharing.get(0).name(),
          "leave it so if both are meant to show the same rows");
    }
    sharing.add(scope);
  }

  private void addAliases(EntityScope scope, Problems problems) {
    List<Written> own = new ArrayList<>();
    for (Written alias : scope.draft().aliases()) {
      Optional<Written> usable = Names.check(alias, Rule.NAME_STYLE, scope.name(), problems);
      if (usable.isEmpty()) {
        continue;
      }
      EntityScope other = find(alias.text()).orElse(null);
      if (other == null) {
        byAlias.put(Unit.lower(alias.text()), scope);
        own.add(alias);
      } else {
        problems.add(
            Rule.DUPLICATE_ENTITY,
            alias.place(),
            scope.name(),
            "the alias " + alias + " of " + scope.name() + " is already taken by " + other.name(),
            "choose another alias, or remove it");
      }
    }
    aliases.put(scope, List.copyOf(own));
  }

  private void addColumns(EntityScope scope) {
    for (FeatureDraft feature : scope.features()) {
      if (feature instanceof FieldDraft field) {
        String source = field.origin().source().text();
        Optional<TableName> table =
            scope.isOwnSource(source) ? ownTable(scope) : TableNames.parse(source);
        table.ifPresent(found -> columns(found).add(Unit.lower(field.field().text().strip())));
      }
    }
    for (Written key : scope.keyColumns()) {
      ownTable(scope).ifPresent(table -> columns(table).add(Unit.lower(key.text())));
    }
  }

  private static Optional<TableName> ownTable(EntityScope scope) {
    return scope.draft().source() instanceof TableName table
        ? Optional.of(table)
        : Optional.empty();
  }

  private Set<String> columns(TableName table) {
    return columns.computeIfAbsent(Unit.lower(table.toString()), t -> new HashSet<>());
  }

  /** The columns of a table that features read, in lower case; the table may have more. */
  Set<String> knownColumns(TableName table) {
    return Set.copyOf(columns.getOrDefault(Unit.lower(table.toString()), Set.of()));
  }

  List<EntityScope> scopes() {
    return List.copyOf(byName.values());
  }

  /** The aliases that nobody else has. */
  List<String> aliases(EntityScope scope) {
    return aliases.getOrDefault(scope, List.of()).stream().map(Written::text).toList();
  }

  Optional<EntityScope> find(String nameOrAlias) {
    String lower = Unit.lower(nameOrAlias);
    EntityScope named = byName.get(lower);
    return Optional.ofNullable(named == null ? byAlias.get(lower) : named);
  }

  /** The first entity whose rows come from the table. */
  Optional<EntityScope> ofTable(String table) {
    return byTable.getOrDefault(Unit.lower(table), List.of()).stream().findFirst();
  }

  /** A clause with the entities that may have been meant. */
  String hint(String name) {
    List<String> names = new ArrayList<>();
    byName.values().forEach(scope -> names.add(scope.name()));
    names.addAll(byAlias.keySet());
    return NearestNames.hint(name, names);
  }
}
