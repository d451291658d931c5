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
    scope.select().ifPresent(facts -> facts.hasStar = true);
    boolean passesMetricsOn = scope.relations().stream().anyMatch(StarBinder::passesMetricsOn);
    if (!hasBridges(scope) && !passesMetricsOn) {
      return wholeRows(select, scope);
    }
    int start = bindings.source.inside(select.getParserPosition()).start();
    SqlIdentifier star = SqlIdentifier.star(select.getParserPosition());
    Expansion expansion = new Expansion(star, Star.of(star), scope);
    scope.relations().forEach(expansion::add);
    bindings.stars.add(new BoundStar(bindings.stretch(start, start), expansion.items));
    return new Outputs(expansion.columns, !scope.hasOpenRelation());
  }

  /** What {@code TABLE t} shows: whole rows, of which no metric is passed on. */
  Outputs wholeRows(SqlNode query, Scope scope) {
    needWholeRows(query, scope);
    return untouched(scope.relations()).withoutMetrics();
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
      bindings.seal(relation, node);
      if (relation instanceof EntityUse use) {
        use.needWholeRow();
      }
    }
  }

  /** Binds a star that stands in a select list. */
  Outputs bind(SqlNode item, Scope scope) {
    return bind(item, item, scope);
  }

  /**
   * Binds a star.
   *
   * @param item what stands in the select list: the star, or {@code COLUMNS} around it
   */
  Outputs bind(SqlNode item, SqlNode written, Scope scope) {
    Star star = Star.of(written);
    Optional<Outputs> fields = fieldsOfStruct(star, scope);
    if (fields.isPresent()) {
      scope.select().ifPresent(facts -> facts.hasStar = true);
      return fields.get();
    }
    List<Relation> relations = relations(star, scope);
    checkNames(item, star, relations);
    boolean hasEntities = relations.stream().anyMatch(EntityUse.class::isInstance);
    boolean isAlone = scope.relations().size() == 1;
    boolean canBeNamed =
        relations.stream().allMatch(relation -> isAlone || relation.alias().isPresent());
    boolean canBeSpelledOut = relations.stream().allMatch(StarBinder::canBeSpelledOut);
    if (!canBeNamed || !hasEntities && !canBeSpelledOut) {
      return asItStands(item, star, relations, scope);
    }
    Expansion expansion = new Expansion(item, star, scope);
    relations.forEach(expansion::add);
    BoundStar bound = new BoundStar(bindings.place(item), expansion.items);
    if (hasEntities || relations.stream().anyMatch(StarBinder::passesMetricsOn)) {
      bindings.stars.add(bound);
    }
    scope.select().ifPresent(facts -> facts.stars.add(bound));
    return new Outputs(expansion.columns, relations.stream().noneMatch(Relation::isOpen));
  }

  private static boolean canBeSpelledOut(Relation relation) {
    return relation instanceof EntityUse || ((DerivedRelation) relation).canBeSpelledOut();
  }

  private static boolean passesMetricsOn(Relation relation) {
    return relation instanceof DerivedRelation derived && derived.passesMetricsOn();
  }

  private Outputs asItStands(SqlNode item, Star star, List<Relation> relations, Scope scope) {
    scope.select().ifPresent(facts -> facts.hasStar = true);
    if (relations.stream().anyMatch(EntityUse.class::isInstance)) {
      needWholeRows(item, scope);
    }
    relations.forEach(relation -> bindings.seal(relation, item));
    star.replaced().values().forEach(replacement -> expressions.bind(replacement, scope));
    return star.isPlain() && !scope.hasMerged() ? untouched(relations) : Outputs.unknown();
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
        if (isLeftOut(key) || isReplaced(key, Name.given(feature.name()))) {
          continue;
        }
        use.need(feature);
        if (star.renamed().containsKey(key)) {
          Name name = bindings.name(star.renamed().get(key));
          add(new BoundStar.Item.RenamedItem(use, feature, name), DerivedColumn.named(name));
        } else if (isMerged(key)) {
          add(new BoundStar.Item.MergedItem(feature.name()), use.asColumn(feature));
        } else {
          add(new BoundStar.Item.FeatureItem(use, feature), use.asColumn(feature));
        }
      }
    }

    private void addDerived(DerivedRelation relation) {
      if (!relation.canBeSpelledOut()) {
        if (!star.isPlain() || star.qualifier().isEmpty() && scope.hasMerged()) {
          throw refused(
              "the columns of %s cannot be told here; name them"
                  .formatted(relation.alias().orElse("a subquery")));
        }
        bindings.seal(relation, item);
        items.add(new BoundStar.Item.AllOf(relation.called().orElseThrow()));
        columns.addAll(relation.columns());
        return;
      }
      for (DerivedColumn column : relation.columns()) {
        Name name = column.name().orElseThrow();
        String key = name.value().toLowerCase(Locale.ROOT);
        if (isLeftOut(key) || isReplaced(key, name)) {
          continue;
        }
        Optional<Name> shownAs = Optional.ofNullable(star.renamed().get(key)).map(bindings::name);
        Optional<MetricOrigin> metric = expressions.passedOn(relation, column, scope);
        if (isMerged(key)) {
          add(new BoundStar.Item.MergedItem(name.value()), column.withoutMetric());
        } else {
          add(
              new BoundStar.Item.ColumnOf(relation.called(), name, shownAs),
              shownAs.map(DerivedColumn::named).orElse(column).withMetric(metric));
        }
      }
    }

    private void add(BoundStar.Item what, DerivedColumn column) {
      items.add(what);
      columns.add(column);
    }

    private boolean isReplaced(String key, Name name) {
      SqlNode replacement = star.replaced().get(key);
      if (replacement == null) {
        return false;
      }
      expressions.bind(replacement, scope);
      SqlPlace expression = bindings.place(SelectItems.withoutAlias(replacement));
      add(
          new BoundStar.Item.ReplacedItem(bindings.place(replacement), expression),
          DerivedColumn.named(name));
      return true;
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
            .map(Name::value)
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
