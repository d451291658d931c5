package io.calque.model.read;

import io.calque.model.Cardinality;
import io.calque.model.Direction;
import io.calque.model.Join;
import io.calque.model.Node;
import io.calque.model.Node.EntityNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes relationships of drafts. */
final class RelationshipValidator {
  private final Checks checks;
  private final Problems problems;

  RelationshipValidator(Checks checks) {
    this.checks = checks;
    this.problems = checks.problems();
  }

  /** The relationships that are sound; what was left out has a problem. */
  Connections validate(List<RelationshipDraft> drafts) {
    RelationshipKeys keys = new RelationshipKeys(checks);
    Connections connections = new Connections();
    Map<RelationshipKeys.Ends, RelationshipDraft> read = new HashMap<>();
    for (RelationshipDraft draft : drafts) {
      Optional<RelationshipKeys.Ends> ends = keys.split(draft.key());
      if (ends.isEmpty()) {
        checks.leftOut().add(Unit.relationship(draft.key().text()));
        continue;
      }
      RelationshipDraft same = read.get(ends.get());
      RelationshipDraft swapped = read.get(ends.get().swapped());
      boolean twoOneWays = swapped != null && !draft.reversible() && !swapped.reversible();
      if (twoOneWays && same == null) {
        swapped = null;
      }
      if (same != null || swapped != null) {
        repeated(draft, same == null ? swapped : same, same != null);
        checks.leftOut().add(Unit.relationship(draft.key().text()));
        continue;
      }
      read.put(ends.get(), draft);
      add(draft, ends.get(), connections);
    }
    connections.all().forEach(relationship -> composed(relationship, connections));
    return connections;
  }

  private void repeated(RelationshipDraft draft, RelationshipDraft earlier, boolean sameWay) {
    problems.add(
        sameWay ? Rule.DUPLICATE_KEY : Rule.BOTH_ORIENTATIONS,
        draft.key().place(),
        draft.key().text(),
        draft.key()
            + " relates the same two entities as "
            + earlier.key()
            + " at "
            + earlier.key().place()
            + (draft.reversible() && earlier.reversible()
                ? ", and one relationship serves both directions"
                : ""),
        sameWay
            ? "move its joins to " + earlier.key() + " and remove it"
            : "move its joins to "
                + earlier.key()
                + ", with {source} and {destination} swapped, and remove it; or, if each serves"
                + " one direction only, write reversible: false for both");
  }

  private void add(RelationshipDraft draft, RelationshipKeys.Ends ends, Connections connections) {
    String key = draft.key().text();
    JoinValidator joins =
        new JoinValidator(
            checks,
            key,
            key,
            ends.left(),
            new EntityNode(ends.right().name()),
            draft.cardinality());
    List<Join> sound = joins.validate(draft.joins());
    if (draft.reversible()) {
      sound =
          new ReverseNames(key, problems, checks.leftOut())
              .check(sound, ends.left() == ends.right());
    }
    sound.stream()
        .filter(join -> join.cardinality() == Cardinality.MANY_TO_MANY)
        .filter(join -> join.path().isDirect())
        .forEach(join -> direct(join, key));
    if (sound.isEmpty()) {
      checks.leftOut().add(Unit.relationship(key));
    } else {
      connections.add(new CheckedRelationship(draft, ends.left(), ends.right(), sound));
    }
  }

  private void direct(Join join, String key) {
    problems.add(
        Rule.DIRECT_MANY_TO_MANY,
        join.place(),
        key,
        "join " + join.name() + " of many_to_many relationship " + key + " goes over no bridge",
        "if each row has one partner on one side, correct relationship:; if the pairs stand in a"
            + " table, write type: lookup with a step over it (in SignalSmith's bundle, junction)");
  }

  /** Compares the declared cardinality with that of a lookup whose stops are related entities. */
  private void composed(CheckedRelationship relationship, Connections connections) {
    for (Join join : relationship.joins()) {
      List<Node> nodes = join.path().nodes();
      boolean toOne = true;
      boolean backToOne = true;
      boolean known = nodes.size() > 2;
      for (int i = 1; i < nodes.size() && known; i++) {
        Optional<CheckedRelationship> link = link(nodes.get(i - 1), nodes.get(i), connections);
        known = link.isPresent();
        if (known) {
          Direction direction = link.get().directionFrom(scope(nodes.get(i - 1)).orElseThrow());
          Cardinality step = link.get().cardinality();
          toOne &= step.isToOne(direction);
          backToOne &= step.isToOne(direction.opposite());
        }
      }
      Cardinality composed = LookupProposal.cardinality(toOne, backToOne);
      if (known && composed != join.cardinality()) {
        problems.add(
            Rule.COMPOSED_CARDINALITY,
            join.place(),
            relationship.owner(),
            "the steps of join "
                + join.name()
                + " together are "
                + Words.word(composed)
                + ", by the relationships between its stops, but "
                + relationship.owner()
                + " says "
                + Words.word(join.cardinality()),
            "check which is right; if the steps are, write relationship: " + Words.word(composed));
      }
    }
  }

  private Optional<CheckedRelationship> link(Node from, Node to, Connections connections) {
    Optional<EntityScope> one = scope(from);
    Optional<EntityScope> other = scope(to);
    return one.isPresent() && other.isPresent() && one.get() != other.get()
        ? connections
            .between(one.get(), other.get())
            .or(() -> connections.between(other.get(), one.get()))
        : Optional.empty();
  }

  private Optional<EntityScope> scope(Node node) {
    return node instanceof EntityNode entity
        ? checks.directory().find(entity.entity())
        : Optional.empty();
  }
}
