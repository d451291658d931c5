package io.calque.clients;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * jOOQ generates classes from the metadata; {@code ShopQueries}, a resource, is compiled against
 * them and run.
 */
class JooqIT {
  @TempDir static Path folder;

  private static Path sources;

  @BeforeAll
  static void generate() throws Exception {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    sources = folder.resolve("sources");
    GenerationTool.generate(
        new Configuration()
            .withLogging(Logging.ERROR)
            .withJdbc(new Jdbc().withDriver("io.calque.jdbc.Driver").withUrl(Demo.url()))
            .withGenerator(
                new Generator()
                    .withDatabase(
                        new Database()
                            .withName("org.jooq.meta.jdbc.JDBCDatabase")
                            .withInputSchema("entities"))
                    .withGenerate(new Generate().withPojos(true))
                    .withTarget(
                        new Target().withPackageName("shop").withDirectory(sources.toString()))));
  }

  private static String generated(String file) throws IOException {
    return Files.readString(sources.resolve("shop").resolve(file));
  }

  @Test
  void generatesAClassForEachEntityWithItsMeaning() throws IOException {
    String order = generated("tables/Order.java");
    assertAll(
        () -> assertTrue(order.contains("One parcel ordered, whatever became of it")),
        () -> assertTrue(order.contains("TableField<OrderRecord, LocalDateTime> ORDERED_AT")),
        () -> assertTrue(order.contains("TableField<OrderRecord, Boolean> IS_GIFT")),
        () -> assertTrue(order.contains("TableField<OrderRecord, BigDecimal> SHIPPING_FEE")));
  }

  @Test
  void generatesKeysAndAMethodForEachRoleOfAnEntity() throws IOException {
    String keys = generated("Keys.java");
    String order = generated("tables/Order.java");
    assertAll(
        () -> assertTrue(keys.contains("ORDER_ITEM.ORDER_ID, OrderItem.ORDER_ITEM.LINE_NO }")),
        () -> assertTrue(keys.contains("DSL.name(\"placing\")")),
        () -> assertTrue(order.contains("CustomerPath placing()")),
        () -> assertTrue(order.contains("CustomerPath billing()")),
        () -> assertTrue(order.contains("OrderItemPath orderItem()")));
  }

  @Test
  void runsQueriesWrittenWithThem() throws Exception {
    Map<String, Object> answers = run();
    assertAll(
        () -> assertTrue(((String) answers.get("record")).matches("\\w+ .+ 20\\d\\d")),
        () -> assertEquals(2, ((BigDecimal) answers.get("compositeKey")).scale()),
        () -> assertEquals(3, ((List<?>) answers.get("path")).size()),
        () -> assertTrue((int) answers.get("onKey") > 1000),
        () -> assertEquals(answers.get("metric"), answers.get("metricColumn")),
        () -> assertTrue(((List<?>) answers.get("window")).size() > 2),
        () -> assertTrue((int) answers.get("derived") > 1000),
        () -> assertTrue((int) answers.get("correlated") > 0),
        () -> assertEquals(5, answers.get("lazy")),
        () -> assertEquals(List.of(3, 4), answers.get("page")),
        () -> assertTrue((int) answers.get("batch") > 0));
  }

  /** Compiles all that was generated, and ShopQueries, and runs that. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> run() throws Exception {
    try (InputStream queries = JooqIT.class.getResourceAsStream("ShopQueries.java")) {
      Files.copy(queries, sources.resolve("ShopQueries.java"));
    }
    Path classes = Files.createDirectory(folder.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-d",
                classes.toString(),
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path")));
    try (Stream<Path> files = Files.walk(sources)) {
      files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertEquals(0, failed);
    try (URLClassLoader loader =
            new URLClassLoader(new URL[] {classes.toUri().toURL()}, JooqIT.class.getClassLoader());
        Connection connection = Demo.connect()) {
      Object program = loader.loadClass("ShopQueries").getConstructor().newInstance();
      return ((Function<Connection, Map<String, Object>>) program).apply(connection);
    }
  }
}
