package io.calque.cli.diff;

import io.calque.cli.diff.RowDifference.NotComparable;
import io.calque.cli.diff.RowDifference.OtherColumns;
import io.calque.cli.diff.RowDifference.Refused;
import io.calque.cli.diff.RowDifference.Same;
import io.calque.warehouse.WarehouseColumn;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Compares the rows of two queries. */
public final class RowComparison {
  private RowComparison() {}

  /**
   * How the rows differ. Queries that are the same text for the same warehouse are not run.
   *
   * @param text the text of a value that is not null
   */
  public static RowDifference of(RowSource before, RowSource after, Function<Object, String> text) {
    if (before.equals(after)) {
      return new Same();
    }
    List<WarehouseColumn> old;
    List<WarehouseColumn> now;
    try {
      old = before.columns();
    } catch (SQLException e) {
      return new NotComparable("it did not run before either: " + e.getMessage());
    }
    try {
      now = after.columns();
    } catch (SQLException e) {
      return new Refused(e.getMessage());
    }
    List<String> oldNames = names(before, old);
    List<String> newNames = names(after, now);
    if (!lower(oldNames).equals(lower(newNames))) {
      return new OtherColumns(oldNames, newNames);
    }
    RowText texts = new RowText(text);
    if (before.warehouse() == after.warehouse() && SetComparison.isPossible(old, now)) {
      try {
        return new SetComparison(before, after, old.size(), texts).compare();
      } catch (SQLException e) {
        // It may know no EXCEPT ALL; whatever else is wrong comes up again below.
        return streamed(before, after, texts);
      }
    }
    return streamed(before, after, texts);
  }

  private static RowDifference streamed(RowSource before, RowSource after, RowText texts) {
    StreamComparison comparison = new StreamComparison(before, after, texts);
    try {
      comparison.readBefore();
    } catch (SQLException e) {
      return new NotComparable("it did not run before either: " + e.getMessage());
    }
    try {
      return comparison.compare();
    } catch (SQLException e) {
      return new Refused(e.getMessage());
    }
  }

  private static List<String> names(RowSource source, List<WarehouseColumn> columns) {
    return source.labels().size() == columns.size()
        ? source.labels()
        : columns.stream().map(WarehouseColumn::name).toList();
  }

  private static List<String> lower(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }
}
