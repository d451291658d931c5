package io.calque.rewrite;

import io.calque.error.SqlPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Changes to a statement's text. Whatever is not changed is printed as the user wrote it:
 * functions, operators, literals, comments and hints reach the warehouse letter for letter.
 */
final class SourceEdits {
  private final String text;
  private final NavigableMap<Integer, Replacement> replacements = new TreeMap<>();
  private final NavigableMap<Integer, Rendered> before = new TreeMap<>();
  private final NavigableMap<Integer, SqlWriter> after = new TreeMap<>();

  SourceEdits(String text) {
    this.text = text;
  }

  /**
   * Text with the parameters in it.
   *
   * @param sql the text
   * @param parameters for each {@code ?} in it, in order, the index of the user's parameter
   */
  record Rendered(String sql, List<Integer> parameters) {
    static Rendered of(String sql) {
      return new Rendered(sql, List.of());
    }
  }

  private record Replacement(int end, Rendered by) {}

  /** Puts other text in the place of a stretch. A longer stretch from the same start wins. */
  void replace(SqlPlace place, Rendered by) {
    replace(place.start(), place.end(), by);
  }

  void replace(SqlPlace place, String by) {
    replace(place, Rendered.of(by));
  }

  void replace(int start, int end, Rendered by) {
    Replacement present = replacements.get(start);
    if (present == null || present.end() <= end) {
      replacements.put(start, new Replacement(end, by));
    }
  }

  /** Says that a stretch is the user's parameter of that index, from 0. */
  void parameter(SqlPlace place, int index) {
    replace(place, new Rendered("?", List.of(index)));
  }

  /** Inserts text before what begins here; the latest insertion comes first. */
  void insertBefore(int offset, String sql) {
    insertBefore(offset, Rendered.of(sql));
  }

  void insertBefore(int offset, Rendered sql) {
    before.merge(offset, sql, (present, added) -> new SqlWriter().add(added).add(present).done());
  }

  /** Inserts text after what ends here; the latest insertion comes last. */
  void insertAfter(int offset, String sql) {
    insertAfter(offset, Rendered.of(sql));
  }

  void insertAfter(int offset, Rendered sql) {
    after.computeIfAbsent(offset, k -> new SqlWriter()).add(sql);
  }

  /** The text from {@code start} to {@code end} with all changes inside. */
  Rendered render(int start, int end) {
    StringBuilder sql = new StringBuilder();
    List<Integer> parameters = new ArrayList<>();
    int at = start;
    while (true) {
      if (at > start && after.containsKey(at)) {
        Rendered inserted = after.get(at).done();
        sql.append(inserted.sql());
        parameters.addAll(inserted.parameters());
      }
      if (at >= end) {
        return new Rendered(sql.toString(), List.copyOf(parameters));
      }
      if (before.containsKey(at)) {
        sql.append(before.get(at).sql());
        parameters.addAll(before.get(at).parameters());
      }
      Replacement replacement = replacements.get(at);
      if (replacement != null && replacement.end() <= end && replacement.end() > at) {
        sql.append(replacement.by().sql());
        parameters.addAll(replacement.by().parameters());
        at = replacement.end();
      } else {
        int next = Math.min(end, nextChange(at));
        sql.append(text, at, next);
        at = next;
      }
    }
  }

  /** The same, and forgets those changes, so that the stretch can be replaced as a whole. */
  Rendered take(int start, int end) {
    Rendered taken = render(start, end);
    replacements.subMap(start, true, end, false).clear();
    before.subMap(start, true, end, false).clear();
    after.subMap(start, false, end, true).clear();
    return taken;
  }

  private int nextChange(int at) {
    return Math.min(
        next(replacements.higherEntry(at)),
        Math.min(next(before.higherEntry(at)), next(after.higherEntry(at))));
  }

  private static int next(Map.Entry<Integer, ?> entry) {
    return entry == null ? Integer.MAX_VALUE : entry.getKey();
  }
}
