package io.calque.model.read;

import java.util.List;
import java.util.stream.Collectors;

/** Says what to do where a feature reads an entity that its owner is not related to. */
final class MissingRelationship {
  private final Checks checks;
  private final Connections connections;
  private final EntityScope owner;

  MissingRelationship(Checks checks, Connections connections, EntityScope owner) {
    this.checks = checks;
    this.connections = connections;
    this.owner = owner;
  }

  /**
   * Adds the problem.
   *
   * @param feature its name
   * @param label as messages name it
   * @param written the source as the feature names it
   */
  void report(String feature, String label, Written written, EntityScope source) {
    String key = owner.name() + "-" + source.name();
    String swapped = source.name() + "-" + owner.name();
    LeftOut leftOut = checks.leftOut();
    if (leftOut.contains(Unit.relationship(key)) || leftOut.contains(Unit.relationship(swapped))) {
      Dependencies.note(
          checks.problems(), written.place(), owner.name(), label, "relationship " + key);
    } else if (connections.between(source, owner).isPresent()) {
      checks
          .problems()
          .add(
              Rule.ONE_WAY,
              written.place(),
              owner.name(),
              label
                  + " would walk relationship "
                  + swapped
                  + " backwards, from "
                  + owner.name()
                  + " to "
                  + source.name()
                  + ", but it is one-way",
              "remove reversible: false from "
                  + swapped
                  + ", or add a relationship "
                  + key
                  + " that is one-way too");
    } else if (owner == source) {
      checks
          .problems()
          .add(
              Rule.OWN_ENTITY,
              written.place(),
              owner.name(),
              label
                  + " has its own entity as source, and "
                  + owner.name()
                  + " has no relationship with itself",
              "add to entities_relationships.yml:\n" + direct(key));
    } else {
      List<EntityScope> chain = connections.chain(owner, source);
      if (chain.isEmpty()) {
        checks
            .problems()
            .add(
                Rule.NO_RELATIONSHIP,
                written.place(),
                owner.name(),
                label
                    + " needs a relationship between "
                    + owner.name()
                    + " and "
                    + source.name()
                    + ", and there is none",
                "add to entities_relationships.yml:\n" + direct(key));
      } else {
        indirect(feature, label, written, chain);
      }
    }
  }

  private void indirect(String feature, String label, Written written, List<EntityScope> chain) {
    String way = chain.stream().map(EntityScope::name).collect(Collectors.joining(" -> "));
    checks
        .problems()
        .add(
            Rule.INDIRECT_PATH,
            written.place(),
            owner.name(),
            label
                + " needs a relationship between "
                + owner.name()
                + " and "
                + written
                + "; there is only the indirect way "
                + way
                + ", and relationships are not chained",
            "if that way is what "
                + feature
                + " means, add to entities_relationships.yml:\n"
                + LookupProposal.of(chain, connections).stripTrailing());
  }

  private static String direct(String key) {
    return key
        + ":\n  relationship: one_to_many\n  joins:\n    - name: "
        + key.replace("-", "_to_")
        + "\n      default: true\n      type: sql\n      sql: '{source}.{…} = {destination}.{…}'";
  }
}
