package io.calque.model.read;

import io.calque.model.Cardinality;
import io.calque.model.Place;
import io.calque.model.Side;
import io.calque.model.SqlTemplate.Part;
import io.calque.model.SqlTemplate.SideRef;
import io.calque.model.read.JoinDraft.ConditionDraft;
import io.calque.model.read.JoinDraft.DirectDraft;
import io.calque.model.read.JoinDraft.LookupDraft;
import io.calque.model.read.JoinDraft.NamedStopDraft;
import io.calque.model.read.JoinDraft.PartsConditionDraft;
import io.calque.model.read.JoinDraft.StepDraft;
import io.calque.model.read.JoinDraft.StopDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers joins by the two entities that they connect, as one relationship has them all: joins that
 * a file writes from the other end are turned round.
 */
final class PairedJoins {
  private final Map<String, Pair> pairs = new LinkedHashMap<>();

  /** The joins of two entities. */
  private record Pair(Written left, String right, List<JoinDraft> joins) {}

  /**
   * Adds a join.
   *
   * @param left the entity where it starts; the place is that of the relationship
   * @param right the entity where it ends
   * @param join with a cardinality, and with conditions that are made of parts
   */
  void add(Written left, String right, JoinDraft join) {
    Pair swapped = pairs.get(right + "-" + left);
    if (swapped != null) {
      swapped.joins().add(left.text().equals(right) ? join : turned(join, left.text()));
      return;
    }
    pairs
        .computeIfAbsent(left + "-" + right, key -> new Pair(left, right, new ArrayList<>()))
        .joins()
        .add(join);
  }

  /** One relationship for each two entities, in the order of their first joins. */
  List<RelationshipDraft> relationships() {
    return pairs.values().stream().map(PairedJoins::relationship).toList();
  }

  private static RelationshipDraft relationship(Pair pair) {
    List<JoinDraft> joins = pair.joins();
    boolean alike = joins.stream().map(PairedJoins::path).distinct().count() == 1;
    List<JoinDraft> marked = new ArrayList<>();
    for (JoinDraft join : joins) {
      marked.add(join.marked(alike && marked.isEmpty()));
    }
    return new RelationshipDraft(
        new Written(pair.left() + "-" + pair.right(), pair.left().place()),
        joins.get(0).cardinality().orElseThrow(),
        true,
        joins.size() == 1 ? joins.get(0).description() : "",
        joins.size() == 1 ? List.of(joins.get(0).marked(true)) : marked);
  }

  /** What a join goes through, whatever it is called and wherever it is written. */
  private static List<Object> path(JoinDraft join) {
    List<Object> path = new ArrayList<>();
    if (join.body() instanceof LookupDraft lookup) {
      for (StepDraft step : lookup.steps()) {
        path.add(step.stop() instanceof NamedStopDraft named ? named.name().text() : step.stop());
        path.add(parts(step.condition()));
      }
    } else {
      path.add(parts(((DirectDraft) join.body()).condition()));
    }
    return path;
  }

  private static List<Part> parts(ConditionDraft condition) {
    return ((PartsConditionDraft) condition).parts();
  }

  private static JoinDraft turned(JoinDraft join, String end) {
    return new JoinDraft(
        join.reverseName().isPresent() ? join.reverseName() : join.name(),
        join.reverseName().isPresent() ? join.name() : Optional.empty(),
        join.marked(),
        join.description(),
        join.joinType(),
        join.cardinality().map(Cardinality::reversed),
        join.body() instanceof LookupDraft lookup
            ? new LookupDraft(turned(lookup.steps(), new Written(end, join.place())))
            : new DirectDraft(turned(((DirectDraft) join.body()).condition())),
        join.place());
  }

  private static List<StepDraft> turned(List<StepDraft> steps, Written end) {
    List<StepDraft> turned = new ArrayList<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      StopDraft stop = i == 0 ? new NamedStopDraft(end) : steps.get(i - 1).stop();
      turned.add(new StepDraft(stop, turned(steps.get(i).condition())));
    }
    return turned;
  }

  private static PartsConditionDraft turned(ConditionDraft condition) {
    PartsConditionDraft parts = (PartsConditionDraft) condition;
    List<Part> turned = parts.parts().stream().map(PairedJoins::turned).toList();
    List<Place> places = parts.places();
    return new PartsConditionDraft(turned, places, parts.place());
  }

  private static Part turned(Part part) {
    return part instanceof SideRef ref
        ? new SideRef(ref.side() == Side.SOURCE ? Side.DESTINATION : Side.SOURCE, ref.name())
        : part;
  }
}
