package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LineageVerbTest {
  private static CliRun lineage(String part, String format) {
    return CliRun.of("lineage", DemoFolder.path().toString(), part, "--format", format);
  }

  @Test
  void downToTheColumnsThroughMetricsFiltersAndJoins() {
    CliRun run = lineage("country.newsletter_readers", "tree");
    assertEquals(
        """
        country.newsletter_readers
        ├─ metric customer.customers
        │  └─ customer.customer_id
        │     └─ larder.core.customers.id
        ├─ customer.newsletter
        │  └─ larder.core.customers.newsletter
        └─ join country-customer.residence
           ├─ country.country_code
           │  └─ larder.ref.countries.code
           └─ customer.country_code
              └─ larder.core.customers.country_cd
        """,
        run.out());
    assertEquals(Main.FINE, run.exitCode());
  }

  @Test
  void aRelationshipOfAnEntityWithItselfEnds() {
    CliRun run = lineage("category.department", "tree");
    assertTrue(run.out().contains("join category-category.parent"), run.out());
  }

  @Test
  void asJson() {
    assertEquals(
        """
        {
          "kind": "feature",
          "name": "customer.newsletter",
          "needs": [{"kind": "column", "name": "larder.core.customers.newsletter", "needs": []}]
        }
        """,
        lineage("customer.newsletter", "json").out());
  }

  @Test
  void asAPicture() {
    CliRun run = lineage("country.newsletter_readers", "svg");
    assertEquals(Main.FINE, run.exitCode(), run.err());
    assertTrue(run.out().contains("larder.core.customers.country_cd"), run.out());
  }
}
