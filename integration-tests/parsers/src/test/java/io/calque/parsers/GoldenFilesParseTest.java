package io.calque.parsers;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zetasql.LanguageOptions;
import com.google.zetasql.Parser;
import com.google.zetasql.SqlException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each statement of a golden file is SQL to the parser of its vendor. */
class GoldenFilesParseTest {
  /** Not SQL in any dialect: there to show what becomes of a snippet that Calque cannot read. */
  private static final String IN_NO_GRAMMAR = "OPTION ~~ 1";

  /** Spark's own parser, which reads Databricks' SQL. */
  @TestFactory
  Stream<DynamicTest> databricks() throws IOException {
    return statements("databricks").map(sql -> test(sql, new CatalystSqlParser()::parsePlan));
  }

  /** GoogleSQL's own parser, which BigQuery has. */
  @TestFactory
  Stream<DynamicTest> bigquery() throws IOException {
    LanguageOptions options = new LanguageOptions().enableMaximumLanguageFeatures();
    return statements("bigquery")
        .map(sql -> test(sql, text -> Parser.parseStatement(text, options)));
  }

  /** They would notice. */
  @Test
  void theParsersRefuseOtherDialects() {
    LanguageOptions options = new LanguageOptions().enableMaximumLanguageFeatures();
    String filter = "SELECT SUM(x) FILTER (WHERE y) FROM t WHERE z = 'it''s'";
    assertThrows(SqlException.class, () -> Parser.parseStatement(filter, options));
    assertThrows(
        ParseException.class,
        () -> new CatalystSqlParser().parsePlan("SELECT x AS \"a b\" FROM t"));
  }

  @FunctionalInterface
  private interface Reading {
    Object of(String sql) throws Exception;
  }

  private static DynamicTest test(String statement, Reading reading) {
    List<String> lines = statement.lines().toList();
    String sql = statement.substring(0, statement.lastIndexOf(';'));
    return DynamicTest.dynamicTest(
        lines.get(0), () -> assertDoesNotThrow(() -> reading.of(sql), statement));
  }

  private static Stream<String> statements(String dialect) throws IOException {
    try (InputStream in =
        GoldenFilesParseTest.class.getResourceAsStream("/io/calque/dialects/" + dialect + ".sql")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<String> statements =
          Stream.of(text.split("\n\n"))
              .filter(part -> !part.contains("\n-- refused: ") && !part.contains(IN_NO_GRAMMAR))
              .toList();
      assertTrue(statements.size() > 20, dialect);
      return statements.stream();
    }
  }
}
