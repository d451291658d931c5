package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Node;
import io.calque.model.Node.EntityNode;
import io.calque.model.Node.TableNode;
import io.calque.model.Side;
import io.calque.model.SqlTemplate.Part;
import io.calque.model.SqlTemplate.SideRef;
import io.calque.model.SqlTemplate.Text;
import io.calque.model.TableName;
import io.calque.model.read.JoinDraft.Body;
import io.calque.model.read.JoinDraft.LookupDraft;
import io.calque.model.read.Template.Hole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what the placeholders in the conditions of one join mean. On the side of an entity they
 * name features; on the side of a bare table, columns, which nobody can check here.
 */
final class PredicateRules {
  private final Checks checks;
  private final String subject;
  private final String join;
  private final List<Node> nodes;
  private final List<Template> predicates;

  /**
   * @param nodes of the path; one more than predicates
   */
  PredicateRules(
      Checks checks, String subject, String join, List<Node> nodes, List<Template> predicates) {
    this.checks = checks;
    this.subject = subject;
    this.join = join;
    this.nodes = nodes;
    this.predicates = predicates;
  }

  /** A placeholder that names nothing. */
  private record Unknown(Hole<SideRef> hole, EntityScope scope, int hop) {}

  /**
   * Whether all placeholders have a meaning; if not, a problem has been added.
   *
   * @param needs takes the features that the conditions use
   */
  boolean check(Body body, Set<Unit> needs) {
    List<Unknown> unknown = new ArrayList<>();
    for (int hop = 1; hop < nodes.size(); hop++) {
      Template predicate = predicates.get(hop - 1);
      for (Hole<SideRef> hole : predicate.holes(SideRef.class)) {
        resolve(hole, hop, needs, unknown);
      }
      oneSided(predicate, hop, body instanceof LookupDraft);
    }
    if (!unknown.isEmpty()) {
      if (fitsWhenSwapped()) {
        keyOrder(unknown.get(0).hole());
      } else {
        unknown.forEach(this::report);
      }
    }
    return unknown.isEmpty();
  }

  private void resolve(Hole<SideRef> hole, int hop, Set<Unit> needs, List<Unknown> unknown) {
    Node node = nodes.get(hole.part().side() == Side.SOURCE ? hop - 1 : hop);
    if (node instanceof EntityNode entity) {
      EntityScope scope = checks.directory().find(entity.entity()).orElseThrow();
      Unit unit = Unit.feature(scope.name(), hole.part().name());
      needs.add(unit);
      if (!scope.hasFeature(hole.part().name()) && !checks.leftOut().contains(unit)) {
        unknown.add(new Unknown(hole, scope, hop));
      }
    } else if (hop > 1 && hole.part().side() == Side.SOURCE) {
      suspectFirstEntity(hole, (TableNode) node, hop);
    }
  }

  private void oneSided(Template predicate, int hop, boolean lookup) {
    List<Hole<SideRef>> holes = predicate.holes(SideRef.class);
    for (Side side : Side.values()) {
      if (holes.stream().noneMatch(hole -> hole.part().side() == side)) {
        String where = lookup ? "step " + hop + " of join " + join : "join " + join;
        checks
            .problems()
            .add(
                Rule.ONE_SIDED_JOIN,
                predicate.sql().place(),
                subject,
                "the condition of "
                    + where
                    + " does not mention {"
                    + Unit.lower(side.name())
                    + "}, so every row of "
                    + nodes.get(side == Side.SOURCE ? hop - 1 : hop)
                    + " fits",
                "compare {source}.{…} with {destination}.{…}");
      }
    }
  }

  /** Whether every placeholder of a direct join names a feature of the other side's entity. */
  private boolean fitsWhenSwapped() {
    if (nodes.size() != 2
        || !(nodes.get(0) instanceof EntityNode first)
        || !(nodes.get(1) instanceof EntityNode second)
        || first.equals(second)) {
      return false;
    }
    EntityScope left = checks.directory().find(first.entity()).orElseThrow();
    EntityScope right = checks.directory().find(second.entity()).orElseThrow();
    return predicates.get(0).holes(SideRef.class).stream()
        .map(Hole::part)
        .allMatch(ref -> (ref.side() == Side.SOURCE ? right : left).hasFeature(ref.name()));
  }

  private void keyOrder(Hole<SideRef> hole) {
    String swapped = nodes.get(1) + "-" + nodes.get(0);
    checks
        .problems()
        .add(
            Rule.KEY_ORDER,
            hole.place(),
            subject,
            "the key "
                + subject
                + " makes "
                + nodes.get(0)
                + " {source} and "
                + nodes.get(1)
                + " {destination}, but every placeholder of join "
                + join
                + " fits only the other way round",
            "write the key as "
                + swapped
                + ": (and turn relationship: and the other joins round with it), or swap {source}"
                + " and {destination} in this condition");
  }

  private void report(Unknown unknown) {
    SideRef ref = unknown.hole().part();
    EntityScope scope = unknown.scope();
    String written = Template.written(ref);
    Optional<EntityScope> first = scope(0);
    boolean later = unknown.hop() > 1 && ref.side() == Side.SOURCE;
    if (later && first.filter(entity -> entity.hasFeature(ref.name())).isPresent()) {
      checks
          .problems()
          .add(
              Rule.SOURCE_OF_LATER_STEP,
              unknown.hole().place(),
              subject,
              laterStep(unknown.hop(), scope.name(), ref.name()),
              laterRemedy(ref.name(), unknown.hop()) + hint(ref.name(), scope));
      return;
    }
    checks
        .problems()
        .add(
            Rule.UNKNOWN_NAME_IN_JOIN,
            unknown.hole().place(),
            subject,
            written
                + " in join "
                + join
                + " means a feature of "
                + scope.name()
                + ", which has no feature "
                + ref.name(),
            remedy(ref, scope, unknown.hop()));
  }

  private String remedy(SideRef ref, EntityScope scope, int hop) {
    Optional<String> reading = scope.featureOf(ref.name());
    if (reading.isPresent()) {
      return "write "
          + Template.written(new SideRef(ref.side(), reading.get()))
          + ": braces hold the feature's name, not the column's";
    }
    Optional<EntityScope> other = scope(ref.side() == Side.SOURCE ? hop : hop - 1);
    if (other.filter(entity -> entity.hasFeature(ref.name())).isPresent()) {
      Side side = ref.side() == Side.SOURCE ? Side.DESTINATION : Side.SOURCE;
      return other.get().name()
          + " has one; did you mean "
          + Template.written(new SideRef(side, ref.name()))
          + "?";
    }
    String near = hint(ref.name(), scope);
    return near.isEmpty()
        ? "add it to the features of "
            + scope.name()
            + ": {type: field, name: "
            + ref.name()
            + ", source: "
            + scope.draft().ownSource()
            + ", field: "
            + ref.name()
            + "}"
        : "write one of its features" + near;
  }

  private static String hint(String name, EntityScope scope) {
    return NearestNames.hint(name, scope.featureNames());
  }

  /**
   * A column of a bare table in a later step that looks like a feature of the first entity. Only a
   * suspicion: the table may well have such a column.
   */
  private void suspectFirstEntity(Hole<SideRef> hole, TableNode node, int hop) {
    String name = hole.part().name();
    Optional<EntityScope> first = scope(0);
    if (first.filter(entity -> entity.hasFeature(name)).isEmpty() || reachedBy(hop - 1, name)) {
      return;
    }
    Set<String> known =
        node.source() instanceof TableName table
            ? checks.directory().knownColumns(table)
            : Set.of();
    boolean notAColumn = !known.isEmpty() && !known.contains(Unit.lower(name));
    Optional<String> carried = carried(name, hop);
    boolean carriedElsewhere =
        known.isEmpty() && carried.isPresent() && !name.equalsIgnoreCase("id");
    boolean repeated =
        hop == 2 && predicates.get(1).sql().parts().equals(predicates.get(0).sql().parts());
    if (notAColumn || carriedElsewhere || repeated) {
      checks
          .problems()
          .add(
              Severity.WARNING,
              Rule.SOURCE_OF_LATER_STEP,
              hole.place(),
              subject,
              laterStep(hop, node.toString(), name),
              laterRemedy(name, hop));
    }
  }

  private String laterStep(int hop, String reached, String name) {
    return "{source}.{"
        + name
        + "} in step "
        + hop
        + " of join "
        + join
        + " means "
        + reached
        + ", which the step before reached, and not "
        + nodes.get(0)
        + ", which has a feature "
        + name;
  }

  private String laterRemedy(String name, int hop) {
    return carried(name, hop)
        .map(column -> "write {source}.{" + column + "}, which step 1 made equal to it")
        .orElse(
            "compare with something of "
                + nodes.get(hop - 1)
                + "; only step 1 can speak of "
                + nodes.get(0));
  }

  /** What step 1 made equal to a feature of the first entity, if step 2 asks. */
  private Optional<String> carried(String name, int hop) {
    if (hop != 2) {
      return Optional.empty();
    }
    List<Part> parts = predicates.get(0).sql().parts();
    for (int i = 0; i + 2 < parts.size(); i++) {
      if (parts.get(i) instanceof SideRef one
          && parts.get(i + 1) instanceof Text text
          && text.sql().strip().equals("=")
          && parts.get(i + 2) instanceof SideRef other
          && one.side() != other.side()) {
        SideRef source = one.side() == Side.SOURCE ? one : other;
        SideRef destination = one.side() == Side.SOURCE ? other : one;
        if (source.name().equalsIgnoreCase(name) && !destination.name().equalsIgnoreCase(name)) {
          return Optional.of(destination.name());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a step itself names the column on the table it reaches. */
  private boolean reachedBy(int hop, String column) {
    return predicates.get(hop - 1).holes(SideRef.class).stream()
        .map(Hole::part)
        .anyMatch(ref -> ref.side() == Side.DESTINATION && ref.name().equalsIgnoreCase(column));
  }

  private Optional<EntityScope> scope(int node) {
    return nodes.get(node) instanceof EntityNode entity
        ? checks.directory().find(entity.entity())
        : Optional.empty();
  }
}
