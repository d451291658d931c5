package io.calque.model.read;

import io.calque.model.Cardinality;
import io.calque.model.Hop;
import io.calque.model.Join;
import io.calque.model.JoinPath;
import io.calque.model.JoinType;
import io.calque.model.Node;
import io.calque.model.Place;
import io.calque.model.Side;
import io.calque.model.SqlTemplate.Part;
import io.calque.model.SqlTemplate.SideRef;
import io.calque.model.SqlTemplate.Text;
import io.calque.model.read.Dependencies.Definition;
import io.calque.model.read.JoinDraft.ConditionDraft;
import io.calque.model.read.JoinDraft.DirectDraft;
import io.calque.model.read.JoinDraft.FieldsConditionDraft;
import io.calque.model.read.JoinDraft.LookupDraft;
import io.calque.model.read.JoinDraft.PairDraft;
import io.calque.model.read.JoinDraft.PartsConditionDraft;
import io.calque.model.read.JoinDraft.SqlConditionDraft;
import io.calque.model.read.JoinDraft.StepDraft;
import io.calque.model.read.TemplateReader.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes joins of drafts: their names, which one is the default, and their paths. */
final class JoinValidator {
  private final Checks checks;
  private final String subject;
  private final String owner;
  private final EntityScope left;
  private final Node end;
  private final Cardinality cardinality;
  private final Optional<EntityScope> right;
  private final Problems problems;

  /**
   * @param owner what the joins are known by
   * @param left where the joins start
   * @param end where they arrive
   * @param cardinality from start to end, of joins that say nothing else
   */
  JoinValidator(
      Checks checks,
      String subject,
      String owner,
      EntityScope left,
      Node end,
      Cardinality cardinality) {
    this.checks = checks;
    this.subject = subject;
    this.owner = owner;
    this.left = left;
    this.end = end;
    this.cardinality = cardinality;
    this.right =
        end instanceof Node.EntityNode entity
            ? checks.directory().find(entity.entity())
            : Optional.empty();
    this.problems = checks.problems();
  }

  /** The joins that are sound; what was left out has a problem. */
  List<Join> validate(List<JoinDraft> drafts) {
    Map<String, JoinDraft> named = named(drafts);
    Optional<JoinDraft> chosen = defaultOf(named);
    List<Join> joins = new ArrayList<>();
    named.forEach(
        (name, draft) -> {
          Optional<JoinPath> path = path(name, draft);
          if (path.isEmpty()) {
            leaveOut(name, draft);
          } else {
            joins.add(
                new Join(
                    name,
                    draft.reverseName().map(Written::text),
                    draft.description(),
                    chosen.filter(draft::equals).isPresent(),
                    draft.joinType().orElse(JoinType.LEFT),
                    draft.cardinality().orElse(cardinality),
                    path.get(),
                    draft.place()));
          }
        });
    return joins;
  }

  private void leaveOut(String name, JoinDraft draft) {
    checks.leftOut().add(Unit.join(owner, name));
    checks.leftOut().add(Unit.join(owner, name + "__reversed"));
    draft
        .reverseName()
        .ifPresent(reverse -> checks.leftOut().add(Unit.join(owner, reverse.text())));
  }

  /** Names for all, in file order; the second of two joins with one name is left out. */
  private Map<String, JoinDraft> named(List<JoinDraft> drafts) {
    Map<String, JoinDraft> named = new LinkedHashMap<>();
    Map<String, JoinDraft> byLower = new HashMap<>();
    int unnamed = 0;
    for (JoinDraft draft : drafts) {
      String name = draft.name().map(Written::text).orElse("");
      if (draft.name().isEmpty()) {
        unnamed++;
        name = "default_" + unnamed;
      }
      JoinDraft earlier = byLower.putIfAbsent(Unit.lower(name), draft);
      if (earlier == null) {
        named.put(name, draft);
        continue;
      }
      boolean generated = draft.name().isEmpty() || earlier.name().isEmpty();
      problems.add(
          Rule.DUPLICATE_JOIN,
          draft.name().map(Written::place).orElse(draft.place()),
          subject,
          "a second join is called "
              + name
              + "; the first is at "
              + earlier.place()
              + (generated ? "; joins without a name are called default_1, default_2, …" : ""),
          "give each join a name of its own");
    }
    reversedNames(byLower);
    return named;
  }

  private void reversedNames(Map<String, JoinDraft> byLower) {
    if (right.filter(left::equals).isEmpty()) {
      return;
    }
    byLower.forEach(
        (name, draft) -> {
          String forward = name.replaceFirst("__reversed$", "");
          if (!forward.equals(name) && byLower.containsKey(forward)) {
            problems.add(
                Severity.WARNING,
                Rule.DUPLICATE_JOIN,
                draft.place(),
                subject,
                name + " is also what the other direction of " + forward + " is called",
                "choose another name; until then it means this join");
          }
        });
  }

  private Optional<JoinDraft> defaultOf(Map<String, JoinDraft> named) {
    List<JoinDraft> all = List.copyOf(named.values());
    boolean incomplete = checks.leftOut().containsJoinOf(owner);
    if (all.size() == 1 && !incomplete) {
      return Optional.of(all.get(0));
    }
    List<JoinDraft> marked = all.stream().filter(join -> join.marked().orElse(false)).toList();
    if (marked.size() > 1) {
      problems.add(
          Severity.ERROR,
          Rule.DEFAULT_JOIN,
          marked.get(1).place(),
          subject,
          "a second join of "
              + label()
              + " is marked as default; the first is at "
              + marked.get(0).place(),
          "write default: false for all but one; until then none is the default");
      return Optional.empty();
    }
    if (marked.isEmpty() && all.size() > 1 && !incomplete) {
      problems.add(
          Rule.DEFAULT_JOIN,
          all.get(0).place(),
          subject,
          "none of the " + all.size() + " joins of " + label() + " is the default",
          "name one in each use, as in USING ('"
              + List.copyOf(named.keySet()).get(0)
              + "'); in Lynk's format, default: true marks the one that is meant without a name");
    }
    return marked.stream().findFirst();
  }

  private String label() {
    return end instanceof Node.TableNode ? end.toString() : subject;
  }

  private Optional<JoinPath> path(String name, JoinDraft draft) {
    List<Node> nodes = new ArrayList<>(List.of(new Node.EntityNode(left.name())));
    List<ConditionDraft> conditions = new ArrayList<>();
    if (draft.body() instanceof DirectDraft direct) {
      nodes.add(end);
      conditions.add(direct.condition());
    } else if (draft.body() instanceof LookupDraft lookup) {
      Optional<List<Node>> stops = new LookupStops(checks, subject, left, end).of(lookup, name);
      if (stops.isEmpty()) {
        return Optional.empty();
      }
      nodes.addAll(stops.get());
      lookup.steps().stream().map(StepDraft::condition).forEach(conditions::add);
    }
    List<Optional<Template>> templates =
        conditions.stream().map(condition -> template(condition, name)).toList();
    if (templates.contains(Optional.<Template>empty())) {
      return Optional.empty();
    }
    List<Template> predicates = templates.stream().map(Optional::orElseThrow).toList();
    Set<Unit> needs = new LinkedHashSet<>();
    boolean sound =
        new PredicateRules(checks, subject, name, nodes, predicates).check(draft.body(), needs);
    if (!sound) {
      return Optional.empty();
    }
    checks
        .dependencies()
        .add(new Definition(Unit.join(owner, name), subject, "join " + name, draft.place(), needs));
    return Optional.of(
        new JoinPath(nodes, predicates.stream().map(Template::sql).map(Hop::new).toList()));
  }

  private Optional<Template> template(ConditionDraft condition, String name) {
    if (condition instanceof SqlConditionDraft sql) {
      return new TemplateReader(subject, problems)
          .read(sql.sql(), Use.CONDITION, "the condition of join " + name, left.name());
    }
    if (condition instanceof PartsConditionDraft built) {
      return Optional.of(Template.ofParts(built.parts(), built.places(), built.place()));
    }
    FieldsConditionDraft fields = (FieldsConditionDraft) condition;
    List<Part> parts = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    for (PairDraft pair : fields.pairs()) {
      add(parts, places, new Text(parts.isEmpty() ? "" : " AND "), fields.place());
      add(parts, places, new SideRef(Side.SOURCE, pair.source().text()), pair.source().place());
      add(parts, places, new Text(" " + pair.operator() + " "), fields.place());
      add(
          parts,
          places,
          new SideRef(Side.DESTINATION, pair.destination().text()),
          pair.destination().place());
    }
    return Optional.of(Template.ofParts(parts, places, fields.place()));
  }

  private static void add(List<Part> parts, List<Place> places, Part part, Place place) {
    if (!(part instanceof Text text && text.sql().isEmpty())) {
      parts.add(part);
      places.add(place);
    }
  }
}
