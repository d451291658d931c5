package io.calque.bind;

import io.calque.error.ErrorCode;
import io.calque.error.NearestNames;
import io.calque.model.Feature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlStarExclude;

/**
 * Binds the stars of select lists: {@code *} is the features that queries see, in the model's
 * order, and never a column of a bridge or of the tables behind the entities.
 */
final class StarBinder {
  private final Bindings bindings;
  private final ExpressionBinder expressions;

  StarBinder(Bindings bindings, ExpressionBinder expressions) {
    this.bindings = bindings;
    this.expressions = expressions;
  }

  static boolean isStar(SqlNode item) {
    return item instanceof SqlIdentifier id && id.isStar() || item instanceof SqlStarExclude;
  }

  /** A star taken apart. */
  private record Star(SqlIdentifier id, Set<String> excluded) {
    Optional<String> qualifier() {
      return id.names.size() > 1
          ? Optional.of(id.names.get(id.names.size() - 2))
          : Optional.empty();
    }
  }

  Outputs bind(SqlNode item, Scope scope) {
    Star star = read(item);
    List<Relation> relations = relations(star, scope);
    checkExcluded(item, star, relations);
    if (relations.stream().noneMatch(EntityUse.class::isInstance) && star.excluded().isEmpty()) {
      return untouched(relations);
    }
    List<BoundStar.Item> items = new ArrayList<>();
    List<DerivedColumn> columns = new ArrayList<>();
    Set<String> mergedSeen = new HashSet<>();
    boolean complete = true;
    for (Relation relation : relations) {
      if (relation instanceof EntityUse use) {
        for (Feature feature : use.table().columns()) {
          String key = feature.name().toLowerCase(Locale.ROOT);
          boolean merged = star.qualifier().isEmpty() && scope.isMerged(key);
          if (star.excluded().contains(key) || merged && !mergedSeen.add(key)) {
            continue;
          }
          use.need(feature);
          items.add(
              merged
                  ? new BoundStar.Item.MergedItem(feature.name())
                  : new BoundStar.Item.FeatureItem(use, feature));
          columns.add(use.asColumn(feature));
        }
      } else {
        complete &= !relation.isOpen();
        complete &= addDerived(item, relation, star, scope, mergedSeen, items, columns);
      }
    }
    bindings.stars.add(new BoundStar(bindings.place(item), items));
    return new Outputs(columns, complete);
  }

  private boolean addDerived(
      SqlNode item,
      Relation relation,
      Star star,
      Scope scope,
      Set<String> mergedSeen,
      List<BoundStar.Item> items,
      List<DerivedColumn> columns) {
    String alias =
        relation
            .alias()
            .orElseThrow(
                () ->
                    bindings.error(
                        item,
                        ErrorCode.NOT_SUPPORTED,
                        "a star over entities and a subquery without an alias; give the subquery an"
                            + " alias"));
    boolean whole =
        star.excluded().isEmpty() && (star.qualifier().isPresent() || !scope.hasMerged());
    if (whole) {
      items.add(new BoundStar.Item.AllOf(alias));
      columns.addAll(relation.columns());
      return true;
    }
    if (relation.isOpen()) {
      throw bindings.error(
          item,
          ErrorCode.NOT_SUPPORTED,
          "the columns of %s cannot be told here, so this star cannot be taken apart; name the"
                  .formatted(alias)
              + " columns");
    }
    for (DerivedColumn column : relation.columns()) {
      String name = column.name().orElseThrow();
      String key = name.toLowerCase(Locale.ROOT);
      boolean merged = star.qualifier().isEmpty() && scope.isMerged(key);
      if (star.excluded().contains(key) || merged && !mergedSeen.add(key)) {
        continue;
      }
      items.add(
          merged ? new BoundStar.Item.MergedItem(name) : new BoundStar.Item.ColumnOf(alias, name));
      columns.add(column);
    }
    return true;
  }

  /** A star over subqueries alone stays as it is. */
  private static Outputs untouched(List<Relation> relations) {
    return new Outputs(
        relations.stream().flatMap(r -> r.columns().stream()).toList(),
        relations.stream().noneMatch(Relation::isOpen));
  }

  private Star read(SqlNode item) {
    if (item instanceof SqlStarExclude exclude) {
      SqlNodeList names = exclude.getExcludeList();
      Set<String> excluded = new HashSet<>();
      names.forEach(
          n -> {
            SqlIdentifier id = (SqlIdentifier) n;
            excluded.add(id.names.get(id.names.size() - 1).toLowerCase(Locale.ROOT));
          });
      return new Star(exclude.getStarIdentifier(), excluded);
    }
    return new Star((SqlIdentifier) item, Set.of());
  }

  private List<Relation> relations(Star star, Scope scope) {
    if (star.qualifier().isEmpty()) {
      if (scope.relations().isEmpty()) {
        throw bindings.error(
            star.id(), ErrorCode.UNKNOWN_ALIAS, "there is no FROM that this star could show");
      }
      return scope.relations();
    }
    for (Optional<Scope> at = Optional.of(scope); at.isPresent(); at = at.get().outer()) {
      Optional<Relation> relation = at.get().relation(star.qualifier().get());
      if (relation.isPresent()) {
        return List.of(relation.get());
      }
    }
    List<String> aliases = scope.relations().stream().flatMap(r -> r.alias().stream()).toList();
    throw bindings.error(
        star.id(),
        ErrorCode.UNKNOWN_ALIAS,
        "no table here is called "
            + star.qualifier().get()
            + NearestNames.hint(star.qualifier().get(), aliases));
  }

  private void checkExcluded(SqlNode item, Star star, List<Relation> relations) {
    if (relations.stream().anyMatch(Relation::isOpen)) {
      return;
    }
    List<String> names =
        relations.stream()
            .flatMap(r -> r.columns().stream())
            .flatMap(c -> c.name().stream())
            .toList();
    for (String excluded : star.excluded()) {
      if (names.stream().noneMatch(excluded::equalsIgnoreCase)) {
        throw bindings.error(
            item,
            ErrorCode.UNKNOWN_FEATURE,
            "EXCLUDE names %s, which is not there%s"
                .formatted(excluded, NearestNames.hint(excluded, names)));
      }
    }
  }
}
