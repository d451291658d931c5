package io.calque.model.read;

import io.calque.model.Node;
import io.calque.model.Node.EntityNode;
import io.calque.model.Node.TableNode;
import io.calque.model.TableName;
import io.calque.model.read.JoinDraft.LookupDraft;
import io.calque.model.read.JoinDraft.NamedStopDraft;
import io.calque.model.read.JoinDraft.QueryStopDraft;
import io.calque.model.read.JoinDraft.StepDraft;
import io.calque.model.read.JoinDraft.StopDraft;
import io.calque.model.read.JoinDraft.TableStopDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out where the steps of a lookup arrive: at entities or at bare tables. */
final class LookupStops {
  private final Checks checks;
  private final String subject;
  private final EntityScope left;
  private final Node end;

  LookupStops(Checks checks, String subject, EntityScope left, Node end) {
    this.checks = checks;
    this.subject = subject;
    this.left = left;
    this.end = end;
  }

  /** A node for each step; empty, with a problem, if the last one is not where it should be. */
  Optional<List<Node>> of(LookupDraft lookup, String join) {
    List<Node> stops = new ArrayList<>();
    List<StepDraft> steps = lookup.steps();
    for (StepDraft step : steps.subList(0, steps.size() - 1)) {
      Optional<Node> stop = inner(step.stop(), join);
      if (stop.isEmpty()) {
        return Optional.empty();
      }
      stops.add(stop.get());
    }
    StepDraft last = steps.get(steps.size() - 1);
    if (!(last.stop() instanceof NamedStopDraft named)) {
      checks
          .problems()
          .add(
              Rule.LAST_DESTINATION,
              last.condition().place(),
              subject,
              "the last step of join "
                  + join
                  + " arrives at no entity, and should arrive at "
                  + end,
              "add a step with destination: " + end);
      return Optional.empty();
    }
    if (!isEnd(named.name())) {
      wrongEnd(named.name(), join);
      return Optional.empty();
    }
    stops.add(end);
    return Optional.of(stops);
  }

  private Optional<Node> inner(StopDraft stop, String join) {
    if (stop instanceof NamedStopDraft named) {
      return inner(named.name(), join);
    }
    return Optional.of(
        stop instanceof TableStopDraft table
            ? new TableNode(table.table())
            : new TableNode(((QueryStopDraft) stop).query()));
  }

  private Optional<Node> inner(Written destination, String join) {
    String name = destination.text();
    Optional<EntityScope> entity = checks.directory().find(name);
    if (entity.isPresent()) {
      return Optional.of(new EntityNode(entity.get().name()));
    }
    if (checks.leftOut().contains(Unit.entity(name))) {
      Dependencies.note(
          checks.problems(),
          destination.place(),
          subject,
          "join " + join,
          Unit.entity(name).label());
      return Optional.empty();
    }
    Optional<TableName> table = TableNames.parse(name);
    if (table.isEmpty()) {
      checks
          .problems()
          .add(
              Rule.JOIN_INCOMPLETE,
              destination.place(),
              subject,
              "destination " + Shown.name(name) + " is neither an entity nor the name of a table",
              "write an entity, or database.schema.table");
      return Optional.empty();
    }
    boolean quoted = name.startsWith("\"") || name.startsWith("`");
    if (table.get().parts().size() == 1 && !quoted) {
      checks
          .problems()
          .add(
              Rule.UNKNOWN_STOP,
              destination.place(),
              subject,
              "there is no entity " + name + ", so this is read as a table",
              "for a table write its schema too" + checks.directory().hint(name));
    }
    return table.map(TableNode::new);
  }

  private boolean isEnd(Written last) {
    if (end instanceof EntityNode entity) {
      return checks
          .directory()
          .find(last.text())
          .filter(found -> found.name().equals(entity.entity()))
          .isPresent();
    }
    return TableNames.parse(last.text())
        .filter(table -> ((TableNode) end).source() instanceof TableName own && own.matches(table))
        .isPresent();
  }

  private void wrongEnd(Written last, String join) {
    String name = last.text();
    boolean backAtStart =
        end instanceof EntityNode && checks.directory().find(name).filter(left::equals).isPresent();
    if (backAtStart) {
      checks
          .problems()
          .add(
              Rule.KEY_ORDER,
              last.place(),
              subject,
              "the steps of join "
                  + join
                  + " end at "
                  + left.name()
                  + ", which comes first in the key "
                  + subject
                  + " and is where they start",
              "if the steps are right, write the key the other way round: "
                  + end
                  + "-"
                  + left.name()
                  + ": (and read relationship: from left to right again)");
      return;
    }
    boolean isTableOfEnd =
        end instanceof EntityNode entity
            && checks
                .directory()
                .find(entity.entity())
                .filter(scope -> scope.isOwnSource(name))
                .isPresent();
    checks
        .problems()
        .add(
            Rule.LAST_DESTINATION,
            last.place(),
            subject,
            "the last step of join "
                + join
                + " arrives at "
                + Shown.name(name)
                + ", and should arrive at "
                + end,
            isTableOfEnd
                ? "write destination: "
                    + end
                    + ", the entity instead of its table; then"
                    + " {destination} means its features"
                : "add a step with destination: " + end + ", or write it in this one");
  }
}
