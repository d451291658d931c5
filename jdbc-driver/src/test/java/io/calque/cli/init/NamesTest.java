package io.calque.cli.init;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "customers, customer",
    "order_items, order_item",
    "categories, category",
    "countries, country",
    "movies, movie",
    "addresses, address",
    "boxes, box",
    "batches, batch",
    "purchases, purchase",
    "houses, house",
    "heroes, hero",
    "people, person",
    "sales_people, sales_person",
    "statuses, status",
    "analyses, analysis",
    "orders, order"
  })
  void pluralsBecomeSingulars(String plural, String singular) {
    assertEquals(singular, Names.singular(plural));
  }

  @ParameterizedTest
  @CsvSource({
    "status",
    "address",
    "analysis",
    "series",
    "news",
    "data",
    "business",
    "bus",
    "gas",
    "campus",
    "statistics",
    "order",
    "staff",
    "kunden"
  })
  void whatIsNoPluralStays(String name) {
    assertEquals(name, Names.singular(name));
  }

  @ParameterizedTest
  @CsvSource({
    "CUSTOMERS, customers",
    "CustomerOrders, customer_orders",
    "customerID, customer_id",
    "HTTPRequests, http_requests",
    "Order Items, order_items",
    "größe, grosse",
    "Übergrößen-Straße, ubergrossen_strasse",
    "__x__, x",
    "2024 sales, n2024_sales",
    "日本語, ''"
  })
  void namesNeedNoQuotes(String name, String snake) {
    assertEquals(snake, Names.snake(name));
  }
}
