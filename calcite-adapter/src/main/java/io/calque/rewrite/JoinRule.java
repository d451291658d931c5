package io.calque.rewrite;

import io.calque.bind.BoundJoin;
import io.calque.bind.BoundName;
import io.calque.bind.EntityUse;
import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.model.Feature;
import io.calque.model.Hop;
import io.calque.model.Node;
import io.calque.model.TableName;
import io.calque.rewrite.SourceEdits.Rendered;
import io.calque.schema.SemanticSchema;
import io.calque.warehouse.WarehouseDialect;
import io.calque.warehouse.WarehouseDialect.FullJoin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns a join of the model into a join of the warehouse.
 *
 * <p>A direct join becomes its condition. A lookup keeps the meaning of its keyword between the two
 * entities, while the bridges inside are joined to each other by inner joins, and each path is a
 * row:
 *
 * <pre>
 * A LEFT JOIN B    A LEFT JOIN (bridges JOIN B ON …) ON …
 * A RIGHT JOIN B   (A JOIN bridges ON …) RIGHT JOIN B ON …
 * A FULL JOIN B    (A LEFT JOIN (bridges JOIN B's keys ON …) ON …) FULL JOIN B ON its keys
 * </pre>
 *
 * <p>All bridges of a path form one derived table that shows the columns of its two ends, under
 * names that nothing in the query bears: no column of a bridge can be mistaken for another.
 */
final class JoinRule {
  private final SemanticSchema schema;
  private final Names names;
  private final EntitySql entities;
  private final WarehouseDialect dialect;
  private final SourceEdits edits;
  private final List<BoundName> mentions;

  /**
   * @param mentions the names in the query that mean features
   */
  JoinRule(
      SemanticSchema schema,
      Names names,
      EntitySql entities,
      SourceEdits edits,
      List<BoundName> mentions) {
    this.schema = schema;
    this.mentions = mentions;
    this.names = names;
    this.entities = entities;
    this.dialect = entities.dialect();
    this.edits = edits;
  }

  /** Writes the join into the text. Inner joins come before those that contain them. */
  void apply(BoundJoin join) {
    checkWritable(join);
    Near near = new Near(join.traversal().join().path(), join.traversal().direction());
    if (near.path().isDirect()) {
      state(join, "", condition(near, near.firstHop(), of(join.from()), of(join.to())));
      return;
    }
    Path path = path(near);
    String atNear = condition(near, near.firstHop(), of(join.from()), path.nearColumns()::get);
    String atFar = condition(near, near.lastHop(), path.farColumns()::get, of(join.to()));
    switch (join.keyword()) {
      case INNER, LEFT -> {
        if (dialect.nestsJoins()) {
          edits.insertBefore(join.right().start(), "(" + path.relation() + " JOIN ");
          state(join, " ON " + atFar + ")", atNear);
        } else {
          edits.insertBefore(join.right().start(), path.relation() + " ON " + atNear + " JOIN ");
          state(join, "", atFar);
        }
      }
      case RIGHT -> {
        edits.insertBefore(join.left().start(), dialect.nestsJoins() ? "(" : "");
        edits.insertAfter(join.left().end(), " JOIN " + path.relation() + " ON " + atNear);
        edits.insertAfter(join.left().end(), dialect.nestsJoins() ? ")" : "");
        state(join, "", atFar);
      }
      case FULL -> full(join, near, path, atNear);
    }
  }

  /** Refuses what the warehouse has no way to say. */
  private void checkWritable(BoundJoin join) {
    boolean isLookup = !join.traversal().join().path().isDirect();
    boolean isFull = join.keyword() == BoundJoin.Keyword.FULL;
    if (isFull && !dialect.fullJoins().contains(isLookup ? FullJoin.LOOKUP : FullJoin.DIRECT)) {
      throw CalqueException.at(
          join.right(),
          ErrorCode.NOT_SUPPORTED,
          "%s has no FULL JOIN%s; write the LEFT JOIN, then UNION ALL, then the rows of %s that meet none"
              .formatted(
                  dialect.name(), isLookup ? " over bridges" : "", join.to().entity().name()));
    }
    if (isLookup && join.keyword() == BoundJoin.Keyword.LEFT && !dialect.nestsJoins()) {
      throw CalqueException.at(
          join.right(),
          ErrorCode.NOT_SUPPORTED,
          "%s has no joins in parentheses, which a LEFT JOIN over bridges is; write %s first, then RIGHT JOIN"
              .formatted(dialect.name(), join.to().entity().name()));
    }
  }

  private void full(BoundJoin join, Near near, Path path, String atNear) {
    EntityUse to = join.to();
    List<Feature> keys =
        to.entity().keys().stream().map(key -> to.entity().feature(key).orElseThrow()).toList();
    String hidden = names.fresh(to.name());
    List<Feature> reached =
        to.entity().features().stream()
            .filter(
                f ->
                    keys.contains(f)
                        || farRefs(near).contains(f.name())
                        || conditionNames(join).anyMatch(name -> name.feature().equals(f)))
            .toList();
    String reach =
        condition(
            near,
            near.lastHop(),
            path.farColumns()::get,
            name -> hidden + "." + names.feature(to.entity().feature(name).orElseThrow()));
    Rendered condition = movedCondition(join, hidden, atNear);
    edits.insertBefore(join.left().start(), "(");
    edits.insertAfter(
        join.left().end(),
        new SqlWriter()
            .add(
                " LEFT JOIN (%s JOIN (%s) AS %s ON %s) ON "
                    .formatted(
                        path.relation(),
                        entities.selectMarked(
                            schema.entity(to.entity().name()).orElseThrow(), reached),
                        hidden,
                        reach))
            .add(condition)
            .add(")")
            .done());
    List<String> reachedRow = new ArrayList<>(List.of(hidden + "." + Names.PRESENT));
    List<String> row = new ArrayList<>(List.of(names.alias(to) + "." + Names.PRESENT));
    for (Feature key : keys) {
      reachedRow.add(hidden + "." + names.feature(key));
      row.add(names.alias(to) + "." + names.feature(key));
    }
    state(join, "", "(" + names.sameValues(reachedRow, row) + ")");
  }

  /** The names in the join's own condition that mean features of the far entity. */
  private Stream<BoundName> conditionNames(BoundJoin join) {
    return join.request() instanceof BoundJoin.Request.On on
        ? mentions.stream()
            .filter(name -> name.use().filter(use -> use == join.to()).isPresent())
            .filter(
                name ->
                    on.condition().start() <= name.place().start()
                        && name.place().end() <= on.condition().end())
        : Stream.empty();
  }

  /** What the query asks of each path, with the far entity as the paths reach it. */
  private Rendered movedCondition(BoundJoin join, String hidden, String atNear) {
    if (!(join.request() instanceof BoundJoin.Request.On on)) {
      return Rendered.of(atNear);
    }
    conditionNames(join)
        .forEach(name -> edits.replace(name.place(), hidden + "." + names.feature(name.feature())));
    edits.replace(on.name(), atNear);
    Rendered moved = edits.take(on.condition().start(), on.condition().end());
    return moved;
  }

  private static List<String> farRefs(Near near) {
    return near.lastHop().predicate().sideRefs(near.farSide());
  }

  /** Puts the condition where the query asks for the join, after what closes the right operand. */
  private void state(BoundJoin join, String closing, String condition) {
    if (join.request() instanceof BoundJoin.Request.On on) {
      edits.insertAfter(join.right().end(), closing);
      boolean isMoved =
          join.keyword() == BoundJoin.Keyword.FULL && !join.traversal().join().path().isDirect();
      edits.replace(isMoved ? on.condition() : on.name(), condition);
    } else {
      edits.insertAfter(join.right().end(), closing + " ON " + condition);
      if (join.request() instanceof BoundJoin.Request.Using using) {
        edits.replace(join.right().end(), using.clause().end(), Rendered.of(""));
      }
    }
  }

  private String condition(
      Near near, Hop hop, Function<String, String> nearer, Function<String, String> farther) {
    return TemplateSql.condition(
        hop.predicate(),
        ref -> (ref.side() == near.nearSide() ? nearer : farther).apply(ref.name()));
  }

  private Function<String, String> of(EntityUse use) {
    return name -> names.alias(use) + "." + names.feature(use.entity().feature(name).orElseThrow());
  }

  /**
   * The bridges of a lookup as one relation.
   *
   * @param relation the derived table with its alias
   * @param nearColumns the columns of the bridge at the near end, by name
   * @param farColumns the columns of the bridge at the far end, by name
   */
  private record Path(
      String relation, Map<String, String> nearColumns, Map<String, String> farColumns) {}

  private Path path(Near near) {
    Near.Chain bridges = near.bridges();
    String alias = names.fresh(hint(bridges.nodes().get(0)));
    ChainSql chain = new ChainSql(bridges, "b", entities::node);
    NodeSql nearest = near.forward() ? chain.first() : chain.last();
    NodeSql farthest = near.forward() ? chain.last() : chain.first();
    Map<String, String> shown = new LinkedHashMap<>();
    Map<String, String> nearColumns = new LinkedHashMap<>();
    Map<String, String> farColumns = new LinkedHashMap<>();
    for (String name : near.firstHop().predicate().sideRefs(near.farSide())) {
      nearColumns.put(name, alias + "." + show(nearest.column(name), name, shown));
    }
    for (String name : near.lastHop().predicate().sideRefs(near.nearSide())) {
      farColumns.put(name, alias + "." + show(farthest.column(name), name, shown));
    }
    String columns =
        shown.isEmpty()
            ? entities.dialect().booleans().trueValue() + " AS " + Names.PRESENT
            : shown.entrySet().stream()
                .map(entry -> entry.getKey() + " AS " + entry.getValue())
                .collect(Collectors.joining(", "));
    return new Path(
        "(SELECT %s FROM %s) AS %s".formatted(columns, chain.from(), alias),
        nearColumns,
        farColumns);
  }

  private String show(String sql, String name, Map<String, String> shown) {
    return shown.computeIfAbsent(sql, k -> names.fresh(name));
  }

  private static String hint(Node node) {
    if (node instanceof Node.TableNode bare) {
      return bare.source() instanceof TableName table
          ? table.last().toLowerCase(Locale.ROOT)
          : "pairs";
    }
    return node.toString();
  }
}
