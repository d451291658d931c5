package io.calque.generated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An entity in the making, with its table. */
final class EntityDraft {
  private final Dice dice;
  private final String name;
  private final TableDraft table;
  private final boolean keysAreColumns;
  private final List<Table.Column> keyColumns = new ArrayList<>();
  private final List<List<Object>> keyValues = new ArrayList<>();
  private final List<Feature> features = new ArrayList<>();
  private final List<Entity.Metric> metrics = new ArrayList<>();
  private final List<Relationship> relatedSources = new ArrayList<>();

  EntityDraft(Dice dice, String name) {
    this.dice = dice;
    this.name = name;
    this.table = new TableDraft(Model.SCHEMA + "t_" + name, size(dice));
    this.keysAreColumns = dice.chance(0.1);
    addKey();
    addOwn("n1", Type.INT, i -> number());
    addOwn("n2", Type.INT, i -> number());
    addOwn("s1", Type.TEXT, i -> dice.of("a", "a", "b", "c", null));
  }

  private static int size(Dice dice) {
    return dice.chance(0.07) ? 0 : dice.between(1, 7);
  }

  private Object number() {
    return dice.chance(0.2) ? null : (Object) (long) dice.below(5);
  }

  /** Unique, sometimes in two columns; in few rows NULL. */
  private void addKey() {
    int kind = dice.weighted(6, 2, 2);
    boolean composite = kind == 1;
    keyColumns.add(new Table.Column("id", kind == 2 ? Type.TEXT : Type.INT));
    if (composite) {
      keyColumns.add(new Table.Column("part", dice.of(Type.INT, Type.TEXT)));
    }
    Set<List<Object>> taken = new HashSet<>();
    while (keyValues.size() < table.size()) {
      List<Object> key = new ArrayList<>();
      for (Table.Column column : keyColumns) {
        key.add(keyPart(column.type(), composite ? 3 : 9));
      }
      if (taken.add(key)) {
        keyValues.add(key);
      }
    }
    table.add(
        keyColumns.stream().map(c -> new Table.Column("c_" + c.name(), c.type())).toList(),
        keyValues::get);
    keyColumns.forEach(c -> features.add(new Feature.Own(c.name(), c.type(), "c_" + c.name())));
  }

  private Object keyPart(Type type, int most) {
    if (dice.chance(0.03)) {
      return null;
    }
    long number = dice.between(1, most);
    return type == Type.INT ? (Object) number : "k" + number;
  }

  String name() {
    return name;
  }

  TableDraft table() {
    return table;
  }

  /** Key features and their types. */
  List<Table.Column> keys() {
    return keyColumns;
  }

  List<List<Object>> keyValues() {
    return keyValues;
  }

  List<Feature> features() {
    return features;
  }

  List<Entity.Metric> metrics() {
    return metrics;
  }

  List<Relationship> relatedSources() {
    return relatedSources;
  }

  void addOwn(String feature, Type type, java.util.function.IntFunction<Object> filling) {
    table.add("c_" + feature, type, filling);
    features.add(new Feature.Own(feature, type, "c_" + feature));
  }

  /** Columns that hold keys of an entity, as features of this one. */
  List<String> addReference(EntityDraft to, java.util.function.IntFunction<List<Object>> filling) {
    String prefix = to.name + features.size() + "_";
    List<Table.Column> added =
        to.keyColumns.stream().map(k -> new Table.Column(prefix + k.name(), k.type())).toList();
    table.add(
        added.stream().map(c -> new Table.Column("c_" + c.name(), c.type())).toList(), filling);
    added.forEach(c -> features.add(new Feature.Own(c.name(), c.type(), "c_" + c.name())));
    return added.stream().map(Table.Column::name).toList();
  }

  /** A key that a row may refer to: most often one that exists, else NULL or an orphan's. */
  List<Object> someKey() {
    int kind = keyValues.isEmpty() ? dice.weighted(0, 1, 1) : dice.weighted(8, 1, 1);
    if (kind == 0) {
      return dice.pick(keyValues);
    }
    List<Object> key = new ArrayList<>();
    for (Table.Column column : keyColumns) {
      Object orphan = column.type() == Type.INT ? (Object) 99L : "k99";
      key.add(kind == 1 ? null : orphan);
    }
    return key;
  }

  /** All features, as columns of an owner. */
  List<ExprMaker.Typed> columns(String owner) {
    return features.stream()
        .map(f -> new ExprMaker.Typed(Expr.column(owner, f.name()), f.type()))
        .toList();
  }

  Entity build() {
    return new Entity(
        name,
        table.name(),
        keyColumns.stream().map(c -> (keysAreColumns ? "c_" : "") + c.name()).toList(),
        List.copyOf(features),
        List.copyOf(metrics),
        List.copyOf(relatedSources));
  }
}
