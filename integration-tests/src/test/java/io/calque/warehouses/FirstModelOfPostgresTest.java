package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.cli.init.FirstModel;
import io.calque.cli.init.FirstModels;
import io.calque.warehouse.Lease;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseSettings;
import io.calque.warehouse.Warehouses;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What PostgreSQL's catalog declares in more ways than others, and what it hides. */
class FirstModelOfPostgresTest {
  private static Postgres server;

  @BeforeAll
  static void start() throws SQLException {
    server = Postgres.start();
    try (Connection connection = server.connect("fair", "public");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE SCHEMA ref;
          CREATE SCHEMA "Sales";
          CREATE TABLE ref.countries(code TEXT PRIMARY KEY, name TEXT);
          CREATE TABLE "Sales"."Customers"("ID" UUID PRIMARY KEY, "Country" TEXT REFERENCES ref.countries,
            "invitedBy" UUID REFERENCES "Sales"."Customers", balance NUMERIC(9, 2), tags TEXT[], note JSONB, "active" BOOLEAN);
          COMMENT ON TABLE "Sales"."Customers" IS 'Who buys';
          CREATE TABLE "Sales".cards(no INTEGER NOT NULL, customer UUID UNIQUE REFERENCES "Sales"."Customers");
          CREATE UNIQUE INDEX ON "Sales".cards(no);
          CREATE UNIQUE INDEX ON "Sales".cards(customer, no) WHERE no > 7;
          CREATE TABLE "Sales".events(id BIGINT, at DATE, customer UUID REFERENCES "Sales"."Customers", PRIMARY KEY (id, at))
            PARTITION BY RANGE (at);
          CREATE TABLE "Sales".events_2024 PARTITION OF "Sales".events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
          CREATE TABLE "Sales".friends(a UUID REFERENCES "Sales"."Customers", b UUID REFERENCES "Sales"."Customers", PRIMARY KEY (a, b));
          CREATE VIEW "Sales".good AS SELECT * FROM "Sales"."Customers" WHERE active;
          CREATE MATERIALIZED VIEW "Sales".totals AS SELECT code, 1 AS n FROM ref.countries;
          INSERT INTO ref.countries VALUES ('DE', 'Germany'), ('FR', 'France');
          INSERT INTO "Sales"."Customers" VALUES
            ('00000000-0000-0000-0000-000000000001', 'DE', NULL, 1, '{a}', '{}', true),
            ('00000000-0000-0000-0000-000000000002', 'FR', '00000000-0000-0000-0000-000000000001', 2, '{a}', '{}', true);
          REFRESH MATERIALIZED VIEW "Sales".totals;
          """);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private static FirstModel make(List<String> schemas) throws SQLException {
    WarehouseSettings settings =
        new WarehouseSettings(
            server.url("fair"),
            Optional.of("postgres"),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            List.of(),
            Map.of());
    try (Lease<Warehouse> lease = new Warehouses().lease(settings)) {
      Warehouse warehouse = lease.value();
      return FirstModels.of("fair", warehouse, warehouse.declaredTables(schemas), subject -> {});
    }
  }

  @Test
  void keysReferencesPartitionsAndViews() throws SQLException {
    FirstModel first = make(List.of());
    assertEquals(
        List.of(
            "card(no)",
            "country(code)",
            "customer(id)",
            "event(id, at)",
            "good(id)",
            "total(code)"),
        FirstModelShown.keys(first));
    assertEquals(
        List.of(
            "country-customer one_to_many code = country",
            "country-good one_to_many code = country",
            "customer-card one_to_one id = customer",
            "customer-customer many_to_many id = a / b = id",
            "customer-customer many_to_one invited_by = id",
            "customer-event one_to_many id = customer"),
        FirstModelShown.joins(first));
    assertEquals(
        List.of("country_name: country.name"),
        FirstModelShown.toOneFields(first.model(), "customer"));
    assertEquals("Who buys", first.model().entity("customer").orElseThrow().description());
    assertEquals(
        List.of("Key: declared to be unique and not NULL."), FirstModelShown.notes(first, "card"));
    assertEquals(
        List.of("customers", "sum_balance"),
        first.model().entity("customer").orElseThrow().metrics().stream()
            .map(metric -> metric.name())
            .toList());
  }

  @Test
  void aReferenceToATableThatIsNotReadIsTold() throws SQLException {
    FirstModel first = make(List.of("sales"));
    assertTrue(first.model().entity("country").isEmpty());
    assertTrue(
        first
            .notes()
            .ofRelationships()
            .contains(
                "No relationship: fair.Sales.Customers(Country) -> fair.ref.countries, a declared foreign"
                    + " key: that table is not read"),
        first.notes().ofRelationships().toString());
  }

  @Test
  void schemasOfOthersAreNotRead() throws SQLException {
    assertEquals(List.of("country(code)"), FirstModelShown.keys(make(List.of("REF"))));
  }
}
