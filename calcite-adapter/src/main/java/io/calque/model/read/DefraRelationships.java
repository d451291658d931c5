package io.calque.model.read;

import io.calque.model.Cardinality;
import io.calque.model.Place;
import io.calque.model.read.DefraRelations.Relation;
import io.calque.model.read.DefraType.EndField;
import io.calque.model.read.JoinDraft.Body;
import io.calque.model.read.JoinDraft.ConditionDraft;
import io.calque.model.read.JoinDraft.DirectDraft;
import io.calque.model.read.JoinDraft.FieldsConditionDraft;
import io.calque.model.read.JoinDraft.LookupDraft;
import io.calque.model.read.JoinDraft.NamedStopDraft;
import io.calque.model.read.JoinDraft.PairDraft;
import io.calque.model.read.JoinDraft.StepDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one relationship of all relations between two types. Each is a join that is called in each
 * direction as the field one follows: from Book {@code author}, from Author {@code books}. A type
 * with exactly two many-to-one relations also joins their other ends, as a lookup.
 */
final class DefraRelationships {
  private final List<DefraType> types;
  private final List<Relation> relations;
  private final Map<EndField, Written> foreignKeys;
  private final Problems problems;

  /** By the two types' names in alphabetical order. */
  private final Map<List<String>, Pair> pairs = new LinkedHashMap<>();

  DefraRelationships(
      List<DefraType> types,
      List<Relation> relations,
      Map<EndField, Written> foreignKeys,
      Problems problems) {
    this.types = types;
    this.relations = relations;
    this.foreignKeys = foreignKeys;
    this.problems = problems;
  }

  /** Two types and the ways between them, all from left to right. */
  private record Pair(String left, String right, Place place, List<Way> ways) {}

  /**
   * A way between two types.
   *
   * @param isUnnamed whether it is the relation that needs no name, which is the default then
   */
  private record Way(
      Written name,
      Optional<Written> reverseName,
      boolean isUnnamed,
      String description,
      Cardinality cardinality,
      Body body) {}

  List<RelationshipDraft> drafts() {
    relations.forEach(this::direct);
    types.forEach(this::junction);
    return pairs.values().stream().map(DefraRelationships::draft).toList();
  }

  private Pair pair(String left, String right, Place place) {
    List<String> key = left.compareTo(right) <= 0 ? List.of(left, right) : List.of(right, left);
    return pairs.computeIfAbsent(key, k -> new Pair(left, right, place, new ArrayList<>()));
  }

  private void direct(Relation relation) {
    EndField primary = relation.primary();
    Place place = primary.name().place();
    Pair pair = pair(primary.owner(), primary.target().text(), place);
    boolean forward = pair.left().equals(primary.owner());
    Optional<Written> other = relation.other().map(EndField::name);
    Written relationName = new Written(relation.name(), place);
    pair.ways()
        .add(
            new Way(
                forward ? primary.name() : other.orElse(relationName),
                forward ? other : Optional.of(primary.name()),
                !relation.isNamed(),
                "Relation " + relation.name(),
                DefraDrafts.from(relation, forward),
                new DirectDraft(forward ? fromPrimary(primary) : toPrimary(primary))));
  }

  /** From the end that stores the key. */
  private ConditionDraft fromPrimary(EndField primary) {
    Written key = foreignKeys.get(primary);
    Written id = new Written(DefraDrafts.DOCUMENT_ID, key.place());
    return new FieldsConditionDraft(List.of(new PairDraft(key, "=", id)), key.place());
  }

  /** To the end that stores the key. */
  private ConditionDraft toPrimary(EndField primary) {
    Written key = foreignKeys.get(primary);
    Written id = new Written(DefraDrafts.DOCUMENT_ID, key.place());
    return new FieldsConditionDraft(List.of(new PairDraft(id, "=", key)), key.place());
  }

  private void junction(DefraType type) {
    String name = type.name().text();
    List<EndField> ends =
        relations.stream()
            .filter(relation -> relation.primary().owner().equals(name))
            .filter(relation -> relation.cardinality() == Cardinality.MANY_TO_ONE)
            .map(Relation::primary)
            .toList();
    boolean isJunction =
        ends.size() == 2 && ends.stream().noneMatch(end -> end.target().text().equals(name));
    if (!isJunction) {
      return;
    }
    Pair pair = pair(ends.get(0).target().text(), ends.get(1).target().text(), type.name().place());
    boolean forward = pair.left().equals(ends.get(0).target().text());
    EndField from = ends.get(forward ? 0 : 1);
    EndField to = ends.get(forward ? 1 : 0);
    List<StepDraft> steps =
        List.of(
            new StepDraft(new NamedStopDraft(type.name()), toPrimary(from)),
            new StepDraft(new NamedStopDraft(to.target()), fromPrimary(to)));
    pair.ways()
        .add(
            new Way(
                type.name(),
                Optional.empty(),
                false,
                "Through " + name,
                Cardinality.MANY_TO_MANY,
                new LookupDraft(steps)));
    problems.add(
        Rule.DERIVED,
        type.name().place(),
        name,
        name
            + " stands between "
            + from.target()
            + " and "
            + to.target()
            + ", so they can also be joined through it, by the name "
            + name,
        "");
  }

  private static RelationshipDraft draft(Pair pair) {
    List<Way> unnamed = pair.ways().stream().filter(Way::isUnnamed).toList();
    Cardinality cardinality = pair.ways().get(0).cardinality();
    List<JoinDraft> joins = new ArrayList<>();
    for (Way way : pair.ways()) {
      boolean isDefault = pair.ways().size() == 1 || unnamed.equals(List.of(way));
      joins.add(
          new JoinDraft(
              Optional.of(way.name()),
              way.reverseName(),
              Optional.of(isDefault),
              way.description(),
              Optional.empty(),
              way.cardinality() == cardinality ? Optional.empty() : Optional.of(way.cardinality()),
              way.body(),
              way.name().place()));
    }
    return new RelationshipDraft(
        new Written(pair.left() + "-" + pair.right(), pair.place()), cardinality, true, "", joins);
  }
}
