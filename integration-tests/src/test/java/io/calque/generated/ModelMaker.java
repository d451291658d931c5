package io.calque.generated;

import io.calque.generated.JoinMaker.Made;
import io.calque.generated.Relationship.Cardinality;
import io.calque.generated.Relationship.Join;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A random small model with random data. */
final class ModelMaker {
  private static final List<String> NAMES =
      List.of("customer", "order", "product", "visit", "region");

  private final Dice dice;
  private final Map<String, EntityDraft> entities = new LinkedHashMap<>();
  private final List<Relationship> relationships = new ArrayList<>();
  private final Map<String, Made> joins = new HashMap<>();
  private final List<TableDraft> bridges = new ArrayList<>();
  private final FeatureMaker features;
  private final MetricMaker metrics;

  ModelMaker(Dice dice) {
    this.dice = dice;
    this.features = new FeatureMaker(dice, entities, relationships, joins);
    this.metrics = new MetricMaker(dice);
  }

  Model model() {
    int size = dice.weighted(1, 4, 5, 3, 2) + 1;
    dice.shuffled(NAMES).subList(0, size).stream()
        .forEach(name -> entities.put(name, new EntityDraft(dice, name)));
    all().forEach(this::addFormula);
    all().forEach(metrics::addTo);
    relate(dice.between(size - 1, size + 1), false);
    all().forEach(this::addMore);
    relate(dice.weighted(3, 2), true);
    all().forEach(this::addMore);
    return new Model(tables(), all().map(EntityDraft::build).toList(), List.copyOf(relationships));
  }

  private Stream<EntityDraft> all() {
    return List.copyOf(entities.values()).stream();
  }

  private List<Table> tables() {
    return Stream.of(all().map(EntityDraft::table), bridges.stream(), features.tables().stream())
        .flatMap(tables -> tables)
        .map(TableDraft::build)
        .toList();
  }

  private void addFormula(EntityDraft entity) {
    if (dice.chance(0.5)) {
      entity.features().add(features.formula(entity, "calc0"));
    }
  }

  private void addMore(EntityDraft entity) {
    for (int i = dice.between(1, 3); i > 0; i--) {
      features.addTo(entity);
      if (dice.chance(0.7)) {
        metrics.addTo(entity);
      }
    }
  }

  /**
   * Adds relationships between pairs that have none.
   *
   * @param computed whether they are over any features, which may be computed by then
   */
  private void relate(int count, boolean computed) {
    List<String> names = List.copyOf(entities.keySet());
    for (int i = 0; i < count; i++) {
      String left = dice.pick(names);
      String right = dice.chance(0.12) ? left : dice.pick(names);
      if (relationships.stream().noneMatch(r -> r.connects(left, right))) {
        relationships.add(computed ? overFeatures(left, right) : overKeys(left, right));
      }
    }
  }

  private Relationship overKeys(String left, String right) {
    Cardinality cardinality =
        switch (dice.weighted(5, 3, 1, 5)) {
          case 0 -> Cardinality.ONE_TO_MANY;
          case 1 -> Cardinality.MANY_TO_ONE;
          case 2 -> Cardinality.ONE_TO_ONE;
          default -> Cardinality.MANY_TO_MANY;
        };
    int count = dice.weighted(5, 3, 1) + 1;
    int byDefault = dice.below(count);
    List<Join> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = left + "_" + right + (i == 0 ? "" : "_" + i);
      made.add(add(maker(left, right).make(name, i == byDefault, cardinality)));
    }
    return new Relationship(left, right, cardinality, made);
  }

  private Relationship overFeatures(String left, String right) {
    Join join = add(maker(left, right).attributes(left + "_" + right, true));
    return new Relationship(left, right, Cardinality.MANY_TO_MANY, List.of(join));
  }

  private JoinMaker maker(String left, String right) {
    List<EntityDraft> between = List.copyOf(entities.values());
    return new JoinMaker(dice, entities.get(left), entities.get(right), between, bridges);
  }

  private Join add(Made made) {
    joins.put(made.join().name(), made);
    return made.join();
  }
}
