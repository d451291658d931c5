package io.calque.model.read;

import io.calque.model.Cardinality;
import io.calque.model.read.DefraType.EndField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the two ends of each relation of a DefraDB schema, and which of them stores the key.
 *
 * <p>Ends belong together by the relation's name, which is that of {@code @relation}, or else the
 * two types' names in lower case and alphabetical order. The single end of a one-to-many stores the
 * key; of two single ends, the one with {@code @primary}.
 */
final class DefraRelations {
  /**
   * A relation.
   *
   * @param name that of {@code @relation}, or the derived one
   * @param isNamed whether {@code @relation} says it
   * @param primary the end that stores the key
   * @param other the end that does not, if there is one
   * @param cardinality from the primary end to the other
   */
  record Relation(
      String name,
      boolean isNamed,
      EndField primary,
      Optional<EndField> other,
      Cardinality cardinality) {}

  /** The relation's name and the two types in alphabetical order. */
  private record Group(String name, String first, String second) {
    static Group of(EndField end) {
      String owner = end.owner();
      String target = end.target().text();
      String name = end.relation().map(Written::text).orElseGet(() -> derivedName(owner, target));
      return owner.compareTo(target) <= 0
          ? new Group(name, owner, target)
          : new Group(name, target, owner);
    }
  }

  private final Map<Group, List<EndField>> groups = new LinkedHashMap<>();
  private final Problems problems;

  private DefraRelations(Problems problems) {
    this.problems = problems;
  }

  /** The relations in the order of their first ends; for what is left out there is a problem. */
  static List<Relation> of(List<DefraType> types, Problems problems) {
    DefraRelations relations = new DefraRelations(problems);
    types.stream()
        .flatMap(type -> type.ends().stream())
        .forEach(
            end ->
                relations.groups.computeIfAbsent(Group.of(end), g -> new ArrayList<>()).add(end));
    List<Relation> found = new ArrayList<>();
    relations.groups.forEach(
        (group, ends) -> relations.relation(group, ends).ifPresent(found::add));
    return found;
  }

  /** What DefraDB calls a relation that nobody named. */
  static String derivedName(String one, String other) {
    return Stream.of(one, other).map(Unit::lower).sorted().reduce((a, b) -> a + "_" + b).get();
  }

  private Optional<Relation> relation(Group group, List<EndField> ends) {
    boolean self = group.first().equals(group.second());
    boolean repeated =
        ends.size() > 2
            || ends.size() == 2 && !self && ends.get(0).owner().equals(ends.get(1).owner());
    if (repeated) {
      repeated(group, ends);
      return Optional.empty();
    }
    return ends.size() == 1 ? single(group, ends.get(0)) : pair(group, ends.get(0), ends.get(1));
  }

  private void repeated(Group group, List<EndField> ends) {
    EndField second =
        ends.stream()
            .filter(end -> end != ends.get(0) && end.owner().equals(ends.get(0).owner()))
            .findFirst()
            .orElse(ends.get(1));
    problems.add(
        Rule.RELATION_NAMES,
        second.name().place(),
        second.owner(),
        labels(ends) + " are all ends of one relation, " + group.name() + ", which has two at most",
        "give each relation a name of its own, the same on both sides: @relation(name: \"…\")");
  }

  private static String labels(List<EndField> ends) {
    return Shown.list(ends.stream().map(EndField::label).toList());
  }

  private Optional<Relation> single(Group group, EndField end) {
    Optional<EndField> misnamed = misnamed(end);
    if (end.isMany()) {
      arrayAlone(end, misnamed);
      return Optional.empty();
    }
    misnamed.ifPresent(other -> twoHalves(end, other));
    Cardinality cardinality = end.isUnique() ? Cardinality.ONE_TO_ONE : Cardinality.MANY_TO_ONE;
    return Optional.of(
        new Relation(group.name(), end.relation().isPresent(), end, Optional.empty(), cardinality));
  }

  /** An end that leads back, alone under another name. */
  private Optional<EndField> misnamed(EndField end) {
    return groups.values().stream()
        .filter(ends -> ends.size() == 1)
        .map(ends -> ends.get(0))
        .filter(other -> other != end)
        .filter(other -> other.owner().equals(end.target().text()))
        .filter(other -> other.target().text().equals(end.owner()))
        .filter(other -> other.relation().isPresent() != end.relation().isPresent())
        .findFirst();
  }

  private void arrayAlone(EndField end, Optional<EndField> misnamed) {
    if (misnamed.isPresent()) {
      EndField named = end.relation().isPresent() ? end : misnamed.get();
      EndField unnamed = named == end ? misnamed.get() : end;
      problems.add(
          Rule.RELATION_NAMES,
          end.name().place(),
          end.owner(),
          end.label()
              + " has no other end: "
              + named.label()
              + " is called "
              + named.relation().orElseThrow()
              + ", and "
              + unnamed.label()
              + " is not",
          "write @relation(name: \""
              + named.relation().orElseThrow()
              + "\") on "
              + unnamed.label()
              + " too");
      return;
    }
    problems.add(
        Rule.RELATION_SIDES,
        end.name().place(),
        end.owner(),
        end.label() + " is a list without another end, so nothing stores which belong to it",
        "add a field to "
            + end.target()
            + ", such as "
            + Unit.lower(end.owner())
            + ": "
            + end.owner()
            + end.relation().map(name -> " @relation(name: \"" + name + "\")").orElse(""));
  }

  private void twoHalves(EndField end, EndField other) {
    if (end.relation().isEmpty() || other.isMany()) {
      return;
    }
    problems.add(
        Severity.WARNING,
        Rule.RELATION_NAMES,
        end.name().place(),
        end.owner(),
        end.label()
            + " is called "
            + end.relation().get()
            + " and "
            + other.label()
            + " is not, so they are two relations, each with a key of its own",
        "if they are one, write @relation(name: \""
            + end.relation().get()
            + "\") on both, and @primary on one");
  }

  private Optional<Relation> pair(Group group, EndField one, EndField other) {
    boolean isNamed = one.relation().isPresent();
    if (one.isMany() && other.isMany()) {
      problems.add(
          Rule.RELATION_SIDES,
          other.name().place(),
          other.owner(),
          one.label() + " and " + other.label() + " are both lists, and many-to-many has no key",
          "add a type between them:\ntype "
              + one.owner()
              + other.owner()
              + " {\n  "
              + Unit.lower(one.owner())
              + ": "
              + one.owner()
              + "\n  "
              + Unit.lower(other.owner())
              + ": "
              + other.owner()
              + "\n}\nand make both fields lists of it");
      return Optional.empty();
    }
    if (one.isMany() || other.isMany()) {
      EndField many = one.isMany() ? one : other;
      EndField primary = one.isMany() ? other : one;
      if (many.isPrimary()) {
        problems.add(
            Rule.RELATION_SIDES,
            many.name().place(),
            many.owner(),
            "@primary stands on " + many.label() + ", a list, which cannot store the key",
            "remove it; " + primary.label() + " stores the key");
        return Optional.empty();
      }
      return Optional.of(
          new Relation(group.name(), isNamed, primary, Optional.of(many), Cardinality.MANY_TO_ONE));
    }
    if (one.isPrimary() == other.isPrimary()) {
      problems.add(
          Rule.RELATION_SIDES,
          other.name().place(),
          other.owner(),
          one.isPrimary()
              ? one.label() + " and " + other.label() + " are both @primary, and one stores the key"
              : "neither "
                  + one.label()
                  + " nor "
                  + other.label()
                  + " is @primary, so nothing says which stores the key",
          one.isPrimary()
              ? "remove @primary from one of the two"
              : "write @primary on the one whose table has the other's key");
      return Optional.empty();
    }
    EndField primary = one.isPrimary() ? one : other;
    return Optional.of(
        new Relation(
            group.name(),
            isNamed,
            primary,
            Optional.of(primary == one ? other : one),
            Cardinality.ONE_TO_ONE));
  }
}
