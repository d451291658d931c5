package io.calque.bind;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.NearestNames;
import io.calque.error.SqlPlace;
import io.calque.model.Feature;
import io.calque.sql.CalqueOperators;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;

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

  /** Whether an item of a select list stands for columns that only the warehouse can tell. */
  static boolean showsColumns(SqlNode item) {
    AtomicBoolean found = new AtomicBoolean();
    item.accept(
        new SqlBasicVisitor<Void>() {
          @Override
          public Void visit(SqlCall call) {
            found.compareAndSet(
                false,
                CalqueOperators.isColumns(call)
                    || call.getOperator() == CalqueOperators.FIELDS
                    || !(call.getOperator() instanceof SqlFunction)
                        && call.getOperandList().stream()
                            .anyMatch(o -> o != null && Star.isStar(o)));
            return QueryBinder.isQuery(call) ? null : super.visit(call);
          }
        });
    return found.get();
  }

  /**
   * {@code FROM t} without SELECT: the star is nowhere in the text. It shows whole rows, or is
   * written in front if there is more in sight than it shows.
   */
  Outputs implied(SqlNode select, Scope scope) {
    if (!hasBridges(scope)) {
      needWholeRows(select, scope);
      return untouched(scope.relations());
    }
    int start = bindings.source.inside(select.getParserPosition()).start();
    SqlIdentifier star = SqlIdentifier.star(select.getParserPosition());
    Expansion expansion = new Expansion(star, Star.of(star), scope);
    scope.relations().forEach(expansion::add);
    bindings.stars.add(new BoundStar(bindings.stretch(start, start), expansion.items));
    return new Outputs(expansion.columns, !scope.hasOpenRelation());
  }

  private static boolean hasBridges(Scope scope) {
    return scope.select().stream()
        .flatMap(facts -> facts.joins.stream())
        .flatMap(join -> join.modelJoin().stream())
        .anyMatch(join -> !join.traversal().join().path().isDirect());
  }

  /** Makes each entity here show exactly what a star shows. */
  void needWholeRows(SqlNode node, Scope scope) {
    if (hasBridges(scope)) {
      throw bindings.error(
          node,
          ErrorCode.NOT_SUPPORTED,
          "beside a lookup join, the columns have to be named or shown by a star");
    }
    for (Relation relation : scope.relations()) {
      if (relation instanceof EntityUse use) {
        use.needWholeRow();
      }
    }
  }

  /** Binds a star that stands in a select list. */
  Outputs bind(SqlNode item, Scope scope) {
    Star star = Star.of(item);
    Optional<Outputs> fields = fieldsOfStruct(star, scope);
    if (fields.isPresent()) {
      return fields.get();
    }
    List<Relation> relations = relations(star, scope);
    checkNames(item, star, relations);
    if (relations.stream().noneMatch(EntityUse.class::isInstance)) {
      star.replaced().values().forEach(replacement -> expressions.bind(replacement, scope));
      return star.isPlain() ? untouched(relations) : Outputs.unknown();
    }
    if (relations.stream().anyMatch(relation -> relation.alias().isEmpty())) {
      needWholeRows(item, scope);
      star.replaced().values().forEach(replacement -> expressions.bind(replacement, scope));
      return star.isPlain() && !scope.hasMerged() ? untouched(relations) : Outputs.unknown();
    }
    Expansion expansion = new Expansion(item, star, scope);
    relations.forEach(expansion::add);
    bindings.stars.add(new BoundStar(bindings.place(item), expansion.items));
    return new Outputs(expansion.columns, relations.stream().noneMatch(Relation::isOpen));
  }

  /** {@code address.*} where address is no table but a column: it stays as it is. */
  private Optional<Outputs> fieldsOfStruct(Star star, Scope scope) {
    if (star.qualifier().isEmpty() || scope.relationAnywhere(star.qualifier().get()).isPresent()) {
      return Optional.empty();
    }
    SqlIdentifier struct = star.id().skipLast(1);
    if (!expressions.isVisible(struct, scope)) {
      return Optional.empty();
    }
    expressions.bind(struct, scope);
    return Optional.of(Outputs.unknown());
  }

  /** What a star stands for, as it is put together. */
  private final class Expansion {
    private final SqlNode item;
    private final Star star;
    private final Scope scope;
    private final Set<String> mergedSeen = new HashSet<>();
    private final List<BoundStar.Item> items = new ArrayList<>();
    private final List<DerivedColumn> columns = new ArrayList<>();

    private Expansion(SqlNode item, Star star, Scope scope) {
      this.item = item;
      this.star = star;
      this.scope = scope;
    }

    private void add(Relation relation) {
      if (relation instanceof EntityUse use) {
        addEntity(use);
      } else {
        addDerived((DerivedRelation) relation);
      }
    }

    private void addEntity(EntityUse use) {
      for (Feature feature : use.table().columns()) {
        String key = feature.name().toLowerCase(Locale.ROOT);
        if (isLeftOut(key)) {
          continue;
        }
        if (star.replaced().containsKey(key)) {
          SqlNode replacement = star.replaced().get(key);
          expressions.bind(replacement, scope);
          add(
              new BoundStar.Item.ReplacedItem(bindings.place(replacement)),
              DerivedColumn.named(feature.name()));
          continue;
        }
        use.need(feature);
        if (star.renamed().containsKey(key)) {
          SqlIdentifier name = star.renamed().get(key);
          add(
              new BoundStar.Item.RenamedItem(use, feature, bindings.place(name).text()),
              DerivedColumn.named(name.getSimple()));
        } else if (isMerged(key)) {
          add(new BoundStar.Item.MergedItem(feature.name()), use.asColumn(feature));
        } else {
          add(new BoundStar.Item.FeatureItem(use, feature), use.asColumn(feature));
        }
      }
    }

    private void addDerived(DerivedRelation relation) {
      String alias = relation.alias().orElseThrow();
      if (star.isPlain() && (star.qualifier().isPresent() || !scope.hasMerged())) {
        items.add(new BoundStar.Item.AllOf(alias));
        columns.addAll(relation.columns());
        return;
      }
      if (relation.isOpen()) {
        throw refused("the columns of %s cannot be told here; name them".formatted(alias));
      }
      for (DerivedColumn column : relation.columns()) {
        String name = column.name().orElseThrow();
        String key = name.toLowerCase(Locale.ROOT);
        if (star.replaced().containsKey(key) || star.renamed().containsKey(key)) {
          throw refused("REPLACE and RENAME of columns of %s; name its columns".formatted(alias));
        }
        if (!isLeftOut(key)) {
          add(
              isMerged(key)
                  ? new BoundStar.Item.MergedItem(name)
                  : new BoundStar.Item.ColumnOf(alias, name),
              column.withoutMetric());
        }
      }
    }

    private void add(BoundStar.Item what, DerivedColumn column) {
      items.add(what);
      columns.add(column);
    }

    private boolean isMerged(String key) {
      return star.qualifier().isEmpty() && scope.isMerged(key);
    }

    private boolean isLeftOut(String key) {
      return star.excluded().contains(key) || isMerged(key) && !mergedSeen.add(key);
    }

    private CalqueException refused(String what) {
      return bindings.error(item, ErrorCode.NOT_SUPPORTED, what);
    }
  }

  /** A star over subqueries alone stays as it is. */
  private static Outputs untouched(List<Relation> relations) {
    return new Outputs(
        relations.stream().flatMap(r -> r.columns().stream()).toList(),
        relations.stream().noneMatch(Relation::isOpen));
  }

  private List<Relation> relations(Star star, Scope scope) {
    if (star.qualifier().isEmpty()) {
      if (scope.relations().isEmpty()) {
        throw bindings.error(
            star.id(), ErrorCode.UNKNOWN_ALIAS, "there is no FROM that this star could show");
      }
      return scope.relations();
    }
    String alias = star.qualifier().get();
    for (Optional<Scope> at = Optional.of(scope); at.isPresent(); at = at.get().outer()) {
      Optional<Relation> relation = at.get().relation(alias);
      if (relation.isPresent()) {
        return List.of(relation.get());
      }
    }
    List<String> aliases = scope.relations().stream().flatMap(r -> r.alias().stream()).toList();
    throw bindings.error(
        star.id(),
        ErrorCode.UNKNOWN_ALIAS,
        "no table here is called " + alias + NearestNames.hint(alias, aliases));
  }

  private void checkNames(SqlNode item, Star star, List<Relation> relations) {
    if (relations.stream().anyMatch(Relation::isOpen)) {
      return;
    }
    List<String> names =
        relations.stream()
            .flatMap(r -> r.columns().stream())
            .flatMap(c -> c.name().stream())
            .toList();
    Set<String> named = new HashSet<>(star.excluded());
    named.addAll(star.replaced().keySet());
    named.addAll(star.renamed().keySet());
    for (String name : named) {
      if (names.stream().noneMatch(name::equalsIgnoreCase)) {
        SqlPlace place = bindings.place(item);
        throw CalqueException.at(
            place,
            ErrorCode.UNKNOWN_FEATURE,
            "the star shows no column called %s%s".formatted(name, NearestNames.hint(name, names)));
      }
    }
  }
}
