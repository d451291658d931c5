package io.calque.model.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A snippet with stretches of it written in another way, such as {@code order.total} as {@code
 * {total}}. Each character of the result still knows its place in the file.
 */
final class Rewriting {
  private record Edit(int start, int end, String text) {}

  private final Snippet original;
  private final List<Edit> edits = new ArrayList<>();

  Rewriting(Snippet original) {
    this.original = original;
  }

  /** SQL in parentheses; a comment that reaches to the end of its line does not swallow them. */
  static String enclosed(String sql) {
    return "(" + sql + (sql.contains("--") ? "\n)" : ")");
  }

  /** Replaces a stretch; stretches must not overlap. An empty one is an insertion. */
  Rewriting replace(int start, int end, String text) {
    edits.add(new Edit(start, end, text));
    return this;
  }

  Snippet finish() {
    StringBuilder text = new StringBuilder();
    List<Integer> offsets = new ArrayList<>();
    int at = 0;
    List<Edit> inOrder =
        edits.stream()
            .sorted(Comparator.comparingInt(Edit::start).thenComparing(Edit::end))
            .toList();
    for (Edit edit : inOrder) {
      copy(at, edit.start(), text, offsets);
      for (int i = 0; i < edit.text().length(); i++) {
        offsets.add(edit.start());
      }
      text.append(edit.text());
      at = edit.end();
    }
    copy(at, original.text().length(), text, offsets);
    int end = original.text().length();
    return Snippet.mapped(
        text.toString(),
        offset -> original.placeAt(offset < offsets.size() ? offsets.get(offset) : end));
  }

  private void copy(int from, int to, StringBuilder text, List<Integer> offsets) {
    text.append(original.text(), from, to);
    for (int i = from; i < to; i++) {
      offsets.add(i);
    }
  }
}
