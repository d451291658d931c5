package io.calque.cli;

import io.calque.cli.SavedQueries.Fault;
import io.calque.cli.SavedQueries.Outcome;
import io.calque.cli.SavedQueries.Saved;
import io.calque.cli.diff.LineDiff;
import io.calque.cli.diff.RowDifference;
import io.calque.rewrite.CompiledQuery;
import io.calque.rewrite.QueryCompiler;
import io.calque.sql.SqlLayout;
import java.util.List;
import java.util.Optional;

/**
 * What a change of a model does to a saved query.
 *
 * @param fault for which it does not compile with the newer model
 * @param sql how its warehouse SQL differs, as {@link LineDiff} has it
 * @param rows how its rows differ; empty if they were not compared
 */
record QueryDiff(
    Saved query,
    Status status,
    Optional<Fault> fault,
    List<String> sql,
    Optional<RowDifference> rows) {
  /** What became of it, worst first. */
  enum Status {
    /** It compiled, and does not any more. */
    BROKEN("broken"),
    /** It did not compile before either. */
    BROKEN_BEFORE("broken before"),
    /** It did not compile, and does now. */
    MENDED("mended"),
    OTHER_SQL("other SQL"),
    SAME("same");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    /** In words. */
    @Override
    public String toString() {
      return words;
    }
  }

  QueryDiff {
    sql = List.copyOf(sql);
  }

  static QueryDiff of(Saved query, QueryCompiler older, QueryCompiler newer) {
    Outcome before = SavedQueries.compile(query, older);
    Outcome after = SavedQueries.compile(query, newer);
    List<String> sql = List.of();
    Status status;
    if (after.fault().isPresent()) {
      status = before.fault().isPresent() ? Status.BROKEN_BEFORE : Status.BROKEN;
    } else if (before.fault().isPresent()) {
      status = Status.MENDED;
    } else {
      sql = LineDiff.of(laidOut(before), laidOut(after));
      status = sql.isEmpty() ? Status.SAME : Status.OTHER_SQL;
    }
    return new QueryDiff(query, status, after.fault(), sql, Optional.empty());
  }

  private static String laidOut(Outcome outcome) {
    return SqlLayout.of(outcome.compiled().map(CompiledQuery::sql).orElse(""));
  }

  /** Whether it compiles with both models, so that its rows can be compared. */
  boolean compiles() {
    return status == Status.OTHER_SQL || status == Status.SAME;
  }

  QueryDiff withRows(RowDifference difference) {
    return new QueryDiff(query, status, fault, sql, Optional.of(difference));
  }

  boolean hasOtherRows() {
    return rows.filter(RowDifference::isChange).isPresent();
  }

  /** Whether there is anything to tell. */
  boolean isWorthTelling() {
    return status != Status.SAME || rows.filter(each -> !isSame(each)).isPresent();
  }

  static boolean isSame(RowDifference rows) {
    return rows instanceof RowDifference.Same;
  }
}
