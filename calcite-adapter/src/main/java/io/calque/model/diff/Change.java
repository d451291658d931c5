package io.calque.model.diff;

import io.calque.model.Place;
import io.calque.model.graph.Element;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An element that is not in one model as it is in the other.
 *
 * @param element as the newer model calls it; one that is removed as the older one did
 * @param formerly what a renamed one was called
 * @param before where the older model has it; empty if it has not
 * @param after where the newer model has it; empty if it has not
 * @param details what differs; of an added or removed element what it was made of
 * @param lostNames names by which queries could ask for it and no longer can, in lower case; of a
 *     relationship the ways that can no longer be walked
 */
public record Change(
    Type type,
    Element element,
    Optional<Element> formerly,
    Optional<Place> before,
    Optional<Place> after,
    List<Detail> details,
    Set<String> lostNames) {
  public Change {
    details = List.copyOf(details);
    lostNames = Set.copyOf(lostNames);
  }

  /** What became of it, in the order in which a review reads them. */
  public enum Type {
    REMOVED,
    /** Called otherwise; it says the same but for descriptions, and nothing else does. */
    RENAMED,
    CHANGED,
    ADDED;

    /** In a word. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What differs in one aspect.
   *
   * @param aspect such as {@code sql}
   * @param before empty if nothing was said
   * @param after empty if nothing is said any more
   */
  public record Detail(String aspect, String before, String after) {}

  /** Whether a query that was sound may fail because of it. */
  public boolean takesAway() {
    return !lostNames.isEmpty();
  }
}
