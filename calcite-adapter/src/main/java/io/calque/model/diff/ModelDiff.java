package io.calque.model.diff;

import io.calque.model.Place;
import io.calque.model.SemanticModel;
import io.calque.model.diff.Change.Detail;
import io.calque.model.diff.Change.Type;
import io.calque.model.graph.Element;
import io.calque.model.graph.Element.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds what changed between two models. */
public final class ModelDiff {
  private final Map<Element, Definition> before;
  private final Map<Element, Definition> after;
  private final List<Change> changes = new ArrayList<>();

  private ModelDiff(Map<Element, Definition> before, Map<Element, Definition> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The changes: what is removed, renamed, changed, added, each in the order of its model. What is
   * part of something that is removed or added has no change of its own.
   */
  public static List<Change> of(SemanticModel older, SemanticModel newer) {
    Renames renames = Renames.NONE;
    while (true) {
      Map<Element, Definition> before = Definitions.of(older, renames);
      Map<Element, Definition> after = Definitions.of(turned(newer, before), Renames.NONE);
      Map<Element, String> found = RenameSearch.find(before, after);
      if (found.isEmpty()) {
        return new ModelDiff(before, after).changes();
      }
      renames = renames.plus(found);
    }
  }

  private static SemanticModel turned(SemanticModel newer, Map<Element, Definition> before) {
    Set<String> relationships =
        before.keySet().stream()
            .filter(element -> element.kind() == Kind.RELATIONSHIP)
            .map(element -> TemplateKey.lower(element.part()))
            .collect(Collectors.toSet());
    return Flip.towards(newer, relationships);
  }

  private List<Change> changes() {
    before.forEach(
        (element, old) -> {
          Definition now = after.get(element);
          if (now != null) {
            compare(old, now);
          } else if (isAlone(element, after)) {
            addOneSided(old, Type.REMOVED, before);
          }
        });
    after.forEach(
        (element, now) -> {
          if (!before.containsKey(element) && isAlone(element, before)) {
            addOneSided(now, Type.ADDED, after);
          }
        });
    changes.sort(Comparator.comparing(Change::type));
    return List.copyOf(changes);
  }

  /** Whether what it is part of is in the other model too. */
  private static boolean isAlone(Element element, Map<Element, Definition> other) {
    return element.owner().isEmpty()
        || other.containsKey(new Element(Kind.ENTITY, "", element.owner()))
        || other.containsKey(new Element(Kind.RELATIONSHIP, "", element.owner()));
  }

  private void compare(Definition old, Definition now) {
    boolean isRenamed = !old.written().equals(old.element()) && !isOfRenamed(old);
    List<Detail> details = new ArrayList<>();
    String was =
        old.written().kind() == Kind.RELATIONSHIP ? old.element().part() : old.written().part();
    if (!isRenamed && !was.equals(now.written().part())) {
      details.add(new Detail("name", was, now.written().part()));
    }
    Set<String> aspects = new LinkedHashSet<>();
    old.aspects().forEach(aspect -> aspects.add(aspect.name()));
    now.aspects().forEach(aspect -> aspects.add(aspect.name()));
    for (String name : aspects) {
      Optional<Aspect> said = old.aspect(name);
      Optional<Aspect> says = now.aspect(name);
      if (!said.map(Aspect::key).equals(says.map(Aspect::key))) {
        details.add(
            new Detail(
                name, said.map(Aspect::shown).orElse(""), says.map(Aspect::shown).orElse("")));
      }
    }
    Set<String> lost = new LinkedHashSet<>(old.names());
    lost.removeAll(now.names());
    if (isRenamed) {
      add(Type.RENAMED, Optional.of(old), Optional.of(now), details, lost);
    } else if (!details.isEmpty()) {
      add(Type.CHANGED, Optional.of(old), Optional.of(now), details, lost);
    }
  }

  /** Whether only what it is part of is called otherwise. */
  private static boolean isOfRenamed(Definition old) {
    Element written = old.written();
    return written.kind() == Kind.RELATIONSHIP
        || written.part().equalsIgnoreCase(old.element().part());
  }

  private void addOneSided(Definition only, Type type, Map<Element, Definition> all) {
    boolean isRemoved = type == Type.REMOVED;
    List<Detail> details = new ArrayList<>();
    only.aspects()
        .forEach(aspect -> details.add(oneSided(aspect.name(), aspect.shown(), isRemoved)));
    parts(only.element(), all)
        .forEach((kind, names) -> details.add(oneSided(kind, names, isRemoved)));
    add(
        type,
        isRemoved ? Optional.of(only) : Optional.empty(),
        isRemoved ? Optional.empty() : Optional.of(only),
        details,
        isRemoved ? only.names() : Set.of());
  }

  private static Detail oneSided(String aspect, String text, boolean isRemoved) {
    return isRemoved ? new Detail(aspect, text, "") : new Detail(aspect, "", text);
  }

  /** The names of what is part of an element, by kind. */
  private static Map<String, String> parts(Element whole, Map<Element, Definition> all) {
    Map<String, String> parts = new TreeMap<>();
    if (whole.owner().isEmpty()) {
      all.values().stream()
          .filter(each -> each.element().owner().equalsIgnoreCase(whole.part()))
          .forEach(
              each ->
                  parts.merge(
                      each.element().kind() + "s",
                      each.written().part(),
                      (names, name) -> names + ", " + name));
    }
    return parts;
  }

  private void add(
      Type type,
      Optional<Definition> old,
      Optional<Definition> now,
      List<Detail> details,
      Set<String> lost) {
    Optional<Place> was = old.map(Definition::place);
    Optional<Place> is = now.map(Definition::place);
    Element element = now.or(() -> old).orElseThrow().written();
    Optional<Element> formerly =
        type == Type.RENAMED ? old.map(Definition::written) : Optional.empty();
    changes.add(new Change(type, element, formerly, was, is, details, lost));
  }
}
