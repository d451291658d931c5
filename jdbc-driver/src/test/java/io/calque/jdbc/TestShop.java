package io.calque.jdbc;

import io.calque.bind.OutputColumn;
import io.calque.model.DataType;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.FeatureInfo;
import io.calque.model.FeatureOrigin;
import io.calque.model.Place;
import io.calque.model.SemanticModel;
import io.calque.model.TableName;
import io.calque.project.ProjectParts;
import io.calque.project.ProjectParts.ModelProblem;
import io.calque.project.ProjectParts.ReadModel;
import io.calque.project.Projects;
import io.calque.rewrite.CompiledQuery;
import io.calque.rewrite.CompiledQuery.ExplainRow;
import io.calque.sql.ParsedStatement.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;

/**
 * A project in a folder, over a DuckDB file, with stand-ins for the reader of models and for the
 * compiler: the model is one entity, and a statement runs as it is written.
 *
 * @param folder the project's folder
 * @param projects a registry of its own
 */
record TestShop(Path folder, Projects projects) {
  private static final Place PLACE = new Place("customer.yml", 1, 1);

  /** A project whose file {@code shop.duckdb} holds three customers. */
  static TestShop in(Path folder) {
    return in(folder, List.of(), Map.of());
  }

  static TestShop in(Path folder, List<ModelProblem> problems, Map<String, String> environment) {
    try {
      Files.writeString(
          folder.resolve("calque.yml"), "name: shop\nwarehouse:\n  url: jdbc:duckdb:shop.duckdb\n");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    sql(
        folder.resolve("shop.duckdb"),
        "CREATE TABLE customers AS SELECT * FROM (VALUES (1, 'Ann', 10.50), (2, 'Bob', NULL),"
            + " (3, 'Cy', 3.25)) t(id, name, balance)");
    return new TestShop(
        folder,
        new Projects(
            new ProjectParts(
                (model, options) -> new ReadModel(model(options.modelName()), problems),
                (schema, dialect, names, stored) -> (sql, home) -> asWritten(sql)),
            environment::get));
  }

  /** Runs SQL in a DuckDB file, past Calque. */
  static void sql(Path file, String... statements) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static SemanticModel model(String name) {
    List<Feature> features =
        List.of(
            feature("id", DataType.NUMBER),
            feature("name", DataType.STRING),
            feature("balance", DataType.NUMBER));
    return new SemanticModel(
        name,
        List.of(
            new Entity(
                "customer",
                "Who buys.",
                new TableName(List.of("customers")),
                List.of("id"),
                features,
                List.of(),
                List.of(),
                List.of(),
                PLACE)),
        List.of());
  }

  private static Feature feature(String name, DataType type) {
    return new Feature.FieldFeature(
        new FeatureInfo(name, "The " + name + ".", Optional.of(type), true, PLACE),
        new FeatureOrigin.KeySource(),
        name,
        false,
        List.of());
  }

  /** {@code customer} becomes {@code customers}; all else stays. */
  private static CompiledQuery asWritten(String sql) {
    String upper = sql.strip().toUpperCase(java.util.Locale.ROOT);
    Kind kind =
        upper.startsWith("SET ")
            ? Kind.SESSION
            : upper.startsWith("EXPLAIN ANALYZE ")
                ? Kind.EXPLAIN_ANALYZE
                : upper.startsWith("EXPLAIN ") ? Kind.EXPLAIN : Kind.QUERY;
    String query =
        sql.replaceFirst("(?i)^EXPLAIN (ANALYZE )?", "")
            .replace("\"entities\".", "")
            .replaceAll("\"?\\bcustomer\\b\"?", "customers");
    List<OutputColumn> columns =
        sql.equals("SELECT name, balance AS owed FROM customer ORDER BY id")
            ? List.of(
                new OutputColumn("name", Optional.of(new OutputColumn.Origin("customer", "name"))),
                new OutputColumn("Owed", Optional.empty()))
            : List.of();
    int parameters = (int) sql.chars().filter(c -> c == '?').count();
    return new CompiledQuery(
        kind,
        query,
        IntStream.range(0, parameters).boxed().toList(),
        parameters,
        columns,
        sql.contains("warn") ? List.of("mind the fan-out", "and the rest") : List.of(),
        List.of(new ExplainRow("warehouse sql", "", query)),
        false);
  }

  String url() {
    return "jdbc:calque:" + folder;
  }

  Connection connect() throws SQLException {
    return connect("");
  }

  /** Connects with more in the URL. */
  Connection connect(String more) throws SQLException {
    return new Driver(projects).connect(url() + more, new Properties());
  }

  Path file() {
    return folder.resolve("shop.duckdb");
  }
}
