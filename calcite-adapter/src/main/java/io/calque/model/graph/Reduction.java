package io.calque.model.graph;

import io.calque.model.Entity;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import io.calque.model.graph.Element.Kind;
import java.util.List;
import java.util.Set;

/** A model without some of its elements. */
public final class Reduction {
  private Reduction() {}

  /**
   * Leaves elements out.
   *
   * @param lost with everything that needs one of them, or the result is no sound model
   */
  public static SemanticModel without(SemanticModel model, Set<Element> lost) {
    List<Entity> entities =
        model.entities().stream()
            .filter(entity -> !lost.contains(Element.of(Kind.ENTITY, entity.name())))
            .map(entity -> reduced(entity, lost))
            .toList();
    List<Relationship> relationships =
        model.relationships().stream()
            .filter(each -> !lost.contains(Element.of(Kind.RELATIONSHIP, each.name())))
            .map(each -> reduced(each, lost))
            .filter(each -> !each.joins().isEmpty())
            .toList();
    return new SemanticModel(model.name(), entities, relationships);
  }

  private static Entity reduced(Entity entity, Set<Element> lost) {
    String name = entity.name();
    return new Entity(
        name,
        entity.description(),
        entity.source(),
        entity.keys(),
        entity.features().stream()
            .filter(f -> !lost.contains(new Element(Kind.FEATURE, name, f.name())))
            .toList(),
        entity.metrics().stream()
            .filter(m -> !lost.contains(new Element(Kind.METRIC, name, m.name())))
            .toList(),
        entity.relatedSources(),
        entity.aliases(),
        entity.preAggregates().stream()
            .filter(p -> !lost.contains(new Element(Kind.PRE_AGGREGATE, name, p.name())))
            .toList(),
        entity.place());
  }

  private static Relationship reduced(Relationship relationship, Set<Element> lost) {
    return new Relationship(
        relationship.left(),
        relationship.right(),
        relationship.cardinality(),
        relationship.isReversible(),
        relationship.description(),
        relationship.joins().stream()
            .filter(j -> !lost.contains(new Element(Kind.JOIN, relationship.name(), j.name())))
            .toList(),
        relationship.place());
  }
}
