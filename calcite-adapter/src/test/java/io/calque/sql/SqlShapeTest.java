package io.calque.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which literals of a text are left out of its shape. */
class SqlShapeTest {
  /** The shape with {@code <1>} for what stands in the first literal's place, and so on. */
  private static Optional<String> shape(String sql) {
    return SqlShape.of(sql)
        .map(
            shape -> {
              String text = shape.text();
              for (int i = 0; i < shape.literals().size(); i++) {
                text = text.replace(shape.standIns().get(i), "<" + (i + 1) + ">");
              }
              return text;
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '`',
      value = {
        "id = 17 ^ id = <1>",
        "x = -1.50 AND y LIKE 'it is %' ^ x = -<1> AND y LIKE <2>",
        "x = 'it''s' AND y = '${a}' AND z = 'A. B' ^ x = 'it''s' AND y = '${a}' AND z = <1>",
        "x IN (1, 2, 1) ^ x IN (<1>, <2>, <1>)",
        "(x > 1 OR (y < 2)) LIMIT 5 ^ (x > <1> OR (y < <2>)) LIMIT 5",
        "d >= DATE '2024-01-31' AND s = '2024-01-31' ^ d >= DATE <1> AND s = <2>",
        "x = 1 GROUP BY 1 HAVING sum(y) > 2 ORDER BY 1"
            + " ^ x = <1> GROUP BY 1 HAVING sum(y) > 2 ORDER BY 1",
        "x IN (SELECT 3 FROM u JOIN v USING('j') WHERE z = 4) AND w = 5"
            + " ^ x IN (SELECT 3 FROM u JOIN v USING('j') WHERE z = <1>) AND w = <2>",
        "f(x, 'y') = 2 ^ f(x, 'y') = <1>",
        "x BETWEEN 1 AND 2 ^ x BETWEEN <1> AND <2>",
        "\"x 2\" = 3 ^ \"x 2\" = <1>",
        "x > now() - INTERVAL '30 days' AND y = 'z' ^ x > now() - INTERVAL '30 days' AND y = <1>",
        "x = '5'::int AND t.where = 6; ^ x = <1>::int AND t.where = <2>;"
      })
  void literalsOfConditionsAreLeftOut(String condition, String expected) {
    String before = "SELECT 1, 'a' AS \"WHERE 1\", METRIC('m') FILTER (WHERE b = 1) FROM t WHERE ";
    assertEquals(Optional.of(before + expected), shape(before + condition));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT a FROM t WHERE x = 1 -- or 2",
        "SELECT a FROM t WHERE x = /* one */ 1",
        "SELECT a FROM t WHERE x = 'a\\' OR y = 'b'",
        "SELECT a FROM t WHERE x = $$a$$ AND y = 1",
        "SELECT a FROM t WHERE x = {d '2024-01-01'} AND y = 1",
        "SELECT a FROM t WHERE x = 1e5",
        "SELECT a FROM t WHERE x = 0x1F",
        "SELECT a FROM t WHERE x = 1_000",
        "SELECT a FROM t WHERE x = 'unclosed",
        "SELECT a FROM t WHERE x = 1)",
        "SELECT a FROM t WHERE d = DATE '2024-02-30'",
        "SELECT a FROM t WHERE x = 73194628053917246085",
        "SELECT a FROM t WHERE x = 'a\uE61Cb' AND y = 1",
        "SELECT a FROM t WHERE x = E'a' AND COLUMNS('b') LIKE c"
      })
  void whatMayMeanMoreHasNoShape(String sql) {
    assertEquals(Optional.empty(), shape(sql));
  }

  @Test
  void textsThatDifferInLiteralsShareAShape() {
    SqlShape one = SqlShape.of("SELECT a FROM t WHERE x = 1 AND y = 'b'").orElseThrow();
    SqlShape other = SqlShape.of("SELECT a FROM t WHERE x = 22.5 AND y = ''").orElseThrow();
    assertEquals(one.text(), other.text());
    assertEquals(List.of("22.5", "''"), other.literals());
  }

  @Test
  void dataHasNoShape() {
    StringBuilder sql = new StringBuilder("SELECT a FROM t WHERE x IN (0");
    for (int i = 1; i < 10_000; i++) {
      sql.append(", ").append(i);
    }
    assertTrue(SqlShape.of(sql.append(")").toString()).isEmpty());
  }
}
