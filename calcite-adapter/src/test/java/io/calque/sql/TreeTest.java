package io.calque.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.error.CalqueException;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLambda;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a binder knows what is what, and where it is. */
class TreeTest {
  private ParsedStatement statement;

  private SqlNode parse(String sql) {
    statement = StatementParser.parse(sql);
    return statement.query();
  }

  private CalqueSelect select(String sql) {
    return assertInstanceOf(CalqueSelect.class, parse(sql));
  }

  private CalqueJoin join(String from) {
    return assertInstanceOf(CalqueJoin.class, select("SELECT * FROM " + from).getFrom());
  }

  private SqlBasicCall item(String expression) {
    SqlNode item = select("SELECT " + expression + " FROM t").getSelectList().get(0);
    return assertInstanceOf(SqlBasicCall.class, item);
  }

  private String text(SqlNode node) {
    return text(node.getParserPosition());
  }

  private String text(SqlParserPos pos) {
    return statement.source().place(pos).text();
  }

  @Test
  void aJoinWithoutACondition() {
    CalqueJoin join = join("customer c LEFT JOIN order o");
    assertEquals(JoinType.LEFT, join.getJoinType());
    assertEquals(JoinConditionType.NONE, join.getConditionType());
    assertEquals("LEFT JOIN", text(join.getJoinTypeNode()));
    assertEquals("customer c", text(join.getLeft()));
    assertEquals("order o", text(join.getRight()));
    assertEquals("customer c LEFT JOIN order o", text(join));
  }

  @Test
  void aJoinOfARelationship() {
    CalqueJoin join = join("a JOIN b USING ('a.b_to_c') WHERE true");
    assertEquals("a.b_to_c", join.relationshipJoin().orElseThrow());
    assertEquals("('a.b_to_c')", text(join.getCondition()));
    assertEquals("USING", text(join.getConditionTypeNode()));
    assertEquals("a JOIN b USING ('a.b_to_c')", text(join));
    assertTrue(join.usingColumns().isEmpty());
    assertEquals("(x, y)", text(join("a JOIN b USING (x, y)").usingColumns().orElseThrow()));
  }

  @Test
  void aCommaBindsLessThanAJoin() {
    CalqueJoin comma = join("a, b JOIN c ON b.x = c.x");
    assertEquals(JoinType.COMMA, comma.getJoinType());
    assertEquals("b JOIN c ON b.x = c.x", text(comma.getRight()));
  }

  @Test
  void conditionsAfterAllJoinsNest() {
    CalqueJoin outer = join("a JOIN b JOIN c ON b.x = c.x ON a.x = b.x");
    assertEquals("a.x = b.x", text(outer.getCondition()));
    assertEquals("b JOIN c ON b.x = c.x", text(outer.getRight()));
  }

  @ParameterizedTest
  @CsvSource({
    "JOIN, INNER, PLAIN",
    "ASOF JOIN, INNER, ASOF",
    "ASOF LEFT JOIN, LEFT, ASOF",
    "POSITIONAL JOIN, INNER, POSITIONAL",
    "SEMI JOIN, INNER, SEMI",
    "ANTI JOIN, INNER, ANTI",
    "FULL OUTER JOIN, FULL, PLAIN",
    "CROSS JOIN, CROSS, PLAIN"
  })
  void joinStyles(String words, JoinType type, CalqueJoin.Style style) {
    CalqueJoin join = join("a " + words + " b");
    assertEquals(type, join.getJoinType());
    assertEquals(style, join.style());
    assertFalse(join.isNatural());
  }

  @Test
  void parenthesesBelongToWhatTheyAreAround() {
    CalqueSelect select = select("SELECT (a), ( (b + 1) ) * 2, ((SELECT 1)) FROM ((a JOIN b)) x");
    assertEquals("(a)", text(select.getSelectList().get(0)));
    assertEquals("( (b + 1) ) * 2", text(select.getSelectList().get(1)));
    SqlNode query = select.getSelectList().get(2);
    assertEquals("((SELECT 1))", text(query));
    assertEquals("SELECT 1", statement.source().inside(query.getParserPosition()).text());
    SqlIdentifier a = (SqlIdentifier) select.getSelectList().get(0);
    assertEquals("a", text(a.getComponentParserPosition(0)));
    assertEquals("((a JOIN b)) x", text(select.getFrom()));
  }

  @Test
  void insideTakesOffOnlyWhatIsAroundAll() {
    SqlNode union = parse("(SELECT 1) UNION (SELECT 2)");
    assertEquals(
        "(SELECT 1) UNION (SELECT 2)", statement.source().inside(union.getParserPosition()).text());
  }

  @Test
  void withStandsAroundOrderBy() {
    SqlWith with =
        assertInstanceOf(
            SqlWith.class, parse("WITH a AS (SELECT 1) SELECT * FROM a ORDER BY 1 LIMIT 2"));
    SqlOrderBy order = assertInstanceOf(SqlOrderBy.class, with.body);
    assertEquals("SELECT * FROM a", text(order.query));
    assertEquals("ORDER BY 1", text(order.orderList));
    assertEquals("2", text(order.fetch));
    assertEquals("WITH a AS (SELECT 1)", text(with.withList));
  }

  @Test
  void selects() {
    CalqueSelect select = select("SELECT DISTINCT ON (a, b) c FROM t USING SAMPLE 10%");
    assertEquals("(a, b)", text(select.distinctOn().orElseThrow()));
    assertEquals("10%", text(select.sample().orElseThrow()));
    assertTrue(select.isDistinct());
    assertTrue(select("FROM t").hasImpliedStar());
    assertTrue(select("FROM t SELECT a").isFromFirst());
    CalqueSelect all = select("SELECT a FROM t GROUP BY ALL");
    SqlCall group = assertInstanceOf(SqlCall.class, all.getGroup().get(0));
    assertSame(CalqueOperators.ALL_COLUMNS, group.getOperator());
  }

  @Test
  void callsKeepTheirNames() {
    assertEquals("Metric", item("Metric('a.b')").getOperator().getName());
    assertEquals("count", item("count(DISTINCT a)").getOperator().getName());
    assertEquals(SqlKind.FILTER, item("sum(x) FILTER (WHERE y)").getKind());
    assertEquals(SqlKind.OVER, item("sum(x) OVER ()").getKind());
    assertTrue(CalqueOperators.isMethod(item("'a'.upper()")));
    assertFalse(CalqueOperators.isMethod(item("a.upper()")));
    assertTrue(CalqueOperators.isColumns(item("COLUMNS(* EXCLUDE (a))")));
    assertSame(
        CalqueOperators.ARGUMENT_ORDER,
        ((SqlCall) item("f(x ORDER BY y)").operand(1)).getOperator());
    assertSame(
        CalqueOperators.NAMED_ARGUMENT, ((SqlCall) item("f(a := b)").operand(0)).getOperator());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* EXCLUDE (a) | STAR",
        "{'a': b} | STRUCT",
        "MAP {'a': b} | MAP",
        "[a] | LIST",
        "[x for x in l] | LIST_COMPREHENSION",
        "x[1:2] | SLICE",
        "(x).a | FIELD",
        "(x).* | FIELDS",
        "DATE '2020-01-01' | TYPED_LITERAL",
        "INTERVAL (a) DAY | INTERVAL",
        "a AT TIME ZONE b | AT TIME ZONE",
        "a COLLATE b | COLLATE",
        "*COLUMNS('x') | *COLUMNS"
      })
  void specialNodes(String expression, String operator) {
    assertEquals(operator, item(expression).getOperator().getName());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "extract(year FROM d) | d",
        "datediff(day, a, b) | a b",
        "{a: b, 'c': d} | b d",
        "struct_pack(a := b) | b",
        "x::my_type[] | x",
        "a COLLATE nocase | a",
        "INTERVAL (a) DAY | a",
        "trim(both a from b) | a b",
        "f(x).y | x",
        "floor(a TO hour) | a",
        "convert(a USING utf8) | a",
        "coalesce(j -> k, l) | j k l",
        "upper(secret -> secret) | secret secret",
        "list_filter(secret -> secret, x -> x > y) | secret secret x y"
      })
  void whatLooksLikeANameButIsNone(String expression, String names) {
    List<String> found = new ArrayList<>();
    names(item(expression), found);
    assertEquals(names, String.join(" ", found));
  }

  private static void names(SqlNode node, List<String> found) {
    if (node instanceof SqlIdentifier name) {
      found.add(name.toString());
    } else if (node instanceof SqlLambda lambda) {
      names(lambda.getExpression(), found);
    } else {
      Spans.children(node).forEach(child -> names(child, found));
    }
  }

  @Test
  void jdbcEscapes() {
    SqlBasicCall date = item("{d '2020-01-01'}");
    assertSame(JdbcEscape.DATE, JdbcEscape.of(date).orElseThrow());
    assertEquals("{d '2020-01-01'}", text(date));
    assertEquals("'2020-01-01'", text(date.operand(0)));
    SqlBasicCall function = item("{fn ucase(a)}");
    assertSame(JdbcEscape.FUNCTION, JdbcEscape.of(function).orElseThrow());
    assertEquals("ucase(a)", text(function.operand(0)));
    SqlNode from = select("SELECT * FROM {oj a LEFT JOIN b}").getFrom();
    assertSame(JdbcEscape.OUTER_JOIN, JdbcEscape.of(from).orElseThrow());
  }

  @Test
  void explain() {
    assertEquals(ParsedStatement.Kind.EXPLAIN, StatementParser.parse("EXPLAIN SELECT 1").kind());
    parse("explain analyze -- now\n SELECT a FROM t;");
    assertEquals(ParsedStatement.Kind.EXPLAIN_ANALYZE, statement.kind());
    assertEquals("SELECT a FROM t", text(statement.query()));
  }

  @Test
  void expressionsOfModels() {
    assertEquals(
        "SUM",
        ((SqlCall) ((SqlCall) StatementParser.parseExpression("SUM(a) / COUNT(*)")).operand(0))
            .getOperator()
            .getName());
    assertThrows(CalqueException.class, () -> StatementParser.parseExpression("a b"));
    assertThrows(CalqueException.class, () -> StatementParser.parseExpression(" "));
    assertThrows(CalqueException.class, () -> StatementParser.parseExpression("a; b"));
  }

  @Test
  void positionsCountLinesAndTabsAsTheTextDoes() {
    CalqueSelect select = select("SELECT\r\n\ta,\r b.\"c\"\"d\"\n FROM t");
    assertEquals("a", text(select.getSelectList().get(0)));
    assertEquals("b.\"c\"\"d\"", text(select.getSelectList().get(1)));
    assertEquals("t", text(select.getFrom()));
  }

  @Test
  void filesAreNoTables() {
    CalqueException e =
        assertThrows(CalqueException.class, () -> parse("SELECT * FROM 'data.parquet'"));
    assertEquals(io.calque.error.ErrorCode.NOT_IN_MODEL, e.code());
  }
}
