package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All that the verbs which look at a model print, on the demo and on a model with mistakes. The
 * files are in {@code src/test/resources/io/calque/cli/golden}; HOWTO tells how they are updated.
 */
class GoldenTest {
  private static final String DEMO = DemoFolder.path().toString();
  private static final String MISTAKES = Golden.folder("mistakes").toString();
  private static final String QUERIES = Golden.folder("reports").toString();

  @TempDir private Path folder;

  static Stream<Arguments> runs() {
    return Stream.of(
        run("check/demo.txt", Main.FINE, "check", DEMO),
        run("check/demo.json", Main.FINE, "check", DEMO, "--format", "json", "--data"),
        run("check/demo-queries.txt", Main.FAILED, "check", DEMO, "--queries", QUERIES),
        run("check/mistakes.txt", Main.FAILED, "check", MISTAKES, "--queries", QUERIES),
        run(
            "check/mistakes.json",
            Main.FAILED,
            "check",
            MISTAKES,
            "--queries",
            QUERIES,
            "--format",
            "json"),
        run("usages/demo.txt", Main.FAILED, "usages", DEMO, "customer.country_code"),
        run(
            "usages/demo.json",
            Main.FAILED,
            "usages",
            DEMO,
            "customer.country_code",
            "--queries",
            QUERIES,
            "--format",
            "json"),
        run("usages/mistakes.txt", Main.FAILED, "usages", MISTAKES, "boat.home"),
        run("lineage/demo.txt", Main.FINE, "lineage", DEMO, "order.customer_country"),
        run(
            "lineage/demo.json",
            Main.FINE,
            "lineage",
            DEMO,
            "country.newsletter_readers",
            "--format",
            "json"),
        run("lineage/mistakes.txt", Main.FAILED, "lineage", MISTAKES, "port.boats"),
        run("erd/demo.mmd", Main.FINE, "erd", DEMO, "--format", "mermaid"),
        run("erd/demo.puml", Main.FINE, "erd", DEMO, "--format", "plantuml"),
        run("erd/mistakes.mmd", Main.FAILED, "erd", MISTAKES, "--format", "mermaid"),
        run("erd/mistakes.puml", Main.FAILED, "erd", MISTAKES, "--format", "plantuml"),
        run("explain/join.txt", Main.FINE, "explain", DEMO, "-f", QUERIES + "/billing.sql"),
        run("explain/metric.txt", Main.FINE, "explain", DEMO, "-f", QUERIES + "/packs.sql"),
        run(
            "explain/join.json",
            Main.FINE,
            "explain",
            DEMO,
            "-f",
            QUERIES + "/billing.sql",
            "--format",
            "json"),
        run("diff/same.txt", Main.FINE, "diff", DEMO, DEMO, "--queries", QUERIES, "--data"),
        run("diff/mistakes.txt", Main.FAILED, "diff", DEMO, MISTAKES));
  }

  private static Arguments run(String file, int exitCode, String... command) {
    return arguments(file, exitCode, command);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void printsAsEver(String file, int exitCode, String[] command) {
    CliRun run = CliRun.of(command);
    assertEquals(exitCode, run.exitCode(), run.err());
    Golden.assertMatches(file, withoutFolders(run.out()));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void tellsChangesAsEver(String file, String[] options) throws IOException {
    ChangedDemo.in(folder.resolve("changed"))
        .replacing("entities/customer.yml", "name: email", "name: mail")
        .replacing("entities/product.yml", "name: pack_size", "name: _pack_size")
        .replacing("entities/order.yml", "<> {customer_id}", "IS DISTINCT FROM {customer_id}")
        .replacing("entities/order_item.yml", "'SUM({quantity})'", "'SUM({quantity}) + 1'")
        .replacing(
            "entities_relationships.yml",
            "  category-category:",
            """
              product-country:
                relationship: many_to_one
                description: Where products come from
                joins:
                  - {name: grown_in, type: sql, sql: '{source}.{origin} = {destination}.{name}'}

              category-category:
            """)
        .adding(
            "entities/category.yml",
            """

            metrics:
              - {name: categories, description: How many, sql: 'COUNT({category_id})'}
            """);
    String[] command =
        Stream.concat(
                Stream.of("diff", DEMO, folder.resolve("changed").toString()), Stream.of(options))
            .toArray(String[]::new);
    CliRun run = CliRun.of(command);
    assertEquals(Main.FAILED, run.exitCode(), run.err());
    Golden.assertMatches(file, withoutFolders(run.out()));
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        changed("diff/model.txt"),
        changed("diff/all.txt", "--queries", QUERIES, "--data"),
        changed("diff/all.md", "--queries", QUERIES, "--data", "--format", "markdown"),
        changed("diff/all.json", "--queries", QUERIES, "--data", "--format", "json"));
  }

  private static Arguments changed(String file, String... options) {
    return arguments(file, options);
  }

  /** Temporary folders have another name each time. */
  private String withoutFolders(String text) {
    return text.replace(DEMO, "calque-demo").replace(folder.toString(), "tmp");
  }
}
