package io.calque.generated;

import io.calque.generated.Query.Order;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What came of a case.
 *
 * @param failure what went wrong in few words, the same for cases that fail alike; none if nothing
 * @param detail the whole story of the failure
 * @param warehouseErred whether the warehouse's optimizer changed what its SQL means
 */
record Verdict(Optional<String> failure, String detail, boolean warehouseErred) {
  private static final Verdict FINE = new Verdict(Optional.empty(), "", false);
  private static final Verdict WAREHOUSE_ERRED = new Verdict(Optional.empty(), "", true);

  private static Verdict wrong(String failure, String detail) {
    return new Verdict(Optional.of(failure), detail, false);
  }

  /** Evaluates the query, asks Calque, and compares. */
  static Verdict of(Case tried, CalqueProject project) {
    List<List<Object>> expected =
        new Answer(new World(tried.model()), tried.query(), Answer.NOWHERE).rows();
    List<List<Object>> actual;
    try {
      actual = project.rows(tried.sql());
    } catch (SQLException e) {
      return isRightUnoptimized(tried, expected, project)
          ? WAREHOUSE_ERRED
          : wrong("error " + essence(e), e.getMessage());
    }
    Verdict verdict = compare(tried.query(), expected, actual);
    return verdict.failure().isPresent() && isRightUnoptimized(tried, expected, project)
        ? WAREHOUSE_ERRED
        : verdict;
  }

  /** Whether the SQL that Calque wrote is right, and only the warehouse's optimizer is not. */
  private static boolean isRightUnoptimized(
      Case tried, List<List<Object>> expected, CalqueProject project) {
    try {
      List<List<Object>> rows = project.unoptimizedRows(project.warehouseSql(tried.sql()));
      return compare(tried.query(), expected, rows).failure().isEmpty();
    } catch (SQLException e) {
      return false;
    }
  }

  /** The error's text without what differs from case to case. */
  static String essence(SQLException error) {
    String first = error.getMessage().strip().lines().limit(2).reduce("", (a, b) -> a + " " + b);
    return error.getErrorCode() + first.replaceAll("[\"'`][^\"'`]*[\"'`]|[0-9]+", "…");
  }

  private static Verdict compare(
      Query query, List<List<Object>> expected, List<List<Object>> actual) {
    List<List<String>> expectedRows = Canonical.sorted(Canonical.rows(expected));
    List<List<String>> actualRows = Canonical.sorted(Canonical.rows(actual));
    if (!expectedRows.equals(actualRows)) {
      return wrong(
          "wrong rows",
          "expected rows\n" + text(expectedRows) + "actual rows\n" + text(actualRows));
    }
    List<List<String>> expectedOrder = orderKeys(query, inOrder(query, expected));
    List<List<String>> actualOrder = orderKeys(query, actual);
    return expectedOrder.equals(actualOrder)
        ? FINE
        : wrong(
            "wrong order",
            "expected order\n" + text(expectedOrder) + "actual order\n" + text(actualOrder));
  }

  private static List<List<Object>> inOrder(Query query, List<List<Object>> rows) {
    Comparator<List<Object>> order = (left, right) -> 0;
    for (Order part : query.orderBy()) {
      Comparator<Object> values = (left, right) -> Numbers.compare(left, right);
      Comparator<Object> directed = part.descending() ? values.reversed() : values;
      order =
          order.thenComparing(
              row -> row.get(part.item()),
              part.nullsFirst() ? Comparator.nullsFirst(directed) : Comparator.nullsLast(directed));
    }
    return rows.stream().sorted(order).toList();
  }

  private static List<List<String>> orderKeys(Query query, List<List<Object>> rows) {
    List<List<String>> keys = new ArrayList<>();
    for (List<Object> row : rows) {
      keys.add(
          query.orderBy().stream().map(part -> Canonical.value(row.get(part.item()))).toList());
    }
    return keys;
  }

  private static String text(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append("  ").append(String.join(" | ", row)).append('\n'));
    return text.toString();
  }
}
