package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calque.model.SemanticModel;
import io.calque.model.read.LoadOptions;
import io.calque.model.read.ModelLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code init} over the demo's tables, which declare primary keys and nothing else, beside the
 * model that the demo ships. Each difference is one that no catalog and no data could have told.
 */
class InitDemoTest {
  @TempDir private Path folder;

  @Test
  void itFindsWhatTheDemosModelSaysExceptForWhatOnlyItsAuthorKnows() {
    CliRun run =
        CliRun.of(
            "init",
            "--warehouse",
            "jdbc:duckdb:" + DemoFolder.path().resolve("larder.duckdb"),
            "-o",
            folder.resolve("found").toString());
    assertEquals(Main.FINE, run.exitCode(), run.err());
    Set<String> shipped = ModelFacts.of(load(DemoFolder.path()));
    Set<String> found = ModelFacts.of(load(folder.resolve("found")));
    assertEquals(text(all(ONLY_SHIPPED)), text(without(shipped, found)));
    assertEquals(text(all(ONLY_FOUND)), text(without(found, shipped)));
    assertEquals(63, shipped.size() - all(ONLY_SHIPPED).size(), "facts that both have");
  }

  /** Why the demo's model says what no catalog and no data could have told. */
  private static final Map<String, List<String>> ONLY_SHIPPED =
      Map.of(
          "what a business calculates with its columns is its own to say",
          List.of(
              "firstlast of larder.ref.countries: newest_customer",
              "formula of larder.core.customers: name",
              "formula of larder.core.customers: signed_up_in",
              "formula of larder.core.order_items: amount",
              "formula of larder.core.orders: is_gift",
              "formula of larder.core.orders: ordered_on",
              "metric of larder.core.customers: COUNT(referred_by_id)",
              "metric of larder.core.customers: METRIC(…) * 1.0 / NULLIF(METRIC(…), 0)",
              "metric of larder.core.order_items: METRIC(…) / NULLIF(COUNT(DISTINCT order_id), 0)",
              "metric of larder.core.order_items: SUM(amount)",
              "metric of larder.core.orders: COUNT(CASE WHEN state = 'cancelled' THEN id END)",
              "metric of larder.core.orders: METRIC(…) * 1.0 / NULLIF(METRIC(…), 0)",
              "metric of larder.core.products: AVG(list_price)",
              "metric of larder.ref.countries: customer_count",
              "metric of larder.ref.countries: newsletter_readers"),
          "a lookup over a table that is an entity itself shortens a way that is there already",
          List.of(
              "join larder.core.customers.id = larder.core.orders.bill_to_cust_id / larder.core.orders.id"
                  + " = larder.core.order_items.order_id / larder.core.order_items.product_id ="
                  + " larder.core.products.id many_to_many",
              "join larder.core.customers.id = larder.core.orders.cust_id / larder.core.orders.id ="
                  + " larder.core.order_items.order_id / larder.core.order_items.product_id ="
                  + " larder.core.products.id many_to_many, the default",
              "join larder.core.orders.id = larder.core.order_items.order_id /"
                  + " larder.core.order_items.product_id = larder.core.products.id many_to_many"),
          "of what a row refers to, init shows the name only",
          List.of(
              "larder.core.customers shows larder.ref.countries.region",
              "larder.core.orders shows larder.core.customers.country",
              "larder.core.products shows larder.core.categories.department",
              "larder.core.products shows larder.ref.suppliers.origin"));

  /** Why init says what the demo's model does not. */
  private static final Map<String, List<String>> ONLY_FOUND =
      Map.of(
          "suppliers are an entity like any other, where the demo shows them with products only",
          List.of(
              "feature of larder.ref.suppliers: code",
              "feature of larder.ref.suppliers: company",
              "feature of larder.ref.suppliers: origin",
              "key of larder.ref.suppliers: [code]",
              "metric of larder.ref.suppliers: COUNT(code)"),
          "every entity has its count, and every number its sum",
          List.of(
              "metric of larder.core.categories: COUNT(id)",
              "metric of larder.core.order_items: COUNT(*)",
              "metric of larder.core.order_items: SUM(unit_price)",
              "metric of larder.core.products: SUM(list_price)"),
          "of what a row refers to, init shows the name",
          List.of("larder.core.order_items shows larder.core.products.title"));

  private static Set<String> all(Map<String, List<String>> differences) {
    Set<String> all = new TreeSet<>();
    differences.values().forEach(all::addAll);
    return all;
  }

  private static SemanticModel load(Path project) {
    return ModelLoader.load(project, LoadOptions.named("larder")).model();
  }

  private static Set<String> without(Set<String> facts, Set<String> others) {
    Set<String> rest = new TreeSet<>(facts);
    rest.removeAll(others);
    return rest;
  }

  private static String text(Iterable<String> facts) {
    return String.join("\n", facts);
  }
}
