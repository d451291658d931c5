package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsagesVerbTest {
  @TempDir private Path folder;

  private static CliRun usages(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "usages";
    arguments[1] = DemoFolder.path().toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return CliRun.of(arguments);
  }

  @Test
  void everythingThatNeedsAFeatureThroughAnyDepth() {
    CliRun run = usages("customer.country_code", "--format", "csv");
    assertEquals(
        """
        kind,name,place,because
        join,country-customer.residence,entities_relationships.yml:7:9,it needs feature customer.country_code
        feature,country.customer_count,entities/country.yml:35:5,it needs join country-customer.residence
        feature,country.newsletter_readers,entities/country.yml:42:5,it needs join country-customer.residence
        feature,country.newest_customer,entities/country.yml:51:5,it needs join country-customer.residence
        feature,customer.country,entities/customer.yml:48:5,it needs join country-customer.residence
        feature,customer.region,entities/customer.yml:55:5,it needs join country-customer.residence
        feature,order.customer_country,entities/order.yml:75:5,it needs feature customer.country
        """,
        run.out().replace("\r\n", "\n"));
    assertEquals(Main.FAILED, run.exitCode());
  }

  @Test
  void aJoinIsFoundByItsNameAlone() {
    CliRun run = usages("placing", "--format", "csv");
    assertTrue(run.out().contains("it needs join customer-order.placing"), run.out());
  }

  @Test
  void aColumnOfTheWarehouse() {
    CliRun run = usages("larder.core.customers.country_cd", "--format", "csv");
    assertTrue(run.out().contains("it needs column larder.core.customers.country_cd"), run.out());
    assertTrue(run.out().contains("order.customer_country"), run.out());
  }

  /** Only what compiles now can break, and only what needs what goes does. */
  @Test
  void savedQueriesThatWouldNoLongerCompile() throws IOException {
    Files.createDirectory(folder.resolve("reports"));
    Files.writeString(
        folder.resolve("reports/customers.sql"),
        """
        -- customers; by country
        SELECT country, COUNT(*) FROM customer GROUP BY country;

        SELECT name FROM customer;
        SELECT no_such_feature FROM customer;
        """);
    CliRun run = usages("customer.country", "--queries", folder.toString(), "--format", "csv");
    assertEquals(
        """
        kind,name,place,because
        feature,order.customer_country,entities/order.yml:75:5,it needs feature customer.country
        query,reports/customers.sql:2,reports/customers.sql:2:8,no feature of customer is called country; did you mean country_code?
        """,
        run.out().replace("\r\n", "\n"));
  }

  @Test
  void whatNothingNeedsIsFine() {
    CliRun run = usages("customer.given_name", "--format", "csv");
    assertEquals(Main.FAILED, run.exitCode());
    CliRun unused = usages("order.coupon", "--format", "csv");
    assertEquals(Main.FINE, unused.exitCode());
    assertEquals("kind,name,place,because\n", unused.out().replace("\r\n", "\n"));
  }

  @Test
  void aNameThatMeansNothingOrTooMuch() {
    CliRun unknown = usages("customer.contry");
    assertEquals(Main.FAILED, unknown.exitCode());
    assertTrue(unknown.err().contains("did you mean customer.country"), unknown.err());
    CliRun wrongKind = usages("metric:customer.country");
    assertTrue(
        wrongKind.err().contains("the model has nothing called metric:customer.country"),
        wrongKind.err());
  }
}
