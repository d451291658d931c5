package io.calque.cli.diff;

import io.calque.cli.diff.RowDifference.NotComparable;
import io.calque.cli.diff.RowDifference.OtherRows;
import io.calque.cli.diff.RowDifference.Same;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseColumn;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lets the warehouse that answers both queries compare them. */
final class SetComparison {
  static final int EXAMPLES = 3;

  /** Types whose values are equal to SQL just if they are. Floating-point numbers are not. */
  private static final Set<Integer> EXACT =
      Set.of(
          Types.VARCHAR,
          Types.BOOLEAN,
          Types.BIT,
          Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.NUMERIC,
          Types.DECIMAL,
          Types.DATE,
          Types.TIMESTAMP);

  /** Whether case counts. Where it does not, as in MariaDB, equal texts may differ. */
  private static final String CASE_COUNTS = "SELECT CASE WHEN 'a' = 'A' THEN 0 ELSE 1 END";

  private final RowSource before;
  private final RowSource after;
  private final int columns;
  private final RowText texts;

  /**
   * @param columns how many there are
   */
  SetComparison(RowSource before, RowSource after, int columns, RowText texts) {
    this.before = before;
    this.after = after;
    this.columns = columns;
    this.texts = texts;
  }

  /** Whether SQL can tell such rows apart. */
  static boolean isPossible(List<WarehouseColumn> before, List<WarehouseColumn> after) {
    boolean isPossible = true;
    for (int i = 0; i < before.size(); i++) {
      int type = before.get(i).jdbcType();
      isPossible &= EXACT.contains(type) && type == after.get(i).jdbcType();
    }
    return isPossible;
  }

  /**
   * @throws SQLException if the warehouse cannot do it, or not even run the queries
   */
  RowDifference compare() throws SQLException {
    if (number(CASE_COUNTS) == 0) {
      throw new SQLException("texts that differ in case are equal to this warehouse");
    }
    String gone = except(before, after);
    String come = except(after, before);
    long goneRows = count(gone);
    long comeRows = count(come);
    if (goneRows == 0 && comeRows == 0) {
      return new Same();
    }
    if (count(except(before, before)) > 0 || count(except(after, after)) > 0) {
      return new NotComparable(StreamComparison.NOT_REPEATABLE);
    }
    return new OtherRows(goneRows, comeRows, false, examples(gone), examples(come));
  }

  private static String except(RowSource first, RowSource second) {
    return "SELECT * FROM %s EXCEPT ALL SELECT * FROM %s"
        .formatted(first.asTable("compared_1"), second.asTable("compared_2"));
  }

  private long count(String sql) throws SQLException {
    return number("SELECT COUNT(*) FROM (" + sql + "\n) AS compared");
  }

  private long number(String sql) throws SQLException {
    List<Long> numbers = new ArrayList<>();
    RowSource.read(
        warehouse(), sql, row -> ((Number) row.get(0)).longValue(), number -> !numbers.add(number));
    return numbers.get(0);
  }

  /** The first rows in the order of their columns, so that rows with one key stand side by side. */
  private List<String> examples(String sql) throws SQLException {
    String positions =
        IntStream.rangeClosed(1, columns)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", "));
    List<String> examples = new ArrayList<>();
    RowSource.read(
        warehouse(),
        "SELECT * FROM (%s\n) AS compared ORDER BY %s".formatted(sql, positions),
        texts::shown,
        row -> {
          examples.add(row);
          return examples.size() < EXAMPLES;
        });
    return examples;
  }

  private Warehouse warehouse() {
    return before.warehouse();
  }
}
