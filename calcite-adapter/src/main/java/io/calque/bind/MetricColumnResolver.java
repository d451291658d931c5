package io.calque.bind;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.SqlPlace;
import io.calque.model.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.sql.SqlIdentifier;

/**
 * Finds the metric whose column a name means: an entity's own, or one that a subquery passes on.
 */
final class MetricColumnResolver {
  private final Bindings bindings;
  private final NameResolver names;

  MetricColumnResolver(Bindings bindings, NameResolver names) {
    this.bindings = bindings;
    this.names = names;
  }

  /**
   * A metric's column.
   *
   * @param at the scope of the SELECT that it belongs to
   * @param name how the column is called
   * @param passed the subquery that passes it on, if it is not the entity's own column
   */
  record MetricColumn(
      EntityUse use, Metric metric, Scope at, String name, Optional<Passed> passed) {}

  /** A metric's column that a subquery of that alias passes on. */
  record Passed(Optional<Name> alias, MetricOrigin origin) {}

  /**
   * The metric whose column a name means; empty if it means anything else. A feature of that name
   * comes first, and so does an alias.
   *
   * @throws CalqueException if it may be the metric of more than one entity
   */
  Optional<MetricColumn> metricColumn(SqlIdentifier id, Scope scope) {
    if (id.isStar()) {
      return Optional.empty();
    }
    Optional<MetricColumn> passed = passedMetric(id, scope);
    if (passed.isPresent()) {
      SelectFacts select = passed.get().at().select().orElseThrow();
      boolean isOfGroup = select.isAggregating && select.clause != SelectFacts.Clause.FROM;
      return passed.filter(column -> isOfGroup);
    }
    if (!bindings.schema.hasMetric(id.names.get(id.names.size() - 1))) {
      return Optional.empty();
    }
    for (Optional<Scope> at = Optional.of(scope); at.isPresent(); at = at.get().outer()) {
      if (names.isColumn(id, at.get()) || isAlias(id, scope)) {
        return Optional.empty();
      }
      Optional<MetricColumn> found =
          id.isSimple() ? bareMetric(id, at.get()) : qualifiedMetric(id, at.get());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a name is that of an item of the select list: one before it, if it stands there too.
   */
  private boolean isAlias(SqlIdentifier id, Scope scope) {
    if (!scope.isAlias(id.names.get(0))) {
      return false;
    }
    SqlPlace place = bindings.place(id);
    return scope
        .select()
        .filter(facts -> facts.list.start() <= place.start() && place.end() <= facts.list.end())
        .map(facts -> facts.aliases.get(id.names.get(0).toLowerCase(Locale.ROOT)))
        .map(expression -> expression.end() < place.start())
        .orElse(true);
  }

  /** A column of a subquery in this SELECT's FROM that is a metric's. */
  Optional<MetricColumn> passedMetric(SqlIdentifier id, Scope scope) {
    Scope at = scope.selectScope();
    if (at.select().isEmpty() || id.names.size() > 2) {
      return Optional.empty();
    }
    String name = id.names.get(id.names.size() - 1);
    List<MetricColumn> found = new ArrayList<>();
    for (Relation relation : at.relations()) {
      boolean qualifies =
          id.isSimple() || relation.alias().filter(id.names.get(0)::equalsIgnoreCase).isPresent();
      if (qualifies && relation instanceof DerivedRelation derived) {
        derived.columns().stream()
            .filter(column -> column.isCalled(name) && column.metric().isPresent())
            .map(column -> column.metric().orElseThrow())
            .forEach(
                origin ->
                    found.add(
                        new MetricColumn(
                            origin.use(),
                            origin.metric(),
                            at,
                            name,
                            Optional.of(new Passed(derived.called(), origin)))));
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static Optional<MetricColumn> qualifiedMetric(SqlIdentifier id, Scope at) {
    int qualifiers = NameResolver.qualifierParts(id, at);
    if (qualifiers == 0 || qualifiers != id.names.size() - 1) {
      return Optional.empty();
    }
    String name = id.names.get(qualifiers);
    return at.relation(id.names.get(qualifiers - 1))
        .filter(relation -> relation instanceof EntityUse use && use.column(name).isEmpty())
        .flatMap(
            relation ->
                ((EntityUse) relation)
                    .entity()
                    .metric(name)
                    .map(
                        metric ->
                            new MetricColumn(
                                (EntityUse) relation,
                                metric,
                                at,
                                metric.name(),
                                Optional.empty())));
  }

  private Optional<MetricColumn> bareMetric(SqlIdentifier id, Scope at) {
    List<EntityUse> uses =
        at.relations().stream()
            .filter(EntityUse.class::isInstance)
            .map(EntityUse.class::cast)
            .toList();
    List<EntityUse> owners =
        uses.stream().filter(use -> use.entity().metric(id.getSimple()).isPresent()).toList();
    if (owners.size() > 1 && owners.get(0) != uses.get(0)) {
      throw bindings.error(
          id,
          ErrorCode.AMBIGUOUS_NAME,
          "several tables here have a metric %s; write %s"
              .formatted(
                  id.getSimple(),
                  String.join(
                      " or ",
                      owners.stream().map(use -> use.name() + "." + id.getSimple()).toList())));
    }
    return owners.stream()
        .findFirst()
        .map(
            use -> {
              Metric metric = use.entity().metric(id.getSimple()).orElseThrow();
              return new MetricColumn(use, metric, at, metric.name(), Optional.empty());
            });
  }
}
