package io.calque.bind;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.NearestNames;
import io.calque.error.SqlPlace;
import io.calque.model.Feature;
import io.calque.schema.SemanticSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Finds what a name in an expression means.
 *
 * <p>A name is looked for in the innermost scope first: among the columns of its relations, then
 * among the aliases of its select list, then further out. Where a relation may have columns that
 * cannot be known, a name found nowhere is left to the warehouse; nothing physical can be reached
 * that way, because entities show nothing but their features.
 */
final class NameResolver {
  private final Bindings bindings;

  NameResolver(Bindings bindings) {
    this.bindings = bindings;
  }

  /**
   * Resolves a name.
   *
   * @return the feature that it means; empty if it means something that the query itself defines
   * @throws CalqueException if it means nothing, or more than one thing
   */
  Optional<BoundName> resolve(SqlIdentifier id, Scope scope) {
    boolean leftToWarehouse = false;
    for (Optional<Scope> at = Optional.of(scope); at.isPresent(); at = at.get().outer()) {
      Found found = find(id, at.get());
      if (found != null) {
        record(id, found, at.get());
        return found.name();
      }
      if (at.get().hasOpenRelation() && !leftToWarehouse) {
        leftToWarehouse = true;
        at.get().select().ifPresent(facts -> addColumn(facts, name(id), id.toString()));
      }
    }
    if (leftToWarehouse || id.isSimple() && bindings.rules.isConstant(id.getSimple())) {
      return Optional.empty();
    }
    throw unknown(id, scope);
  }

  private void record(SqlIdentifier id, Found found, Scope at) {
    found.whole().ifPresent(relation -> bindings.seal(relation, id));
    if (found == Found.ALIAS) {
      at.select().ifPresent(facts -> addAliasUse(facts, id));
    }
    if (found.name().isPresent()) {
      BoundName name = found.name().get();
      name.use().ifPresent(use -> use.need(name.feature()));
      bindings.names.add(name);
      at.select().ifPresent(facts -> addColumn(facts, name.place(), found.key()));
    } else if (found.isColumn()) {
      at.select().ifPresent(facts -> addColumn(facts, name(id), found.key()));
    }
  }

  private void addAliasUse(SelectFacts facts, SqlIdentifier id) {
    SqlPlace expression = facts.aliases.get(id.names.get(0).toLowerCase(Locale.ROOT));
    if (facts.clause == SelectFacts.Clause.WHERE && expression != null) {
      facts.aliasesInSource.add(new MetricSelect.AliasUse(component(id, 0), expression));
    }
  }

  private static void addColumn(SelectFacts facts, SqlPlace place, String key) {
    if (!facts.clause.isSource()) {
      facts.columns.add(new MetricSelect.Column(place, key.toLowerCase(Locale.ROOT)));
    }
  }

  /** What all spellings of a column have in common; empty if the name means no column here. */
  Optional<String> columnKey(SqlIdentifier id, Scope scope) {
    Found found = find(id, scope);
    return found == null || !found.isColumn()
        ? Optional.empty()
        : Optional.of(found.key().toLowerCase(Locale.ROOT));
  }

  /** Whether a bare name means a column of this scope's relations. */
  boolean isColumn(SqlIdentifier id, Scope scope) {
    return findColumn(id, scope) != null;
  }

  /** Whether a bare name means a column or an alias anywhere in sight. */
  boolean isVisible(SqlIdentifier id, Scope scope) {
    for (Optional<Scope> at = Optional.of(scope); at.isPresent(); at = at.get().outer()) {
      if (find(id, at.get()) != null) {
        return true;
      }
    }
    return false;
  }

  /** A name that has been found: the feature, or something that the query itself defines. */
  private record Found(
      Optional<BoundName> name, boolean isColumn, String key, Optional<Relation> whole) {
    static final Found ALIAS = new Found(Optional.empty(), false, "", Optional.empty());

    /** The column that a join made of this one and that of the other side. */
    Found merged(String column) {
      return new Found(name, isColumn, "." + column, whole);
    }

    /** A whole row of what the query defines. */
    static Found whole(Relation relation) {
      return new Found(
          Optional.empty(), true, relation.alias().orElse("") + ".*", Optional.of(relation));
    }

    /** A column that the query defines, with the fields of a struct that follow it. */
    static Found column(Relation relation, List<String> path) {
      return new Found(
          Optional.empty(),
          true,
          relation.alias().orElse("") + "." + String.join(".", path),
          Optional.empty());
    }
  }

  private Found find(SqlIdentifier id, Scope scope) {
    if (id.names.size() > 1) {
      Found qualified = findQualified(id, scope);
      if (qualified != null) {
        return qualified;
      }
    }
    Found column = findColumn(id, scope);
    if (column != null) {
      return column;
    }
    if (scope.isAlias(id.names.get(0))) {
      return Found.ALIAS;
    }
    if (id.isSimple()) {
      Optional<Relation> relation = scope.relation(id.getSimple());
      if (relation.isPresent() && relation.get() instanceof EntityUse use) {
        throw bindings.error(
            id,
            ErrorCode.WHOLE_ROW_REFERENCE,
            "%s is a whole row; name its features, such as %s.%s, or %s.*"
                .formatted(
                    id.getSimple(),
                    id.getSimple(),
                    use.table().columns().stream().findFirst().map(Feature::name).orElse("…"),
                    id.getSimple()));
      }
      return relation.map(Found::whole).orElse(null);
    }
    return null;
  }

  /** {@code alias.column}, {@code entities.entity.column}, with fields of a struct after it. */
  private Found findQualified(SqlIdentifier id, Scope scope) {
    int qualifiers = qualifierParts(id, scope);
    if (qualifiers == 0) {
      return null;
    }
    Relation relation = scope.relation(id.names.get(qualifiers - 1)).orElseThrow();
    String column = id.names.get(qualifiers);
    String qualifier = id.names.get(qualifiers - 1);
    if (relation instanceof EntityUse use) {
      Optional<Feature> feature = use.column(column);
      if (feature.isPresent()) {
        return found(id, qualifiers + 1, use, Optional.of(qualifier), feature.get());
      }
    } else {
      Optional<DerivedColumn> known =
          relation.columns().stream().filter(c -> c.isCalled(column)).findFirst();
      if (known.isPresent()) {
        return known.get().feature().isPresent()
            ? foundIn(relation, id, qualifiers + 1, known.get().feature().get())
            : Found.column(relation, id.names.subList(qualifiers, id.names.size()));
      }
      if (relation.isOpen()) {
        return Found.column(relation, id.names.subList(qualifiers, id.names.size()));
      }
    }
    if (findColumn(id, scope) != null) {
      return null;
    }
    List<String> names =
        relation.columns().stream().flatMap(c -> c.name().stream()).map(Name::value).toList();
    throw CalqueException.at(
        component(id, qualifiers),
        ErrorCode.UNKNOWN_FEATURE,
        relation instanceof EntityUse use
            ? "%s has no feature called %s%s"
                .formatted(use.entity().name(), column, NearestNames.hint(column, names))
            : "%s has no column called %s%s"
                .formatted(qualifier, column, hint(column, names, true)));
  }

  /** How many leading parts of the name are a relation's; 0 if none is. */
  static int qualifierParts(SqlIdentifier id, Scope scope) {
    List<String> parts = id.names;
    for (int n = 1; n < parts.size() && n <= 3; n++) {
      boolean schemaFits = n == 1 || parts.get(n - 2).equalsIgnoreCase(SemanticSchema.ENTITIES);
      Optional<Relation> relation = scope.relation(parts.get(n - 1));
      if (schemaFits && relation.isPresent()) {
        return n;
      }
    }
    return 0;
  }

  private Found findColumn(SqlIdentifier id, Scope scope) {
    String name = id.names.get(0);
    List<Found> found = new ArrayList<>();
    List<String> owners = new ArrayList<>();
    for (Relation relation : scope.relations()) {
      if (relation instanceof EntityUse use) {
        Optional<Feature> feature = use.column(name);
        if (feature.isPresent()) {
          found.add(found(id, 1, use, Optional.empty(), feature.get()));
          owners.add(use.name() + "." + feature.get().name());
        }
      } else {
        for (DerivedColumn column : relation.columns()) {
          if (column.isCalled(name)) {
            found.add(
                column.feature().isPresent()
                    ? foundIn(relation, id, 1, column.feature().get())
                    : Found.column(relation, id.names));
            owners.add(relation.alias().map(alias -> alias + ".").orElse("") + name);
            break;
          }
        }
      }
    }
    if (found.size() > 1 && !scope.isMerged(name)) {
      throw bindings.error(
          id,
          ErrorCode.AMBIGUOUS_NAME,
          "%s may mean %s; write which".formatted(name, String.join(" or ", owners)));
    }
    if (found.isEmpty()) {
      return null;
    }
    return scope.isMerged(name) ? found.get(0).merged(name) : found.get(0);
  }

  private Found found(
      SqlIdentifier id, int parts, EntityUse use, Optional<String> qualifier, Feature feature) {
    return new Found(
        Optional.of(new BoundName(leading(id, parts), Optional.of(use), qualifier, feature)),
        true,
        use.name() + "." + feature.name(),
        Optional.empty());
  }

  /** A feature that a subquery shows, by the name of the feature. */
  private Found foundIn(Relation relation, SqlIdentifier id, int parts, Feature feature) {
    Optional<String> qualifier =
        parts == 1 ? Optional.empty() : Optional.of(id.names.get(parts - 2));
    return new Found(
        Optional.of(new BoundName(leading(id, parts), Optional.empty(), qualifier, feature)),
        true,
        relation.alias().orElse("") + "." + feature.name(),
        Optional.empty());
  }

  /** Where the leading parts of a name stand. */
  private SqlPlace leading(SqlIdentifier id, int parts) {
    SqlPlace first = component(id, 0);
    return new SqlPlace(first.sql(), first.start(), component(id, parts - 1).end());
  }

  /** Where a name stands, without parentheses around it. */
  private SqlPlace name(SqlIdentifier id) {
    return leading(id, id.names.size());
  }

  private SqlPlace component(SqlIdentifier id, int index) {
    SqlParserPos pos = id.getComponentParserPosition(index);
    return bindings.source.place(pos);
  }

  private CalqueException unknown(SqlIdentifier id, Scope scope) {
    List<String> names = new ArrayList<>();
    List<String> aliases = new ArrayList<>();
    boolean hasSubquery = false;
    for (Optional<Scope> at = Optional.of(scope); at.isPresent(); at = at.get().outer()) {
      for (Relation relation : at.get().relations()) {
        hasSubquery |= !(relation instanceof EntityUse);
        relation.alias().ifPresent(aliases::add);
        relation.columns().stream()
            .flatMap(c -> c.name().stream())
            .map(Name::value)
            .forEach(names::add);
      }
    }
    String name = id.names.get(0);
    if (id.names.size() > 1) {
      return CalqueException.at(
          component(id, 0),
          ErrorCode.UNKNOWN_ALIAS,
          "no table here is called " + name + NearestNames.hint(name, aliases));
    }
    String where =
        aliases.isEmpty() ? "there is no table here" : String.join(", ", distinct(aliases));
    return bindings.error(
        id,
        ErrorCode.UNKNOWN_FEATURE,
        aliases.isEmpty()
            ? "no column is called " + name + "; " + where
            : "no feature of %s is called %s%s"
                .formatted(where, name, hint(name, names, hasSubquery)));
  }

  private String hint(String name, List<String> names, boolean hasSubquery) {
    return hasSubquery && bindings.schema.hasMetric(name)
        ? "; it is a metric, which a star leaves out, so name it in the subquery"
        : NearestNames.hint(name, names);
  }

  private static List<String> distinct(List<String> names) {
    return names.stream().distinct().toList();
  }
}
