package io.calque.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that an expression can see: relations, aliases of the select list, CTEs, outer scopes.
 */
final class Scope {
  private final Scope outer;
  private final List<Relation> relations = new ArrayList<>();
  private final Map<String, Outputs> ctes = new HashMap<>();
  private final Set<String> aliases = new HashSet<>();
  private final Set<String> merged = new HashSet<>();
  private SelectFacts select;
  private boolean isJoin;

  private Scope(Scope outer) {
    this.outer = outer;
  }

  static Scope root() {
    return new Scope(null);
  }

  /** A scope inside this one. */
  Scope inner() {
    return new Scope(this);
  }

  /** Makes this the scope of a SELECT. */
  void begin(SelectFacts facts) {
    select = facts;
  }

  /** The SELECT that this is the scope of, or the one whose ON this is in. */
  Optional<SelectFacts> select() {
    return Optional.ofNullable(select);
  }

  /** This scope if it is a SELECT's, else the nearest SELECT's around it. */
  Scope selectScope() {
    return select != null && !isJoin || outer == null ? this : outer.selectScope();
  }

  /** A scope for the condition of a join of this SELECT. */
  Scope join() {
    Scope scope = inner();
    scope.select = select;
    scope.isJoin = true;
    return scope;
  }

  /** The relation of that name here or further out. */
  Optional<Relation> relationAnywhere(String alias) {
    Optional<Relation> here = relation(alias);
    return here.isPresent() || outer == null ? here : outer.relationAnywhere(alias);
  }

  Optional<Scope> outer() {
    return Optional.ofNullable(outer);
  }

  void add(Relation relation) {
    relations.add(relation);
  }

  /** Takes away what can no longer be seen. */
  void remove(List<Relation> hidden) {
    relations.removeIf(relation -> hidden.stream().anyMatch(each -> each == relation));
  }

  List<Relation> relations() {
    return relations;
  }

  void defineCte(String name, Outputs outputs) {
    ctes.put(key(name), outputs);
  }

  /** The columns of the CTE of that name, here or further out. */
  Optional<Outputs> cte(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.ctes.containsKey(key(name))) {
        return Optional.of(scope.ctes.get(key(name)));
      }
    }
    return Optional.empty();
  }

  void addAlias(String alias) {
    aliases.add(key(alias));
  }

  boolean isAlias(String name) {
    return aliases.contains(key(name));
  }

  /**
   * Marks a column that USING or NATURAL merged: naming it without a qualifier is not ambiguous.
   */
  void addMerged(String column) {
    merged.add(key(column));
  }

  boolean isMerged(String column) {
    return merged.contains(key(column));
  }

  boolean hasMerged() {
    return !merged.isEmpty();
  }

  boolean hasOpenRelation() {
    return relations.stream().anyMatch(Relation::isOpen);
  }

  Optional<Relation> relation(String alias) {
    return relations.stream()
        .filter(r -> r.alias().isPresent() && r.alias().get().equalsIgnoreCase(alias))
        .findFirst();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
