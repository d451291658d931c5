package io.calque.model.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits the keys of relationships into their two entities. */
final class RelationshipKeys {
  /** The entities of a key, in its order. */
  record Ends(EntityScope left, EntityScope right) {
    Ends swapped() {
      return new Ends(right, left);
    }
  }

  /** A place to split a key at. */
  private record Halves(String left, String right) {}

  private final Checks checks;

  RelationshipKeys(Checks checks) {
    this.checks = checks;
  }

  /** The two entities; if empty, a problem has been added. */
  Optional<Ends> split(Written key) {
    List<Halves> halves = halves(key.text());
    List<Ends> ends = new ArrayList<>();
    for (Halves half : halves) {
      Optional<EntityScope> left = checks.directory().find(half.left());
      Optional<EntityScope> right = checks.directory().find(half.right());
      if (left.isPresent() && right.isPresent()) {
        ends.add(new Ends(left.get(), right.get()));
      }
    }
    if (ends.size() == 1) {
      return Optional.of(ends.get(0));
    }
    if (ends.size() > 1) {
      problem(
          Rule.UNSPLITTABLE_KEY,
          key,
          "the key "
              + key
              + " can be read as "
              + Shown.list(
                  ends.stream()
                      .map(end -> end.left().name() + " and " + end.right().name())
                      .toList()),
          "give the entities names without hyphens");
    } else {
      unknownEnds(key, halves);
    }
    return Optional.empty();
  }

  private static List<Halves> halves(String key) {
    List<Halves> halves = new ArrayList<>();
    for (int at = key.indexOf('-'); at >= 0; at = key.indexOf('-', at + 1)) {
      halves.add(new Halves(key.substring(0, at).strip(), key.substring(at + 1).strip()));
    }
    return halves;
  }

  private void unknownEnds(Written key, List<Halves> halves) {
    if (halves.isEmpty()) {
      problem(
          Rule.UNSPLITTABLE_KEY,
          key,
          "the key " + Shown.name(key.text()) + " is not two entities with a hyphen between them",
          "write customer-order:, the entity that is {source} first");
      return;
    }
    for (Halves half : halves) {
      if (table(half.left(), half.right(), key) || table(half.right(), half.left(), key)) {
        return;
      }
    }
    Halves half = likeliest(halves);
    List<String> unknown = new ArrayList<>();
    for (String name : List.of(half.left(), half.right())) {
      if (checks.directory().find(name).isPresent()) {
        continue;
      }
      if (checks.leftOut().contains(Unit.entity(name))) {
        Dependencies.note(
            checks.problems(),
            key.place(),
            key.text(),
            "relationship " + key,
            Unit.entity(name).label());
        return;
      }
      unknown.add(name);
    }
    for (String name : unknown) {
      problem(
          Rule.UNKNOWN_END,
          key,
          "there is no entity " + Shown.name(name) + ", which the key " + key + " names",
          "correct the key"
              + checks.directory().hint(name)
              + (checks.directory().hint(name).isEmpty()
                  ? ", or add entities/" + name + ".yml"
                  : ""));
    }
  }

  /** The split with an entity on one side, if there is one. */
  private Halves likeliest(List<Halves> halves) {
    return halves.stream()
        .filter(
            half ->
                checks.directory().find(half.left()).isPresent()
                    || checks.directory().find(half.right()).isPresent())
        .findFirst()
        .orElse(halves.get(0));
  }

  /** Whether one half is a table, which is then said. */
  private boolean table(String name, String other, Written key) {
    Optional<EntityScope> ofTable = checks.directory().ofTable(name);
    boolean isTable = name.contains(".") && TableNames.parse(name).isPresent();
    if (!isTable && ofTable.isEmpty() || checks.directory().find(name).isPresent()) {
      return false;
    }
    String yaml = "related_sources:\n  " + name + ":\n    relationship: …\n    joins:\n      - …";
    problem(
        Rule.TABLE_AS_END,
        key,
        name + " in the key " + key + " is a table; a relationship is between two entities",
        ofTable
            .map(
                scope ->
                    "write the entity "
                        + scope.name()
                        + " in its place; or, if only features of "
                        + other
                        + " read the table, write in entities/"
                        + other
                        + ".yml:\n"
                        + yaml)
            .orElse("write in entities/" + other + ".yml:\n" + yaml));
    return true;
  }

  private void problem(Rule rule, Written key, String message, String remedy) {
    checks.problems().add(rule, key.place(), key.text(), message, remedy);
  }
}
