package io.calque.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/**
 * A project with a real model over a DuckDB file: a small shop with composite keys, a reference to
 * itself, a lookup, metrics, a hidden key, a table that is missing and a formula that is broken.
 *
 * @param folder the project's folder
 */
record ModelShop(Path folder) {
  private static final String RELATIONSHIPS =
      """
      relationships:
        customer-order:
          relationship: one_to_many
          joins:
            - {name: placing, default: true, type: sql, sql: '{source}.{id} = {destination}.{customer_id}'}
            - {name: billing, type: sql, sql: '{destination}.{payer_id} = {source}.{id}'}
            - {name: paid, type: sql, sql: "{source}.{id} = {destination}.{customer_id} AND {destination}.{status} = 'paid'"}
        customer-customer:
          relationship: one_to_many
          joins:
            - {name: referral, default: true, type: sql, sql: '{source}.{id} = {destination}.{referred_by}'}
        order-line:
          relationship: one_to_many
          joins:
            - {name: lines, default: true, type: sql, sql: '{source}.{id} = {destination}.{order_id}'}
        line-remark:
          relationship: one_to_many
          joins:
            - {name: remarks, default: true, type: sql, sql: '{destination}.{line_no} = {source}.{no} AND {source}.{order_id} = {destination}.{order_no}'}
        order-product:
          relationship: many_to_many
          joins:
            - name: contents
              default: true
              type: lookup
              lookup:
                - {destination: lines, type: sql, sql: '{source}.{id} = {destination}.{order_id}'}
                - {destination: product, type: sql, sql: '{source}.{sku} = {destination}.{sku}'}
        customer-secret:
          relationship: one_to_many
          joins:
            - {name: secrets, default: true, type: sql, sql: '{source}.{name} = {destination}.{_code}'}
        customer-product:
          relationship: many_to_many
          joins:
            - {name: same_number, default: true, type: sql, sql: '{source}.{id} = {destination}.{weight}'}
      """;

  /** A project in a new folder. */
  static ModelShop in(Path folder) {
    ModelShop shop = new ModelShop(folder);
    shop.write("calque.yml", "name: shop\nwarehouse:\n  url: jdbc:duckdb:shop.duckdb\n");
    shop.write("entities_relationships.yml", RELATIONSHIPS);
    shop.entity(
        "customer",
        "Who buys.",
        "id",
        List.of("id", "name", "referred_by", "balance"),
        "  - {name: broken, type: formula, data_type: number, sql: 'no_such_function({id})'}\n",
        "  - {name: customers, description: How many., sql: 'COUNT({id})'}\n"
            + "  - {name: owed, sql: 'SUM({balance})'}\n");
    shop.entity(
        "order",
        "What is bought.",
        "id",
        List.of("id", "customer_id", "payer_id", "status"),
        "",
        "  - {name: orders, sql: 'COUNT(*)'}\n");
    shop.entity("line", "", "order_id, no", List.of("order_id", "no", "sku"), "", "");
    shop.entity("remark", "", "id", List.of("id", "line_no", "order_no", "text"), "", "");
    shop.entity("product", "", "sku", List.of("sku", "weight"), "", "");
    shop.entity("secret", "", "_code", List.of("_code", "text"), "", "");
    shop.entity("ghost", "A table that is missing.", "id", List.of("id", "name"), "", "");
    TestShop.sql(
        folder.resolve("shop.duckdb"),
        "CREATE TABLE customers AS SELECT * FROM (VALUES (1, 'Ann', NULL, 10.50), (2, 'Bob', 1,"
            + " NULL), (3, 'Cy', 1, 3.25)) t(id, name, referred_by, balance)",
        "CREATE TABLE orders(id BIGINT, customer_id INTEGER, payer_id INTEGER, status VARCHAR)",
        "INSERT INTO orders VALUES (10, 1, 2, 'paid'), (11, 1, 1, 'open'), (12, 3, 1, 'paid')",
        "CREATE TABLE lines(order_id BIGINT, no SMALLINT, sku VARCHAR)",
        "CREATE TABLE remarks(id UUID, line_no SMALLINT, order_no BIGINT, text VARCHAR)",
        "CREATE TABLE products(sku VARCHAR, weight INTEGER)",
        "CREATE TABLE secrets(_code VARCHAR, text VARCHAR)");
    return shop;
  }

  /** Writes an entity over the table of its plural, with columns as features. */
  void entity(
      String name,
      String description,
      String keys,
      List<String> columns,
      String moreFeatures,
      String metrics) {
    StringBuilder yaml = new StringBuilder("name: " + name + "\n");
    yaml.append(description.isEmpty() ? "" : "description: " + description + "\n");
    yaml.append("key_source: ").append(name).append("s\n");
    yaml.append("keys: [").append(keys).append("]\nfeatures:\n");
    for (String column : columns) {
      yaml.append(
          "  - {name: %s, description: The %s., type: field, data_type: string, source: %ss, field: %s}\n"
              .formatted(column, column, name, column));
    }
    yaml.append(moreFeatures);
    yaml.append(metrics.isEmpty() ? "" : "metrics:\n" + metrics);
    write("entities/" + name + ".yml", yaml.toString());
  }

  void write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  String url() {
    return "jdbc:calque:" + folder;
  }

  Connection connect() throws SQLException {
    return new Driver().connect(url(), new Properties());
  }
}
