package io.calque.generated;

import io.calque.generated.Relationship.Cardinality;
import io.calque.generated.Relationship.Hop;
import io.calque.generated.Relationship.Join;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Random joins between two entities, with the columns and bridges that they need. */
final class JoinMaker {
  /**
   * A join and what is true of its data, whatever is declared.
   *
   * @param oneLeft whether each row on the right reaches at most one on the left
   * @param oneRight whether each row on the left reaches at most one on the right
   */
  record Made(Join join, boolean oneLeft, boolean oneRight) {}

  private final Dice dice;
  private final EntityDraft left;
  private final EntityDraft right;
  private final List<EntityDraft> entities;
  private final List<TableDraft> bridges;

  /**
   * @param entities through which lookups may lead
   * @param bridges where new tables go
   */
  JoinMaker(
      Dice dice,
      EntityDraft left,
      EntityDraft right,
      List<EntityDraft> entities,
      List<TableDraft> bridges) {
    this.dice = dice;
    this.left = left;
    this.right = right;
    this.entities = entities;
    this.bridges = bridges;
  }

  /** A join that fits the declared cardinality. */
  Made make(String name, boolean isDefault, Cardinality cardinality) {
    return switch (cardinality) {
      case ONE_TO_MANY ->
          dice.chance(0.15)
              ? lookup(name, isDefault, true)
              : reference(name, isDefault, left, right, false);
      case MANY_TO_ONE -> reference(name, isDefault, right, left, false);
      case ONE_TO_ONE -> reference(name, isDefault, left, right, true);
      case MANY_TO_MANY ->
          dice.chance(0.75) ? lookup(name, isDefault, false) : attributes(name, isDefault);
    };
  }

  /** Rows of {@code many} hold keys of {@code one}, sometimes in either of two columns. */
  private Made reference(
      String name, boolean isDefault, EntityDraft one, EntityDraft many, boolean unique) {
    List<List<Object>> shuffled = dice.shuffled(one.keyValues());
    IntFunction<List<Object>> filling =
        unique ? i -> i < shuffled.size() ? shuffled.get(i) : nulls(one) : i -> one.someKey();
    String oneSide = one == left ? "source" : "destination";
    String manySide = one == left ? "destination" : "source";
    Expr condition = equal(oneSide, keys(one), manySide, many.addReference(one, filling));
    boolean either = !unique && dice.chance(0.2);
    if (either) {
      List<String> other = many.addReference(one, filling);
      condition = Expr.call(Operator.OR, condition, equal(oneSide, keys(one), manySide, other));
    }
    Join join = direct(name, isDefault, narrowed(condition));
    return one == left ? new Made(join, !either, unique) : new Made(join, unique, !either);
  }

  private static List<Object> nulls(EntityDraft one) {
    return new ArrayList<>(java.util.Collections.nCopies(one.keys().size(), null));
  }

  /** Any features, equal or in an order. */
  Made attributes(String name, boolean isDefault) {
    ExprMaker near = new ExprMaker(dice, left.columns("source"));
    ExprMaker far = new ExprMaker(dice, right.columns("destination"));
    Type type = dice.of(Type.INT, Type.INT, Type.TEXT);
    Operator operator = dice.of(Operator.EQ, Operator.EQ, Operator.LE, Operator.GT);
    Expr condition = Expr.call(operator, near.column(type), far.column(type));
    return new Made(direct(name, isDefault, narrowed(condition)), false, false);
  }

  private Join direct(String name, boolean isDefault, Expr condition) {
    boolean lookup = dice.chance(0.05);
    return new Join(name, isDefault, joinType(), lookup, List.of(new Hop(right.name(), condition)));
  }

  private String joinType() {
    return dice.of("left", "left", "inner", "right", "full");
  }

  /** Now and then a further condition on one side. */
  private Expr narrowed(Expr condition) {
    if (!dice.chance(0.25)) {
      return condition;
    }
    ExprMaker side =
        dice.chance(0.5)
            ? new ExprMaker(dice, left.columns("source"))
            : new ExprMaker(dice, right.columns("destination"));
    return condition.and(side.condition(0));
  }

  /** Through one bridge, two bridges, or an entity between. */
  private Made lookup(String name, boolean isDefault, boolean toOneLeft) {
    List<Hop> hops =
        toOneLeft
            ? overBridge(true)
            : switch (dice.weighted(5, 3, 2)) {
              case 0 -> overBridge(false);
              case 1 -> overTwoBridges();
              default -> overEntity(dice.pick(entities));
            };
    return new Made(new Join(name, isDefault, joinType(), true, hops), toOneLeft, false);
  }

  private List<Hop> overBridge(boolean toOneLeft) {
    TableDraft bridge = bridge();
    List<List<Object>> partners = dice.shuffled(List.copyOf(right.keyValues()));
    List<List<Object>> firsts = new ArrayList<>();
    partners.forEach(p -> firsts.add(left.someKey()));
    List<String> toLeft = new ArrayList<>();
    List<String> toRight = new ArrayList<>();
    List<Table.Column> columns = new ArrayList<>();
    columns.addAll(keyColumns("l_", left, toLeft));
    columns.addAll(keyColumns("r_", right, toRight));
    bridge.add(
        columns,
        i -> {
          List<Object> pair = new ArrayList<>();
          if (toOneLeft && !partners.isEmpty()) {
            int partner = dice.below(partners.size());
            pair.addAll(firsts.get(partner));
            pair.addAll(partners.get(partner));
          } else {
            pair.addAll(left.someKey());
            pair.addAll(right.someKey());
          }
          return pair;
        });
    bridge.add("w", Type.INT, i -> (long) dice.below(3));
    return List.of(
        new Hop(
            bridge.name(),
            weighed(equal("source", keys(left), "destination", toLeft), "destination")),
        new Hop(
            right.name(), weighed(equal("source", toRight, "destination", keys(right)), "source")));
  }

  private List<Hop> overTwoBridges() {
    TableDraft first = bridge();
    List<String> toLeft = new ArrayList<>();
    first.add(keyColumns("l_", left, toLeft), i -> left.someKey());
    first.add("x", Type.INT, i -> (long) dice.below(4));
    TableDraft second = bridge();
    List<String> toRight = new ArrayList<>();
    second.add("x", Type.INT, i -> dice.chance(0.1) ? null : (Object) (long) dice.below(4));
    second.add(keyColumns("r_", right, toRight), i -> right.someKey());
    second.add("w", Type.INT, i -> (long) dice.below(3));
    return List.of(
        new Hop(first.name(), equal("source", keys(left), "destination", toLeft)),
        new Hop(
            second.name(),
            weighed(equal("source", List.of("x"), "destination", List.of("x")), "destination")),
        new Hop(right.name(), equal("source", toRight, "destination", keys(right))));
  }

  private List<Hop> overEntity(EntityDraft between) {
    List<String> toLeft = between.addReference(left, i -> left.someKey());
    List<String> toRight = between.addReference(right, i -> right.someKey());
    return List.of(
        new Hop(between.name(), equal("source", keys(left), "destination", toLeft)),
        new Hop(right.name(), equal("source", toRight, "destination", keys(right))));
  }

  private TableDraft bridge() {
    int size = dice.chance(0.05) ? 0 : dice.between(2, 10);
    TableDraft bridge = new TableDraft(Model.SCHEMA + "b" + (bridges.size() + 1), size);
    bridges.add(bridge);
    return bridge;
  }

  private Expr weighed(Expr condition, String bridgeSide) {
    return dice.chance(0.2)
        ? condition.and(Expr.call(Operator.GT, Expr.column(bridgeSide, "w"), Expr.literal(0L)))
        : condition;
  }

  private static List<Table.Column> keyColumns(
      String prefix, EntityDraft entity, List<String> names) {
    List<Table.Column> columns =
        entity.keys().stream().map(k -> new Table.Column(prefix + k.name(), k.type())).toList();
    columns.forEach(column -> names.add(column.name()));
    return columns;
  }

  private static List<String> keys(EntityDraft entity) {
    return entity.keys().stream().map(Table.Column::name).toList();
  }

  /** Column by column. */
  static Expr equal(String side, List<String> names, String otherSide, List<String> otherNames) {
    Expr all = null;
    for (int i = 0; i < names.size(); i++) {
      Expr one =
          Expr.call(
              Operator.EQ,
              Expr.column(side, names.get(i)),
              Expr.column(otherSide, otherNames.get(i)));
      all = all == null ? one : all.and(one);
    }
    return all;
  }
}
