package io.calque.benchmarks;

import io.calque.corpus.PassThroughModel;
import io.calque.corpus.TpchData;
import io.calque.warehouses.TpchContract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * TPC-H in a DuckDB file, with two models over it.
 *
 * @param file the tables, and views that show what the model's entities do
 * @param plain the folder of a model in which each table is an entity
 * @param semantic the folder of a model with relationships, features and metrics
 */
record TpchProject(DuckDbFile file, Path plain, Path semantic) {
  private static final List<String> ENTITIES =
      List.of("customer", "order", "lineitem", "part", "supplier", "nation", "region");

  /** For a rival that has no model. */
  private static final List<String> VIEWS =
      List.of(
          "CREATE SCHEMA views",
          """
          CREATE VIEW views.customers AS
          SELECT c_custkey AS id, c_name AS name, c_mktsegment AS segment, c_acctbal AS balance,
            n_name AS nation, r_name AS region
          FROM customer JOIN nation ON n_nationkey = c_nationkey
          JOIN region ON r_regionkey = n_regionkey\
          """,
          """
          CREATE VIEW views.purchases AS
          SELECT o_orderkey AS id, o_custkey AS customer_id, o_orderstatus AS status,
            o_totalprice AS total, o_orderdate AS placed_on FROM orders\
          """,
          """
          CREATE VIEW views.lines AS
          SELECT l_orderkey AS order_id, l_linenumber AS line, l_returnflag AS flag,
            l_extendedprice * (1 - l_discount) AS net FROM lineitem\
          """);

  static TpchProject of(Settings settings) throws SQLException, IOException {
    return of(settings.data(), settings.scale());
  }

  /** In a folder of all data. */
  static TpchProject of(Path data, double scale) throws SQLException, IOException {
    Path folder = data.resolve("tpch-" + scale);
    DuckDbFile file =
        DuckDbFile.resumed(
            folder,
            "tpch",
            connection -> {
              TpchParts.load(connection, scale);
              Queries.execute(connection, VIEWS.toArray(String[]::new));
            });
    return new TpchProject(
        file, plain(folder.resolve("plain"), file), semantic(folder.resolve("semantic"), file));
  }

  private static Path plain(Path folder, DuckDbFile file) throws SQLException, IOException {
    if (!Files.exists(folder)) {
      Files.createDirectories(folder);
      try (Connection connection = file.connect()) {
        PassThroughModel.of(connection, TpchData.KEYS).writeTo(folder, file.url());
      }
    }
    return folder;
  }

  private static Path semantic(Path folder, DuckDbFile file) throws IOException {
    Files.createDirectories(folder.resolve("entities"));
    for (String entity : ENTITIES) {
      copy("entities/" + entity + ".yml", folder);
    }
    copy("entities_relationships.yml", folder);
    write(
        folder.resolve("calque.yml"),
        "name: tpch\nwarehouse:\n  url: '%s'\n".formatted(file.url()));
    return folder;
  }

  /** The contract of warehouses has the model over tables of another schema. */
  private static void copy(String name, Path folder) throws IOException {
    try (InputStream in = TpchContract.class.getResourceAsStream("tpch/" + name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      write(folder.resolve(name), text.replace("tpch.tiny.", "tpch.main."));
    }
  }

  /** A file that is as it should be stays, since others may be reading it. */
  private static void write(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
  }

  Connection connectPlain() throws SQLException {
    return DriverManager.getConnection("jdbc:calque:" + plain);
  }

  Connection connectSemantic() throws SQLException {
    return DriverManager.getConnection("jdbc:calque:" + semantic);
  }
}
