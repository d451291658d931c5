package io.calque.generated;

import io.calque.generated.ExprMaker.Typed;
import io.calque.generated.JoinMaker.Made;
import io.calque.generated.Relationship.Join;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Random features of an entity. They refer to what there is already, so there is no cycle. */
final class FeatureMaker {
  private final Dice dice;
  private final Map<String, EntityDraft> entities;
  private final List<Relationship> relationships;
  private final Map<String, Made> joins;

  /**
   * @param joins by name
   */
  FeatureMaker(
      Dice dice,
      Map<String, EntityDraft> entities,
      List<Relationship> relationships,
      Map<String, Made> joins) {
    this.dice = dice;
    this.entities = entities;
    this.relationships = relationships;
    this.joins = joins;
  }

  /** A related entity, and how it is reached. */
  private record Way(EntityDraft source, String join, boolean toOne, boolean trulyToOne) {}

  /** Adds a feature, unless what the dice asked for is not possible here. */
  void addTo(EntityDraft owner) {
    String suffix = String.valueOf(owner.features().size() + 1);
    Optional<? extends Feature> made =
        switch (dice.weighted(2, 4, 3, 3)) {
          case 0 -> Optional.of(formula(owner, "calc" + suffix));
          case 1 -> metric(owner, "met" + suffix);
          case 2 -> toOne(owner, "one" + suffix);
          default -> firstLast(owner, "pick" + suffix);
        };
    made.ifPresent(owner.features()::add);
  }

  Feature formula(EntityDraft owner, String name) {
    Type type = dice.of(Type.INT, Type.INT, Type.TEXT);
    ExprMaker maker = new ExprMaker(dice, owner.columns(""));
    Expr sql =
        dice.chance(0.15)
            ? Expr.literal(type == Type.INT ? (Object) 1L : "x")
            : maker.value(type, dice.between(1, 2));
    return new Feature.Formula(name, type, sql);
  }

  private Optional<Feature> metric(EntityDraft owner, String name) {
    List<Way> ways =
        ways(owner).stream().filter(w -> !w.toOne() && !w.source().metrics().isEmpty()).toList();
    if (ways.isEmpty()) {
      return Optional.empty();
    }
    Way way = dice.pick(ways);
    Entity.Metric metric = dice.pick(way.source().metrics());
    return Optional.of(
        new Feature.Metric(
            name,
            metric.type(),
            way.source().name(),
            way.join(),
            metric.name(),
            filters(way.source().columns("source"))));
  }

  private Optional<Feature> toOne(EntityDraft owner, String name) {
    List<Way> ways = ways(owner).stream().filter(w -> w.toOne() && w.trulyToOne()).toList();
    if (ways.isEmpty() || dice.chance(0.15)) {
      return Optional.of(ofRelatedTable(owner, name));
    }
    Way way = dice.pick(ways);
    Feature field = dice.pick(way.source().features());
    return Optional.of(
        new Feature.ToOne(
            name,
            field.type(),
            way.source().name(),
            way.join(),
            field.name(),
            filters(way.source().columns("source"))));
  }

  private Optional<Feature> firstLast(EntityDraft owner, String name) {
    List<Way> ways = ways(owner).stream().filter(way -> !way.toOne()).toList();
    if (ways.isEmpty() || dice.chance(0.15)) {
      return Optional.of(ofRelatedRows(owner, name));
    }
    Way way = dice.pick(ways);
    List<Feature> sortable =
        way.source().features().stream().filter(f -> f.type() != Type.REAL).toList();
    Feature field = dice.pick(way.source().features());
    return Optional.of(
        new Feature.FirstLast(
            name,
            field.type(),
            way.source().name(),
            way.join(),
            dice.chance(0.5),
            dice.pick(sortable).name(),
            field.name(),
            dice.weighted(6, 2, 1) + 1,
            filters(way.source().columns("source"))));
  }

  private List<Way> ways(EntityDraft owner) {
    List<Way> ways = new ArrayList<>();
    for (Relationship relationship : relationships) {
      if (relationship.left().equals(owner.name())) {
        addWays(ways, relationship, true);
      }
      if (relationship.right().equals(owner.name())) {
        addWays(ways, relationship, false);
      }
    }
    return ways;
  }

  private void addWays(List<Way> ways, Relationship relationship, boolean forwards) {
    EntityDraft source = entities.get(forwards ? relationship.right() : relationship.left());
    boolean backwardsOnItself = relationship.isSelf() && !forwards;
    for (Join join : relationship.joins()) {
      Made made = joins.get(join.name());
      boolean truly = forwards ? made.oneRight() : made.oneLeft();
      boolean toOne = relationship.cardinality().isToOne(forwards);
      String name = join.name() + (backwardsOnItself ? "__reversed" : "");
      ways.add(new Way(source, name, toOne, truly));
      if (join.isDefault() && !backwardsOnItself) {
        ways.add(new Way(source, null, toOne, truly));
      }
    }
  }

  private List<Filter> filters(List<Typed> columns) {
    List<Filter> filters = new ArrayList<>();
    while (dice.chance(filters.isEmpty() ? 0.35 : 0.2)) {
      filters.add(
          dice.chance(0.5)
              ? new Filter.Sql(new ExprMaker(dice, columns).condition(1))
              : fieldFilter(dice.pick(columns)));
    }
    return filters;
  }

  private Filter fieldFilter(Typed column) {
    String field = ((Expr.Column) column.expression()).name();
    if (column.type() == Type.REAL || dice.chance(0.2)) {
      return new Filter.Field(field, dice.of("is_set", "is_not_set"), List.of());
    }
    if (column.type() == Type.TEXT) {
      return new Filter.Field(
          field, dice.of("is", "is_not"), dice.of(List.of("a"), List.of("b", "c")));
    }
    Object low = (long) dice.below(3);
    return dice.chance(0.25)
        ? new Filter.Field(field, "between", List.of(low, 3L))
        : new Filter.Field(field, dice.of("is", "is_not", "gt", "gte", "lt", "lte"), List.of(low));
  }

  /** A column of a table with one row for each value of a number. */
  private Feature ofRelatedTable(EntityDraft owner, String name) {
    TableDraft table = related(owner, dice.between(1, 5));
    table.add("code", Type.INT, i -> (long) i);
    table.add("v", Type.TEXT, i -> dice.of("a", "b", null));
    Expr condition =
        Expr.call(Operator.EQ, Expr.column("source", "n1"), Expr.column("destination", "code"));
    relate(owner, table, Relationship.Cardinality.MANY_TO_ONE, condition);
    return new Feature.ToOne(
        name, Type.TEXT, table.name(), null, "v", filters(tableColumns("v", Type.TEXT)));
  }

  /** A column of a table with any number of rows for each row of the entity. */
  private Feature ofRelatedRows(EntityDraft owner, String name) {
    TableDraft table = related(owner, dice.between(2, 8));
    List<Table.Column> columns =
        owner.keys().stream().map(k -> new Table.Column("o_" + k.name(), k.type())).toList();
    table.add(columns, i -> owner.someKey());
    table.add("ts", Type.INT, i -> dice.chance(0.2) ? null : (Object) (long) dice.below(3));
    table.add("v", Type.TEXT, i -> dice.of("a", "b", "c", null));
    Expr condition =
        JoinMaker.equal(
            "source",
            owner.keys().stream().map(Table.Column::name).toList(),
            "destination",
            columns.stream().map(Table.Column::name).toList());
    relate(owner, table, Relationship.Cardinality.ONE_TO_MANY, condition);
    return new Feature.FirstLast(
        name,
        Type.TEXT,
        table.name(),
        dice.of("to_" + table.name().substring(Model.SCHEMA.length()), null),
        dice.chance(0.5),
        "ts",
        "v",
        dice.weighted(4, 2, 1) + 1,
        filters(tableColumns("ts", Type.INT)));
  }

  private static List<Typed> tableColumns(String column, Type type) {
    return List.of(new Typed(Expr.column("source", column), type));
  }

  private final List<TableDraft> tables = new ArrayList<>();

  private TableDraft related(EntityDraft owner, int size) {
    String name = "%sr_%s%d".formatted(Model.SCHEMA, owner.name(), tables.size() + 1);
    TableDraft table = new TableDraft(name, size);
    tables.add(table);
    return table;
  }

  /** The tables of related sources. */
  List<TableDraft> tables() {
    return tables;
  }

  private static void relate(
      EntityDraft owner, TableDraft table, Relationship.Cardinality cardinality, Expr condition) {
    String name = "to_" + table.name().substring(Model.SCHEMA.length());
    Join join =
        new Join(name, true, "left", false, List.of(new Relationship.Hop(table.name(), condition)));
    owner
        .relatedSources()
        .add(new Relationship(owner.name(), table.name(), cardinality, List.of(join)));
  }
}
