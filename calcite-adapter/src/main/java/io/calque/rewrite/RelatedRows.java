package io.calque.rewrite;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.model.Entity;
import io.calque.model.Node;
import io.calque.model.SqlTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows of a source that belong to the rows of an entity, each once, however many bridge rows or
 * branches of an OR lead to it (they are made distinct unless keys prove that one way leads to
 * each); ready to be grouped by {@link #keys}.
 *
 * <p>If the hop at the near end is a conjunction of equalities, the rows are grouped by the far
 * side of those, and the owner is joined to the groups. Otherwise they are grouped by the values
 * that the owners have on the near side of the hop.
 */
final class RelatedRows {
  /** How the rows are called in the FROM clause. */
  private static final String ALIAS = "s";

  private final Near near;
  private final EntitySql entities;
  private final Optional<EqualityHop> equalities;
  private final boolean pairs;
  private final boolean repeats;
  private final ChainSql chain;
  private final NodeSql owner;
  private final NodeSql nearest;
  private final NodeSql far;
  private final Map<String, String> shown = new LinkedHashMap<>();
  private final List<String> keys = new ArrayList<>();

  /**
   * @param near the path from the owner to the source
   * @param farEntity the source, if it is an entity
   */
  RelatedRows(Near near, Optional<Entity> farEntity, EntitySql entities) {
    this.near = near;
    this.entities = entities;
    this.equalities = EqualityHop.of(near.firstHop().predicate(), near.nearSide());
    this.pairs = equalities.isEmpty() || !near.path().isDirect();
    Near.Chain stretch =
        equalities.isPresent()
            ? near.beyondNearEnd()
            : new Near.Chain(near.path().nodes(), near.path().hops());
    this.chain =
        pairs
            ? new ChainSql(stretch, "b", entities::node)
            : new ChainSql(stretch, ALIAS, (node, alias) -> entities.node(node, ALIAS));
    NodeSql begin = near.forward() ? chain.first() : chain.last();
    this.far = near.forward() ? chain.last() : chain.first();
    this.owner = equalities.isPresent() ? null : begin;
    this.nearest = begin;
    if (equalities.isPresent()) {
      equalities.get().pairs().forEach(pair -> keys.add(show(nearest.column(pair.far()))));
    } else {
      near.nearRefs().forEach(name -> keys.add(show(owner.column(name))));
    }
    this.repeats = pairs && (equalities.isEmpty() || !eachMeetsOne(stretch));
    if (repeats) {
      identify(farEntity);
    }
  }

  /** Whether, towards the near end, each row meets at most one: the keys of a stretch tell. */
  private boolean eachMeetsOne(Near.Chain stretch) {
    for (int i = 0; i < stretch.hops().size(); i++) {
      Node nearer = stretch.nodes().get(near.forward() ? i : i + 1);
      List<String> fixed =
          EqualityHop.pairsIn(stretch.hops().get(i).predicate(), near.nearSide()).stream()
              .map(EqualityHop.Pair::near)
              .toList();
      if (!entities.isUnique(nearer, fixed)) {
        return false;
      }
    }
    return true;
  }

  /** What tells the far rows apart. */
  private void identify(Optional<Entity> farEntity) {
    if (near.farEnd() instanceof Node.TableNode) {
      show(far.expression("ROW_NUMBER() OVER (%s)".formatted(entities.dialect().anyOrder())));
      return;
    }
    Entity entity = farEntity.orElseThrow();
    if (entity.keys().isEmpty()) {
      throw CalqueException.of(
          ErrorCode.NOT_SUPPORTED,
          "the entity %s has no keys, so its rows cannot be counted once; declare its keys"
              .formatted(entity.name()));
    }
    entity.keys().forEach(key -> show(far.column(key)));
  }

  /** The SQL of the source's feature or column. */
  String column(String name) {
    return show(far.column(name));
  }

  /** The SQL of an expression over the source table's columns. */
  String expression(String sql) {
    return show(far.expression(sql));
  }

  private String show(String sql) {
    return pairs ? ALIAS + "." + shown.computeIfAbsent(sql, k -> "c" + (shown.size() + 1)) : sql;
  }

  /** The SQL of what the rows are to be grouped by; may be empty. */
  List<String> keys() {
    return keys;
  }

  /** Whether {@link #ofOwner} can tell the rows of one owner, and that leaves out most others. */
  boolean canBeFewFor(Restriction restriction) {
    return equalities.isPresent()
        && restriction.leavesFewOtherThanBy(
            equalities.get().pairs().stream().map(EqualityHop.Pair::near).toList());
  }

  /** The conditions that hold for the rows of one owner, beside which the rows stand LATERAL. */
  List<String> ofOwner(Function<String, String> ownerColumn) {
    return equalities.orElseThrow().pairs().stream()
        .map(pair -> nearest.column(pair.far()) + " = " + ownerColumn.apply(pair.near()))
        .toList();
  }

  /** The FROM clause, with a WHERE if need be; call it once all columns have been asked for. */
  String from(String filter) {
    return from(filter, List.of());
  }

  /**
   * The same for some owners.
   *
   * @param filter which rows count; may be empty
   * @param owners conditions that the rows of those owners meet
   */
  String from(String filter, List<String> owners) {
    List<String> conditions = new ArrayList<>(owners);
    for (SqlTemplate condition : equalities.map(EqualityHop::farOnly).orElse(List.of())) {
      conditions.add(TemplateSql.condition(condition, ref -> nearest.column(ref.name())));
    }
    String inside = where(conditions);
    if (!pairs) {
      if (!filter.isEmpty()) {
        conditions.add(filter);
      }
      return " FROM " + chain.from() + where(conditions);
    }
    String columns =
        shown.entrySet().stream()
            .map(entry -> entry.getKey() + " AS " + entry.getValue())
            .collect(Collectors.joining(", "));
    return " FROM (SELECT %s%s FROM %s%s) AS %s%s"
        .formatted(
            repeats ? "DISTINCT " : "",
            columns,
            chain.from(),
            inside,
            ALIAS,
            where(filter.isEmpty() ? List.of() : List.of(filter)));
  }

  private static String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  /**
   * The condition that joins the owner to its group.
   *
   * @param group the alias of the groups, whose columns {@code k1}, {@code k2}… are the keys
   * @param ownerColumn the SQL of the owner's features
   */
  String joinBack(String group, Function<String, String> ownerColumn) {
    List<String> conditions = new ArrayList<>();
    if (equalities.isPresent()) {
      for (EqualityHop.Pair pair : equalities.get().pairs()) {
        conditions.add(
            ownerColumn.apply(pair.near()) + " = " + group + ".k" + (conditions.size() + 1));
      }
    } else if (!near.nearRefs().isEmpty()) {
      List<String> groupKeys = new ArrayList<>();
      near.nearRefs().forEach(name -> groupKeys.add(group + ".k" + (groupKeys.size() + 1)));
      conditions.add(
          entities.sameValues(near.nearRefs().stream().map(ownerColumn).toList(), groupKeys));
    }
    return conditions.isEmpty()
        ? entities.dialect().booleans().always()
        : String.join(" AND ", conditions);
  }

  /** The keys as columns {@code k1}, {@code k2}…, with a comma after each. */
  String keyColumns() {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < keys.size(); i++) {
      sql.append(keys.get(i)).append(" AS k").append(i + 1).append(", ");
    }
    return sql.toString();
  }
}
