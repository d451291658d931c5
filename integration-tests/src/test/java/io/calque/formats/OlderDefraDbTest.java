package io.calque.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.joins.Rows;
import io.calque.joins.SideBySide;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A schema of DefraDB before 1.0, whose tables were copied under other names. */
class OlderDefraDbTest {
  @RegisterExtension
  static final SideBySide QUAY = SideBySide.project(OlderDefraDbTest.class, "quay", "quay");

  @TempDir private Path elsewhere;

  @Test
  void tablesAndKeysAreCalledAsTheProjectSays() throws SQLException {
    QUAY.assertSameRows(
        "SELECT c.name, f.amount, f.ship_company_id FROM HarbourFee f LEFT JOIN ShipCompany c",
        """
        SELECT c.name, f.amount, f.ship_company_id
        FROM raw.harbour_fee f LEFT JOIN raw.ship_company c ON c._docID = f.ship_company_id
        """);
    QUAY.assertSameRows(
        "SELECT c.name, f.amount FROM ShipCompany c LEFT JOIN HarbourFee f USING ('fees')",
        """
        SELECT c.name, f.amount
        FROM raw.ship_company c LEFT JOIN raw.harbour_fee f ON c._docID = f.ship_company_id
        """);
  }

  @Test
  void theUrlOfASchemaAloneSaysIt() throws Exception {
    Path schema = elsewhere.resolve("quay.graphql");
    Files.writeString(
        schema,
        Files.readString(QUAY.folder().resolve("company.graphql"))
            + Files.readString(QUAY.folder().resolve("fee.graphql")));
    String url =
        "jdbc:calque:model=%s;warehouse=jdbc:duckdb:%s;"
            .formatted(schema, QUAY.folder().resolve("quay.duckdb"));
    try (Connection calque =
        DriverManager.getConnection(url + "tables=raw.{snake_type};foreignKeys={field}_id")) {
      assertEquals(
          QUAY.rows("SELECT c.name, f.amount FROM ShipCompany c JOIN HarbourFee f").sorted(),
          Rows.of(calque, "SELECT c.name, f.amount FROM ShipCompany c JOIN HarbourFee f").sorted());
    }
    SQLException wrong =
        assertThrows(
            SQLException.class, () -> DriverManager.getConnection(url + "tables=raw.type"));
    assertEquals(602, wrong.getErrorCode());
    assertTrue(wrong.getMessage().contains("{snake_type}"), wrong.getMessage());
  }
}
