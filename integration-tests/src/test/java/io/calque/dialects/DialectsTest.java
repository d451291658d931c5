package io.calque.dialects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.model.read.LoadOptions;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.ModelLoader;
import io.calque.rewrite.ModelCompiler;
import io.calque.schema.SemanticSchema;
import io.calque.sql.SqlLayout;
import io.calque.warehouse.TableNames;
import io.calque.warehouse.WarehouseDialect;
import io.calque.warehouse.WarehouseEngines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The warehouse's SQL of each query in each dialect. With the system property {@code
 * calque.golden=write} the files are written anew, to be read by whoever changed something.
 */
class DialectsTest {
  private static final Path FILES = Path.of("src/test/resources/io/calque/dialects");
  private static final Path MODEL = Path.of("src/test/resources/io/calque/dialects/fair");

  private static SemanticSchema schema;

  @BeforeAll
  static void load() {
    LoadedModel loaded = ModelLoader.load(MODEL, LoadOptions.named("fair"));
    assertFalse(loaded.hasErrors(), () -> loaded.problems().toString());
    schema = new SemanticSchema(loaded.model());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bigquery",
        "clickhouse",
        "databricks",
        "mysql",
        "redshift",
        "snowflake",
        "sqlserver",
      })
  void golden(String dialect) throws IOException {
    StringBuilder written = new StringBuilder();
    for (Map.Entry<String, String> query : DialectQueries.all().entrySet()) {
      written.append("-- ").append(query.getKey()).append('\n');
      written.append("-- ").append(query.getValue().replace("\n", "\n-- ")).append('\n');
      written.append(compiled(dialect, query.getValue())).append("\n\n");
    }
    Path file = FILES.resolve(dialect + ".sql");
    if ("write".equals(System.getProperty("calque.golden"))) {
      Files.writeString(file, written.toString());
    }
    assertEquals(Files.readString(file, StandardCharsets.UTF_8), written.toString());
  }

  /** Whatever reads outside the model is refused, wherever it stands. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bigquery|SELECT AI.GENERATE('x') FROM buyer",
        "bigquery|SELECT AI.IF('x') FROM buyer",
        "bigquery|SELECT * FROM EXTERNAL_QUERY('c', 'SELECT 1')",
        "bigquery|SELECT * FROM ML.PREDICT(MODEL m, TABLE t)",
        "clickhouse|SELECT dictGet('d', 'a', 1) FROM buyer",
        "clickhouse|SELECT file('/etc/passwd') FROM buyer",
        "clickhouse|SELECT sleepEachRow(1) FROM buyer",
        "clickhouse|SELECT * FROM url('http://x', CSV)",
        "clickhouse|SELECT * FROM remote('h', system.one)",
        "clickhouse|SELECT * FROM s3('x', CSV)",
        "databricks|SELECT ai_query('m', city) FROM buyer",
        "databricks|SELECT reflect('java.lang.System', 'getenv') FROM buyer",
        "databricks|SELECT secret('a', 'b') FROM buyer",
        "databricks|SELECT * FROM read_files('/x')",
        "databricks|SELECT '${env:HOME}' FROM buyer",
        "mysql|SELECT load_file('/etc/passwd') FROM buyer",
        "mysql|SELECT sleep(1) FROM buyer",
        "redshift|SELECT pg_terminate_backend(1) FROM buyer",
        "redshift|SELECT current_setting('x') FROM buyer",
        "redshift|SELECT 'pg_class'::regclass FROM buyer",
        "snowflake|SELECT SYSTEM$TYPEOF(1) FROM buyer",
        "snowflake|SELECT GET_DDL('table', 't') FROM buyer",
        "snowflake|SELECT SNOWFLAKE.CORTEX.COMPLETE('m', city) FROM buyer",
        "snowflake|SELECT * FROM TABLE(RESULT_SCAN('x'))",
        "snowflake|SELECT IDENTIFIER('x') FROM buyer",
        "sqlserver|SELECT * FROM OPENROWSET('x', 'y', 'z')",
        "sqlserver|SELECT * FROM OPENQUERY(s, 'SELECT 1')",
        "sqlserver|SELECT OBJECT_DEFINITION(1) FROM buyer",
        "sqlserver|SELECT * FROM sys.fn_dblog(NULL, NULL)",
        "sqlserver|SELECT [town] FROM buyer",
        "sqlserver|SELECT @@VERSION FROM buyer",
        "sqlserver|SELECT id FROM #secrets"
      })
  void refused(String dialect, String sql) {
    CalqueException error = assertThrows(CalqueException.class, () -> compile(dialect, sql), sql);
    assertTrue(
        Set.of(ErrorCode.SYNTAX_ERROR, ErrorCode.NOT_IN_MODEL, ErrorCode.FUNCTION_REFUSED)
            .contains(error.code()),
        error.getMessage());
  }

  private static String compile(String name, String sql) {
    WarehouseDialect dialect = WarehouseEngines.dialect(name);
    return new ModelCompiler(schema, dialect, TableNames.asWritten(dialect)).compile(sql).sql();
  }

  private static String compiled(String name, String sql) {
    try {
      return SqlLayout.of(compile(name, sql)) + ";";
    } catch (CalqueException e) {
      return "-- refused: " + e.getMessage().lines().findFirst().orElseThrow();
    }
  }
}
