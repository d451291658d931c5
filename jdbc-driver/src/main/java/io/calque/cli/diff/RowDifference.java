package io.calque.cli.diff;

import java.util.List;

/** How the rows of two queries differ. */
public sealed interface RowDifference {
  /** Not at all. */
  record Same() implements RowDifference {}

  /**
   * In their columns.
   *
   * @param before what they were called
   * @param after what they are called
   */
  record OtherColumns(List<String> before, List<String> after) implements RowDifference {
    public OtherColumns {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /**
   * In some rows. A row that occurs twice before and once after counts once as gone.
   *
   * @param gone rows that are no longer there
   * @param come rows that were not there
   * @param isAtLeast whether there are more than could be counted
   * @param goneExamples at most three
   * @param comeExamples at most three
   */
  record OtherRows(
      long gone, long come, boolean isAtLeast, List<String> goneExamples, List<String> comeExamples)
      implements RowDifference {
    public OtherRows {
      goneExamples = List.copyOf(goneExamples);
      comeExamples = List.copyOf(comeExamples);
    }
  }

  /**
   * The warehouse answered before and does not now.
   *
   * @param error what it says
   */
  record Refused(String error) implements RowDifference {}

  /**
   * Nobody can tell.
   *
   * @param reason why
   */
  record NotComparable(String reason) implements RowDifference {}

  /** Whether whoever reads the rows gets something else, or nothing any more. */
  default boolean isChange() {
    return !(this instanceof Same || this instanceof NotComparable);
  }
}
