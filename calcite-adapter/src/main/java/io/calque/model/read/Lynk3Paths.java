package io.calque.model.read;

import io.calque.model.Cardinality;
import io.calque.model.JoinType;
import io.calque.model.TableName;
import io.calque.model.read.DottedNames.DottedName;
import io.calque.model.read.EntityDraft.RelatedSourceDraft;
import io.calque.model.read.JoinDraft.Body;
import io.calque.model.read.JoinDraft.DirectDraft;
import io.calque.model.read.JoinDraft.LookupDraft;
import io.calque.model.read.JoinDraft.NamedStopDraft;
import io.calque.model.read.JoinDraft.SqlConditionDraft;
import io.calque.model.read.JoinDraft.StepDraft;
import io.calque.model.read.Lynk3Entity.Path;
import io.calque.model.read.Lynk3Entity.Step;
import io.calque.model.read.Lynk3Expression.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the relationships of one entity of Lynk's third generation into joins. They lead one way;
 * those to one target are the joins of one relationship.
 */
final class Lynk3Paths {
  private final Lynk3Scope scope;
  private final OwnColumns columns;
  private final Problems problems;
  private final LeftOut leftOut;

  Lynk3Paths(Lynk3Scope scope, OwnColumns columns, Problems problems, LeftOut leftOut) {
    this.scope = scope;
    this.columns = columns;
    this.problems = problems;
    this.leftOut = leftOut;
  }

  List<RelationshipDraft> relationships() {
    Map<String, List<JoinDraft>> joins = new LinkedHashMap<>();
    Map<String, Path> first = new LinkedHashMap<>();
    for (Path path : scope.entityPaths()) {
      String target = Unit.lower(path.target().text());
      Path earlier = first.putIfAbsent(target, path);
      Cardinality shared = (earlier == null ? path : earlier).cardinality();
      Optional<JoinDraft> join = join(path, shared);
      List<JoinDraft> known = joins.computeIfAbsent(target, t -> new ArrayList<>());
      if (join.isPresent()) {
        known.add(join.get());
      } else {
        leftOut.add(Unit.join(key(path), path.name().text()));
      }
    }
    List<RelationshipDraft> relationships = new ArrayList<>();
    joins.forEach(
        (target, drafts) -> {
          Path path = first.get(target);
          if (drafts.isEmpty()) {
            leftOut.add(Unit.relationship(key(path)));
          } else {
            relationships.add(
                new RelationshipDraft(
                    new Written(key(path), path.name().place()),
                    path.cardinality(),
                    false,
                    path.description(),
                    drafts));
          }
        });
    return relationships;
  }

  private String key(Path path) {
    return scope.name() + "-" + path.target();
  }

  List<RelatedSourceDraft> relatedSources() {
    Map<TableName, List<JoinDraft>> joins = new LinkedHashMap<>();
    Map<TableName, Path> first = new LinkedHashMap<>();
    for (Path path : scope.tablePaths()) {
      Optional<TableName> table = TableNames.parse(path.target().text());
      if (table.isEmpty()) {
        problems.add(
            Rule.UNKNOWN_SOURCE,
            path.target().place(),
            scope.name(),
            Shown.name(path.target().text()) + " is not the name of a table",
            "write database.schema.table");
        continue;
      }
      Path earlier = first.putIfAbsent(table.get(), path);
      weakened(path, earlier);
      join(path, (earlier == null ? path : earlier).cardinality())
          .ifPresent(join -> joins.computeIfAbsent(table.get(), t -> new ArrayList<>()).add(join));
    }
    List<RelatedSourceDraft> sources = new ArrayList<>();
    joins.forEach(
        (table, drafts) -> {
          Path path = first.get(table);
          sources.add(
              new RelatedSourceDraft(
                  table, path.cardinality(), path.description(), drafts, path.name().place()));
        });
    return sources;
  }

  private void weakened(Path path, Path earlier) {
    if (earlier != null && earlier.cardinality() != path.cardinality()) {
      problems.add(
          Rule.CARDINALITY_MISFIT,
          path.name().place(),
          scope.name(),
          path.name()
              + " leads to the same table as "
              + earlier.name()
              + " and declares another cardinality; that of "
              + earlier.name()
              + " is taken for both",
          "declare both alike");
    }
  }

  private Optional<JoinDraft> join(Path path, Cardinality shared) {
    Step last = path.steps().get(path.steps().size() - 1);
    if (!last.target().text().equalsIgnoreCase(path.target().text())) {
      problems.add(
          Rule.LAST_DESTINATION,
          last.target().place(),
          scope.name(),
          "the last step of "
              + path.name()
              + " arrives at "
              + last.target()
              + ", and should arrive at "
              + path.target(),
          "add a step with target: " + path.target() + ", or write it in this one");
      return Optional.empty();
    }
    boolean inStore = scope.isTablePath(path);
    List<StepDraft> steps = new ArrayList<>();
    String from = inStore ? String.join(".", scope.table().parts()) : scope.name();
    for (Step step : path.steps()) {
      Optional<Snippet> sql = condition(path, step, from, inStore, steps.isEmpty());
      if (sql.isEmpty()) {
        return Optional.empty();
      }
      steps.add(new StepDraft(new NamedStopDraft(step.target()), new SqlConditionDraft(sql.get())));
      from = step.target().text();
    }
    Body body =
        steps.size() == 1 ? new DirectDraft(steps.get(0).condition()) : new LookupDraft(steps);
    return Optional.of(
        new JoinDraft(
            Optional.of(path.name()),
            Optional.empty(),
            path.marked(),
            path.description(),
            joinType(path),
            path.cardinality() == shared ? Optional.empty() : Optional.of(path.cardinality()),
            body,
            path.name().place()));
  }

  /** Of a single step its own; steps of a chain are joined inside, whatever they say. */
  private Optional<JoinType> joinType(Path path) {
    if (path.steps().size() == 1) {
      return path.steps().get(0).joinType();
    }
    boolean outer =
        path.steps().stream()
            .anyMatch(step -> step.joinType().orElse(JoinType.LEFT) != JoinType.INNER);
    if (outer) {
      problems.add(
          Rule.STEP_JOIN_TYPE,
          path.name().place(),
          scope.name(),
          "the steps of "
              + path.name()
              + " are joined as inner ones, so a row of "
              + path.steps().get(0).target()
              + " that leads nowhere is not seen",
          "write join_type: inner for each step, or leave it so: every "
              + scope.name()
              + " is kept either way by a LEFT JOIN");
    }
    return Optional.empty();
  }

  /** The step's condition with braces; if empty, a problem has been added. */
  private Optional<Snippet> condition(
      Path path, Step step, String from, boolean inStore, boolean isFirst) {
    String what = "the condition of " + path.name();
    Optional<Lynk3Expression> sql = Lynk3Expression.read(step.sql(), what, scope.name(), problems);
    if (sql.isEmpty()) {
      return Optional.empty();
    }
    String to = step.target().text();
    boolean same = from.equalsIgnoreCase(to);
    Rewriting braces = new Rewriting(step.sql());
    boolean sound = true;
    int seen = 0;
    for (Part part : sql.get().parts()) {
      DottedName name = part.name();
      boolean near = isOf(name, from, inStore, isFirst);
      boolean far = isOf(name, to, inStore, false);
      if (!(part instanceof Lynk3Expression.Value) || !near && !far) {
        outside(part, step, what, from);
        sound = false;
        continue;
      }
      boolean source = same ? seen == 0 : near;
      seen++;
      String word = name.last();
      if (source && inStore && isFirst) {
        word = columns.feature(word, step.sql().placeAt(part.start()));
      }
      braces.replace(
          part.start(), part.end(), (source ? "{source}.{" : "{destination}.{") + word + "}");
    }
    if (same && sound) {
      sound = bothAlike(path, step, seen);
    }
    return sound ? Optional.of(braces.finish()) : Optional.empty();
  }

  /** Whether a name is of a stop; the owner's own is also that of the entity it extends. */
  private boolean isOf(DottedName name, String stop, boolean inStore, boolean isOwner) {
    if (!inStore) {
      return name.parts().size() == 2
          && (name.first().equalsIgnoreCase(stop)
              || isOwner && scope.ownNames().contains(Unit.lower(name.first())));
    }
    return TableNames.parse(stop).filter(table -> Lynk3Scope.isColumnOf(name, table)).isPresent();
  }

  /** Both ends of a step are the same, so that only the order of the names can tell them apart. */
  private boolean bothAlike(Path path, Step step, int names) {
    boolean clear = names == 2;
    problems.add(
        clear ? Severity.WARNING : Severity.ERROR,
        Rule.AMBIGUOUS_STEP,
        step.sql().place(),
        scope.name(),
        "a step of "
            + path.name()
            + " leads from "
            + step.target()
            + " to "
            + step.target()
            + (clear
                ? "; the first name is taken for the row that it starts from"
                : ", and nothing tells which of its " + names + " names is of which row"),
        clear
            ? "check the direction, and write the near side first"
            : "compare one name of the near side, written first, with one of the far side");
    return clear;
  }

  private void outside(Part part, Step step, String what, String from) {
    String written = step.sql().text().substring(part.start(), part.end());
    problems.add(
        Rule.UNKNOWN_NAME_IN_JOIN,
        step.sql().placeAt(part.start()),
        scope.name(),
        written
            + " in "
            + what
            + " is neither of "
            + from
            + ", where the step starts, nor of "
            + step.target()
            + ", where it arrives",
        "compare "
            + from
            + ".… with "
            + step.target()
            + ".…; a step cannot speak of what lies further back");
  }
}
