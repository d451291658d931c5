package io.calque.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the 22 queries with the substitution values that the specification prescribes for
 * validation, from the resources of {@code io.trino.tpch}.
 *
 * @param number 1 to 22
 * @param sql the text in DuckDB's dialect
 * @param order the columns by which its rows are ordered, from 0; none if it has one row
 */
public record TpchQuery(int number, String sql, List<Integer> order) {
  private static final List<List<Integer>> ORDERS =
      List.of(
          List.of(0, 1),
          List.of(0, 2, 1, 3),
          List.of(1, 2),
          List.of(0),
          List.of(1),
          List.of(),
          List.of(0, 1, 2),
          List.of(0),
          List.of(0, 1),
          List.of(2),
          List.of(1),
          List.of(0),
          List.of(1, 0),
          List.of(),
          List.of(0),
          List.of(3, 0, 1, 2),
          List.of(),
          List.of(4, 3),
          List.of(),
          List.of(0),
          List.of(1, 0),
          List.of(0));

  public static List<TpchQuery> all() {
    return IntStream.rangeClosed(1, 22)
        .mapToObj(n -> new TpchQuery(n, adapt(resource("q" + n + ".sql")), ORDERS.get(n - 1)))
        .toList();
  }

  /** The answer that the library holds for scale 0.01: a comment, then a line a row. */
  String smallAnswer() {
    return resource("q" + number + ".result");
  }

  String label() {
    return "q" + number;
  }

  /** Query 15 comes with a view, which the specification lets one write as a CTE. */
  private static String adapt(String sql) {
    String view = "CREATE OR REPLACE VIEW revenue AS";
    int start = sql.indexOf(view);
    if (start < 0) {
      return sql;
    }
    String[] viewAndQuery = sql.substring(start + view.length()).split(";");
    return "WITH revenue AS (" + viewAndQuery[0] + ")" + viewAndQuery[1];
  }

  private static String resource(String name) {
    String path = "/io/trino/tpch/queries/" + name;
    try (InputStream in = TpchQuery.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
