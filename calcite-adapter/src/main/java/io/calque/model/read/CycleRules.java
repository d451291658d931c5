package io.calque.model.read;

import io.calque.model.read.Dependencies.Definition;
import io.calque.model.read.Unit.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds definitions that need themselves: formulas, metrics, and features that are fetched through
 * joins whose conditions need them. Each knot of definitions gives one problem, with the shortest
 * way round.
 */
final class CycleRules {
  private final Dependencies dependencies;
  private final Problems problems;
  private final LeftOut leftOut;
  private final Map<Unit, Integer> index = new HashMap<>();
  private final Map<Unit, Integer> low = new HashMap<>();
  private final Deque<Unit> stack = new ArrayDeque<>();
  private final Set<Unit> onStack = new HashSet<>();
  private final List<List<Unit>> knots = new ArrayList<>();

  CycleRules(Dependencies dependencies, Problems problems, LeftOut leftOut) {
    this.dependencies = dependencies;
    this.problems = problems;
    this.leftOut = leftOut;
  }

  void check() {
    for (Definition definition : dependencies.all()) {
      if (mayBeInKnot(definition) && !index.containsKey(definition.unit())) {
        visit(definition.unit());
      }
    }
    knots.forEach(this::report);
  }

  /** A unit whose needs are being visited. */
  private record Frame(Unit unit, Iterator<Unit> rest) {}

  /** Tarjan's strongly connected components, without recursion, since chains may be long. */
  private void visit(Unit start) {
    Deque<Frame> frames = new ArrayDeque<>();
    frames.push(enter(start));
    while (!frames.isEmpty()) {
      Frame frame = frames.peek();
      if (frame.rest().hasNext()) {
        Unit next = frame.rest().next();
        if (!index.containsKey(next)) {
          frames.push(enter(next));
        } else if (onStack.contains(next)) {
          low.merge(frame.unit(), index.get(next), Math::min);
        }
      } else {
        frames.pop();
        if (!frames.isEmpty()) {
          low.merge(frames.peek().unit(), low.get(frame.unit()), Math::min);
        }
        leave(frame.unit());
      }
    }
  }

  private Frame enter(Unit unit) {
    index.put(unit, index.size());
    low.put(unit, index.get(unit));
    stack.push(unit);
    onStack.add(unit);
    return new Frame(unit, needs(unit).iterator());
  }

  private List<Unit> needs(Unit unit) {
    return dependencies.get(unit).needs().stream()
        .filter(this::needsOthers)
        .filter(need -> !leftOut.contains(need))
        .toList();
  }

  /** Most definitions need none, so that they are in no knot. */
  private boolean needsOthers(Unit unit) {
    Definition definition = dependencies.get(unit);
    return definition != null && !definition.needs().isEmpty();
  }

  /** What needs only such definitions as need none is in no knot either. */
  private boolean mayBeInKnot(Definition definition) {
    for (Unit need : definition.needs()) {
      if (needsOthers(need)) {
        return true;
      }
    }
    return false;
  }

  private void leave(Unit unit) {
    if (!low.get(unit).equals(index.get(unit))) {
      return;
    }
    List<Unit> knot = new ArrayList<>();
    Unit member;
    do {
      member = stack.pop();
      onStack.remove(member);
      knot.add(member);
    } while (!member.equals(unit));
    if (knot.size() > 1 || needs(unit).contains(unit)) {
      knots.add(knot);
    }
  }

  private void report(List<Unit> knot) {
    Unit first =
        knot.stream()
            .min(
                Comparator.comparing((Unit unit) -> unit.kind() == Kind.JOIN)
                    .thenComparing(unit -> dependencies.get(unit).place().file())
                    .thenComparing(unit -> dependencies.get(unit).place().line())
                    .thenComparing(unit -> dependencies.get(unit).place().column()))
            .orElseThrow();
    List<Unit> cycle = shortestCycle(first, new HashSet<>(knot));
    Definition definition = dependencies.get(first);
    String way =
        cycle.stream()
                .map(unit -> dependencies.get(unit).label())
                .collect(Collectors.joining(" -> "))
            + " -> "
            + definition.label();
    problems.add(
        rule(cycle),
        definition.place(),
        definition.subject(),
        definition.label() + " needs itself: " + way,
        remedy(cycle));
    Set<Unit> named = new LinkedHashSet<>(cycle);
    cycle.forEach(leftOut::add);
    for (Unit unit : knot) {
      if (!named.contains(unit)) {
        leftOut.add(unit);
        Definition other = dependencies.get(unit);
        Dependencies.note(
            problems, other.place(), other.subject(), other.label(), definition.label());
      }
    }
  }

  private static Rule rule(List<Unit> cycle) {
    if (cycle.stream().allMatch(unit -> unit.kind() == Kind.METRIC)) {
      return Rule.METRIC_CYCLE;
    }
    boolean oneEntity = cycle.stream().map(Unit::owner).distinct().count() == 1;
    boolean features = cycle.stream().allMatch(unit -> unit.kind() == Kind.FEATURE);
    return oneEntity && features ? Rule.FORMULA_CYCLE : Rule.DEFINITION_CYCLE;
  }

  private String remedy(List<Unit> cycle) {
    return cycle.stream()
        .filter(unit -> unit.kind() == Kind.JOIN)
        .findFirst()
        .map(
            join ->
                "a feature that is fetched through a join cannot be used in that join's own"
                    + " condition; use a column of the key_source there")
        .orElse("define one of them without the others");
  }

  /** The shortest way from a member of a knot back to it; breadth first. */
  private List<Unit> shortestCycle(Unit first, Set<Unit> knot) {
    Map<Unit, Unit> cameFrom = new HashMap<>();
    Deque<Unit> queue = new ArrayDeque<>(List.of(first));
    while (!queue.isEmpty()) {
      Unit unit = queue.poll();
      for (Unit need : needs(unit)) {
        if (need.equals(first)) {
          return path(first, unit, cameFrom);
        }
        if (knot.contains(need) && !cameFrom.containsKey(need)) {
          cameFrom.put(need, unit);
          queue.add(need);
        }
      }
    }
    throw new IllegalStateException("a knot without a way round: " + first.label());
  }

  private static List<Unit> path(Unit first, Unit last, Map<Unit, Unit> cameFrom) {
    List<Unit> path = new ArrayList<>();
    Unit unit = last;
    while (!unit.equals(first)) {
      path.add(unit);
      unit = cameFrom.get(unit);
    }
    path.add(first);
    Collections.reverse(path);
    return path;
  }
}
