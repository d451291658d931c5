package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.read.HclBlock.Attribute;
import io.calque.model.read.HclBlock.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the attributes of one block by name. What is never asked for is unknown. */
final class HclAttributes {
  private final HclBlock block;
  private final Problems problems;
  private final Map<String, Attribute> byName = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  /** Of two attributes with one name the first counts, with a problem. */
  HclAttributes(HclBlock block, Problems problems) {
    this.block = block;
    this.problems = problems;
    for (Attribute attribute : block.attributes()) {
      Attribute earlier = byName.putIfAbsent(attribute.name().text(), attribute);
      if (earlier != null) {
        problems.add(
            Rule.DUPLICATE_KEY,
            attribute.name().place(),
            block.shown(),
            "a second "
                + attribute.name()
                + " stands in "
                + block.shown()
                + "; the first is at "
                + earlier.name().place(),
            "keep one of the two; until then the first one counts");
      }
    }
  }

  /** The value without blanks around it; empty if there is none, or it is blank. */
  Optional<Written> optional(String name) {
    known.add(name);
    Optional<Value> value = Optional.ofNullable(byName.get(name)).map(Attribute::value);
    if (value.isPresent() && !value.get().isText()) {
      problems.add(
          Severity.WARNING,
          Rule.GRAPH_ATTRIBUTE,
          value.get().place(),
          block.shown(),
          name + " is not a text; it is read as \"" + value.get().text() + "\"",
          "put it in quotes");
    }
    return value.map(Value::written).filter(written -> !written.text().isEmpty());
  }

  /** As {@link #optional}; a problem is added if it is empty. */
  Optional<Written> required(String name, String example) {
    Optional<Written> value = optional(name);
    if (value.isEmpty()) {
      problems.add(
          Rule.GRAPH_ATTRIBUTE,
          block.place(),
          block.shown(),
          block.shown() + " has no " + name,
          "add " + name + " = \"" + example + '"');
    }
    return value;
  }

  /** An attribute that says nothing which can be queried. */
  Optional<Written> unused(String name) {
    known.add(name);
    return Optional.ofNullable(byName.get(name)).map(Attribute::name);
  }

  /** Adds a problem for each attribute that nobody asked for. */
  void reportUnknown() {
    for (Attribute attribute : byName.values()) {
      String name = attribute.name().text();
      if (!known.contains(name)) {
        List<String> near = NearestNames.of(name, known);
        problems.add(
            Rule.UNKNOWN_KEY,
            attribute.name().place(),
            block.shown(),
            block.shown() + " has no attribute " + Shown.name(name),
            near.isEmpty()
                ? known.isEmpty() ? "remove it" : "remove it; it has " + String.join(", ", known)
                : "did you mean " + String.join(" or ", near) + "?");
      }
    }
  }
}
