package io.calque.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.bind.OutputColumn;
import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.rewrite.CompiledQuery;
import io.calque.sql.ParsedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is compiled anew, and what is known from another text. */
class CompiledQueriesTest {
  private final List<String> compiled = new ArrayList<>();
  private final CompiledQueries queries = new CompiledQueries(this::compile);

  /** Repeats the query, so that each literal stands there twice. */
  private CompiledQuery compile(String sql, String schema) {
    compiled.add(sql);
    if (sql.contains("wrong")) {
      throw CalqueException.of(ErrorCode.SYNTAX_ERROR, "not this: " + sql);
    }
    return new CompiledQuery(
        ParsedStatement.Kind.QUERY,
        sql + " UNION " + sql,
        List.of(),
        0,
        List.of(new OutputColumn(sql.contains("labelled") ? sql : "a", Optional.empty())),
        sql.contains("warned") ? List.of("mind") : List.of(),
        List.of(),
        true);
  }

  private String sql(String text) {
    return queries.get(text, "entities").sql();
  }

  @Test
  void aTextIsCompiledOnce() {
    CompiledQuery first = queries.get("SELECT a FROM t", "entities");
    assertSame(first, queries.get("SELECT a FROM t", "entities"));
    assertEquals(1, compiled.size());
  }

  @Test
  void aShapeIsCompiledOnce() {
    for (String where :
        List.of("x = 1 AND y = 'b'", "x = 25 AND y = ''", "x = 0.5 AND y = 'it is'")) {
      String text = "SELECT a FROM t WHERE " + where;
      assertEquals(text + " UNION " + text, sql(text));
    }
    assertEquals(1, compiled.size());
  }

  @Test
  void anotherSchemaIsAnotherQuery() {
    queries.get("SELECT a FROM t WHERE x = 1", "entities");
    queries.get("SELECT a FROM t WHERE x = 1", "meta");
    assertEquals(2, compiled.size());
  }

  @Test
  void equalLiteralsAreAnotherShapeThanDifferentOnes() {
    String equal = "SELECT a FROM t WHERE x = 1 OR y = 1";
    String different = "SELECT a FROM t WHERE x = 1 OR y = 2";
    assertEquals(equal + " UNION " + equal, sql(equal));
    assertEquals(different + " UNION " + different, sql(different));
    assertEquals(2, compiled.size());
  }

  @Test
  void anErrorSpeaksOfTheUsersText() {
    CalqueException error =
        assertThrows(CalqueException.class, () -> sql("SELECT wrong FROM t WHERE x = 1"));
    assertTrue(error.getMessage().contains("WHERE x = 1"), error.getMessage());
  }

  @Test
  void labelsAndWarningsAreNotShared() {
    for (String word : List.of("labelled", "warned")) {
      for (int i = 1; i < 4; i++) {
        String text = "SELECT (SELECT " + word + " FROM u WHERE x = " + i + ") FROM t";
        assertEquals(text + " UNION " + text, sql(text));
      }
    }
    assertEquals(
        "SELECT (SELECT labelled FROM u WHERE x = 3) FROM t",
        queries
            .get("SELECT (SELECT labelled FROM u WHERE x = 3) FROM t", "entities")
            .columns()
            .get(0)
            .label());
  }
}
