package io.calque.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.model.read.CollectionNaming;
import io.calque.warehouse.Password;
import io.calque.warehouse.WarehouseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading {@code calque.yml}, and doing without. */
class ProjectConfigTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("SHOP_USER", "ann", "EMPTY", "");

  @TempDir Path folder;

  private ProjectConfig read(String yaml) throws IOException {
    Files.writeString(folder.resolve("calque.yml"), yaml);
    return ProjectConfig.read(ProjectRequest.of(folder.toString()), ENVIRONMENT::get);
  }

  @Test
  void readsEverything() throws IOException {
    Files.createDirectory(folder.resolve("model"));
    ProjectConfig config =
        read(
            """
            name: bly
            model: model
            format: lynk
            domain: sales
            dialect: DuckDB
            warehouse:
              url: jdbc:duckdb:data/bly.duckdb;threads=2
              user: ${SHOP_USER}
              password: ${SHOP_PASSWORD:-a}${EMPTY:-b}$${c}
              properties: {memory_limit: 1GB, threads: 2}
              init:
                - ATTACH 'x' AS x
              pool: {maximumPoolSize: 8}
            """);
    Path real = folder.toRealPath();
    assertEquals("bly", config.name());
    assertEquals(real.resolve("model"), config.model());
    assertEquals(Optional.of("lynk"), config.format());
    assertEquals(Optional.of("sales"), config.domain());
    assertEquals(Optional.of("DuckDB"), config.dialect());
    assertEquals(
        new WarehouseSettings(
            "jdbc:duckdb:" + real.resolve("data/bly.duckdb") + ";threads=2",
            Optional.of("ann"),
            Optional.of(new Password.Given("ab${c}")),
            Optional.of("DuckDB"),
            Map.of("memory_limit", "1GB", "threads", "2"),
            List.of("ATTACH 'x' AS x"),
            Map.of("maximumPoolSize", "8")),
        config.requiredWarehouse());
  }

  @Test
  void saysHowCollectionsAreCalled() throws IOException {
    assertEquals(CollectionNaming.STANDARD, read("name: x").loadOptions().collections());
    assertEquals(
        new CollectionNaming("raw.{snake_type}", "{field}_id"),
        read("{tables: 'raw.{snake_type}', foreign_keys: '{field}_id'}")
            .loadOptions()
            .collections());
    for (String wrong : List.of("tables: books", "foreign_keys: author_id", "tables: '{type} x'")) {
      CalqueException error = assertThrows(CalqueException.class, () -> read(wrong));
      assertTrue(error.getMessage().contains("in it, such as"), error.getMessage());
    }
  }

  @Test
  void theWarehousesKindIsThatOfItsUrl() throws IOException {
    assertEquals(
        Optional.of("snowflake"),
        read("warehouse: {url: 'jdbc:snowflake://x'}").loadOptions().dialect());
    assertEquals(
        Optional.of("DuckDB"),
        read("{dialect: DuckDB, warehouse: {url: 'jdbc:x:y'}}").loadOptions().dialect());
  }

  @Test
  void leavesOtherDatabasesAlone() throws IOException {
    for (String url :
        List.of(
            "jdbc:duckdb:",
            "jdbc:duckdb::memory:shop",
            "jdbc:duckdb:md:shop",
            "jdbc:postgresql://host/shop")) {
      assertEquals(url, read("warehouse: {url: '" + url + "'}").requiredWarehouse().url());
    }
  }

  @Test
  void aFolderWithoutFileIsItsOwnModel() throws IOException {
    ProjectConfig config =
        ProjectConfig.read(
            ProjectRequest.of(folder.toString()).withWarehouse("jdbc:duckdb:"), ENVIRONMENT::get);
    assertEquals(folder.toRealPath(), config.model());
    assertEquals(folder.getFileName().toString(), config.name());
    assertEquals("jdbc:duckdb:", config.requiredWarehouse().url());
  }

  @Test
  void aModelFileIsAProject() throws IOException {
    Path file = Files.writeString(folder.resolve("shop.json"), "{}");
    ProjectConfig config = ProjectConfig.read(ProjectRequest.of(file.toString()), ENVIRONMENT::get);
    assertEquals(file.toRealPath(), config.model());
    assertEquals("shop", config.name());
    CalqueException error = assertThrows(CalqueException.class, config::requiredWarehouse);
    assertTrue(error.getMessage().contains("names no warehouse"), error.getMessage());
  }

  @Test
  void passwordsFromElsewhere() throws IOException {
    Path real = folder.toRealPath();
    assertEquals(
        Optional.of(new Password.FromFile(real.resolve("secret.txt"))),
        read("warehouse: {url: 'jdbc:x:', password_file: secret.txt}")
            .requiredWarehouse()
            .password());
    assertEquals(
        Optional.of(new Password.FromCommand(List.of("vault", "read", "ann"), real)),
        read("warehouse: {url: 'jdbc:x:', password_command: [vault, read, '${SHOP_USER}']}")
            .requiredWarehouse()
            .password());
  }

  @Test
  void theRequestCountsMore() throws IOException {
    Files.writeString(
        folder.resolve("calque.yml"),
        "{domain: a, tables: 'raw.{type}', foreign_keys: '{field}_id',"
            + " warehouse: {url: 'jdbc:x:', user: u, password: p}}");
    ProjectConfig config =
        ProjectConfig.read(
            new ProjectRequest(
                folder.toString(),
                Optional.empty(),
                Optional.of("ann"),
                Optional.empty(),
                Optional.of("b"),
                Optional.of("lake.{snake_type}"),
                Optional.empty(),
                false,
                true),
            ENVIRONMENT::get);
    assertEquals(Optional.of("b"), config.domain());
    assertEquals(
        "CollectionNaming[tables=lake.{snake_type}, foreignKeys={field}_id]",
        config.collections().toString());
    assertEquals(Optional.of("ann"), config.requiredWarehouse().user());
    assertEquals(Optional.of(new Password.Given("p")), config.requiredWarehouse().password());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "naem: x|calque.yml:1:1: there is no key naem here; did you mean name?",
        "warehouse: {uri: x}|calque.yml:1:13: there is no key uri here; did you mean url?",
        "warehouse: {user: x}|calque.yml:1:12: warehouse needs a url",
        "warehouse: x|calque.yml:1:12: warehouse has to hold keys and values",
        "warehouse: {url: '${NOPE}'}|calque.yml:1:18: the environment variable NOPE is not set",
        "name: [a|calque.yml:1:9: this is not YAML",
        "model: nowhere|calque.yml:1:8: there is no folder or file",
        "dialect: dukdb|did you mean duckdb?",
        "warehouse: {url: x, password: a, password_file: b}|calque.yml:1:49: there is one password",
        "warehouse: {url: x, password_command: []}|calque.yml:1:39: password_command has to be a list"
      })
  void complainsWithItsPlace(String yaml, String message) {
    CalqueException error = assertThrows(CalqueException.class, () -> read(yaml));
    assertEquals(ErrorCode.BAD_PROJECT, error.code());
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }

  @Test
  void tellsWhereItLooked() {
    CalqueException error =
        assertThrows(
            CalqueException.class,
            () -> ProjectConfig.read(ProjectRequest.of("no/such/place"), ENVIRONMENT::get));
    assertTrue(
        error.getMessage().contains(Path.of("no/such/place").toAbsolutePath().toString()),
        error.getMessage());
  }
}
