package io.calque.formats;

import io.calque.joins.SideBySide;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A schema of DefraDB before 1.0, whose tables were copied under other names. */
class OlderDefraDbTest {
  @RegisterExtension
  static final SideBySide QUAY = SideBySide.project(OlderDefraDbTest.class, "quay", "quay");

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
}
