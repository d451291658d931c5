package io.calque.cli.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** How a text differs from another, as reviewers know it. */
public final class LineDiff {
  private static final int CONTEXT = 3;

  /** The two lines that name the files, which there are none of. */
  private static final int HEADER = 2;

  private LineDiff() {}

  /**
   * The lines that differ, marked with {@code -} and {@code +}, among lines that do not; each run
   * begins with a line {@code @@}. Empty if the texts are equal.
   */
  public static List<String> of(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> unified =
        UnifiedDiffUtils.generateUnifiedDiff(
            "", "", old, DiffUtils.diff(old, after.lines().toList()), CONTEXT);
    return unified.isEmpty() ? unified : unified.subList(HEADER, unified.size());
  }
}
