package io.calque.dialects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.calque.error.CalqueException;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
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

  private static String compiled(String name, String sql) {
    WarehouseDialect dialect = WarehouseEngines.dialect(name);
    try {
      return SqlLayout.of(
              new ModelCompiler(schema, dialect, TableNames.asWritten(dialect)).compile(sql).sql())
          + ";";
    } catch (CalqueException e) {
      return "-- refused: " + e.getMessage().lines().findFirst().orElseThrow();
    }
  }
}
