package io.calque.rewrite;

import io.calque.bind.EntityUse;
import io.calque.bind.Equality;
import io.calque.bind.MetricSelect.Conjunct;
import io.calque.model.Feature;
import io.calque.rewrite.MetricPlan.PlannedCall;
import io.calque.rewrite.SourceEdits.Rendered;
import io.calque.warehouse.Aggregates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes an entity grouped by what joins it, in the place of the entity:
 *
 * <pre>
 * (SELECT i.order_id, SUM(i.net) AS p_1, TRUE AS present
 *  FROM (…) AS i WHERE i.flag = 'R' AND i.order_id IN (SELECT o.id FROM (…) AS o WHERE …)
 *  GROUP BY i.order_id) AS i
 * </pre>
 *
 * <p>The conditions on the other entities are repeated inside: on TPC-H, grouping all lines for ten
 * orders takes sixty times as long, and for half of the orders the same.
 */
final class FoldSql {
  private final Names names;
  private final SourceEdits edits;
  private final EntitySql entities;
  private final Aggregates functions;

  FoldSql(Names names, SourceEdits edits, EntitySql entities) {
    this.names = names;
    this.edits = edits;
    this.entities = entities;
    this.functions = entities.dialect().aggregates();
  }

  /**
   * Writes one.
   *
   * @param calls the metrics of the entity
   * @return the columns of the partial aggregates
   */
  Map<AggregateCall, String> write(Fold fold, List<PlannedCall> calls) {
    EntityUse use = fold.use();
    String alias = names.alias(use);
    List<String> keys = fold.keys().stream().map(key -> column(use, key)).toList();
    Map<AggregateCall, String> columns = new LinkedHashMap<>();
    SqlWriter sql = new SqlWriter().add("(SELECT ").add(String.join(", ", keys));
    for (PlannedCall call : calls) {
      for (AggregateCall aggregate : call.metric().aggregates()) {
        if (!columns.containsKey(aggregate)) {
          columns.put(aggregate, names.fresh("p"));
          sql.add(", ")
              .add(aggregate.sql(Rendered.of(""), name -> column(use, name), functions))
              .add(" AS " + columns.get(aggregate));
        }
      }
    }
    if (!calls.isEmpty()) {
      sql.add(", " + entities.dialect().booleans().trueValue() + " AS " + Names.PRESENT);
    }
    sql.add(" FROM (" + entities.select(use, use.needed()) + ") AS " + alias);
    List<Rendered> conditions = new ArrayList<>();
    fold.conditions().forEach(condition -> conditions.add(render(condition)));
    fold.near().ifPresent(near -> conditions.add(isNear(use, near)));
    sql.add(conditions.isEmpty() ? "" : " WHERE ").addAll(conditions, " AND ");
    sql.add(" GROUP BY " + String.join(", ", keys) + ")");
    sql.add(use.isAliasGiven() ? "" : " AS " + alias);
    edits.replace(use.place().start(), use.place().end(), sql.done());
    return columns;
  }

  /** Leaves out of WHERE what has moved. */
  void leaveOut(Fold fold) {
    for (Conjunct condition : fold.conditions()) {
      edits.replace(condition.place(), entities.dialect().booleans().always());
    }
  }

  private Rendered render(Conjunct condition) {
    return new SqlWriter()
        .add("(")
        .add(edits.render(condition.place().start(), condition.place().end()))
        .add(")")
        .done();
  }

  private Rendered isNear(EntityUse use, Fold.NearRows near) {
    Equality equality = near.equality();
    EntityUse nearest = equality.other(use).orElseThrow();
    String own = column(use, equality.end(use).orElseThrow());
    String found = column(nearest, equality.end(nearest).orElseThrow());
    SqlWriter sql =
        new SqlWriter().add(own + " IN (SELECT " + found + " FROM " + relation(nearest, near));
    for (Fold.Reached reached : near.joins()) {
      List<String> equal =
          reached.equalities().stream()
              .map(
                  e ->
                      column(e.left(), e.leftFeature())
                          + " = "
                          + column(e.right(), e.rightFeature()))
              .toList();
      sql.add(" JOIN " + relation(reached.use(), near) + " ON " + String.join(" AND ", equal));
    }
    return sql.add(" WHERE ")
        .addAll(near.conditions().stream().map(this::render).toList(), " AND ")
        .add(")")
        .done();
  }

  /** An entity with the features that tell near rows. */
  private String relation(EntityUse use, Fold.NearRows near) {
    Set<Feature> needed = new LinkedHashSet<>();
    near.conditions().stream()
        .filter(condition -> condition.use().orElseThrow() == use)
        .forEach(condition -> needed.addAll(condition.features()));
    List<Equality> equalities = new ArrayList<>(List.of(near.equality()));
    near.joins().forEach(reached -> equalities.addAll(reached.equalities()));
    for (Equality equality : equalities) {
      equality.end(use).ifPresent(needed::add);
    }
    return "(" + entities.select(use, needed) + ") AS " + names.alias(use);
  }

  private String column(EntityUse use, Feature feature) {
    return names.alias(use) + "." + names.feature(feature);
  }

  private String column(EntityUse use, String feature) {
    return column(use, use.entity().feature(feature).orElseThrow());
  }
}
