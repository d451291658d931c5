package io.calque.aggregates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.error.CalqueException;
import io.calque.joins.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which queries a pre-aggregated table answers, and what EXPLAIN says of it. */
class PreAggregateTest {
  private static final List<String> DATA =
      List.of(
          "CREATE TABLE customers (id INTEGER, region VARCHAR, segment VARCHAR)",
          "CREATE TABLE visits AS SELECT 1 AS id, 1 AS customer",
          "INSERT INTO customers VALUES (1, 'north', 'a'), (2, 'north', 'b'), (3, NULL, 'a')",
          "CREATE TABLE sales (id BIGINT, day DATE, channel VARCHAR, customer INTEGER,"
              + " amount DECIMAL(10, 2), pieces INTEGER, weight DOUBLE, gift BOOLEAN)",
          "INSERT INTO sales VALUES"
              + " (1, DATE '2024-01-01', 'web', 1, 10.50, 1, 0.1, TRUE),"
              + " (2, DATE '2024-01-01', 'web', 1, 20, 5, 0.2, FALSE),"
              + " (3, DATE '2024-01-01', NULL, 2, NULL, 2, 0.3, NULL),"
              + " (4, DATE '2024-01-02', 'shop', 3, 40, NULL, NULL, TRUE),"
              + " (5, DATE '2024-01-02', 'web', NULL, 80, 3, 0.4, TRUE)");

  private static final String TABLES =
      """
        - {name: by_day, table: shop.main.stored_day, grain: [day, channel, region],
           metrics: [price, buyers, last_day, middle, load, {metric: gifts, additivity: semi_additive, not_over: [day]}]}
        - {name: by_customer, table: shop.main.stored_customer, grain: [customer_id, channel], metrics: [sales, revenue]}
      """;

  @TempDir Path folder;
  private Sales sales;

  private void make() throws IOException, SQLException {
    sales = Sales.make(folder, Place.DUCKDB, DATA, TABLES);
  }

  @AfterEach
  void close() throws SQLException {
    sales.close();
  }

  private void answers(String table, String sql, String... rows) throws SQLException {
    assertTrue(sales.with().nativeSQL(sql).contains(table), () -> sql);
    assertEquals(Rows.withTypes(sales.without(), sql), Rows.withTypes(sales.with(), sql));
    assertEquals(List.of(rows), Rows.of(sales.with(), sql).sorted());
  }

  /** What EXPLAIN says of pre-aggregated tables. */
  private List<String> told(String sql) throws SQLException {
    List<String> told = new ArrayList<>();
    try (Statement statement = sales.with().createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN " + sql)) {
      while (rows.next()) {
        if (rows.getString(1).equals("aggregate")) {
          told.add(rows.getString(3));
        }
      }
    }
    return told;
  }

  @Test
  void sumsAndCountsAreAddedUp() throws IOException, SQLException {
    make();
    answers(
        "stored_customer",
        "SELECT channel, METRIC('sales'), METRIC('revenue') FROM sale GROUP BY channel",
        "NULL | 1 | NULL",
        "shop | 1 | 40",
        "web | 3 | 110.5");
    assertEquals(
        List.of(
            "by_customer answers, from shop.main.stored_customer, which has a row for each"
                + " customer_id, channel; the stored values of a group are put together"),
        told("SELECT channel, METRIC('sales') FROM sale GROUP BY channel"));
  }

  @Test
  void aRatioIsMadeOfItsStoredParts() throws IOException, SQLException {
    make();
    answers(
        "stored_day",
        "SELECT day, METRIC('price') FROM sale GROUP BY day",
        "2024-01-01 | 3.8125",
        "2024-01-02 | 40");
  }

  @Test
  void joinsAlongTheGrainGoOn() throws IOException, SQLException {
    make();
    answers(
        "stored_customer",
        "SELECT c.segment, METRIC('s.sales'), METRIC('c.customers')"
            + " FROM customer c LEFT JOIN sale s GROUP BY c.segment",
        "a | 3 | 2",
        "b | 1 | 1");
  }

  @Test
  void overNoRowsACountIsZero() throws IOException, SQLException {
    make();
    answers(
        "stored_customer",
        "SELECT METRIC('sales'), METRIC('revenue') FROM sale WHERE channel = 'none'",
        "0 | NULL");
  }

  /** Each customer has one region but may buy on several days. */
  @Test
  void distinctValuesAreAddedUpOverWhatTheyDetermine() throws IOException, SQLException {
    make();
    answers(
        "stored_day",
        "SELECT day, channel, METRIC('buyers') FROM sale GROUP BY day, channel",
        "2024-01-01 | NULL | 1",
        "2024-01-01 | web | 1",
        "2024-01-02 | shop | 1",
        "2024-01-02 | web | 0");
    assertTrue(
        told("SELECT channel, METRIC('buyers') FROM sale GROUP BY channel")
            .contains(
                "by_day is not used: one customer_id may have several day, and would be counted in"
                    + " each"));
  }

  @Test
  void whatCannotBeAddedUpIsReadRowByRow() throws IOException, SQLException {
    make();
    answers(
        "stored_day",
        "SELECT channel, METRIC('middle'), METRIC('load') FROM sale"
            + " WHERE day = DATE '2024-01-01' AND region = 'north' GROUP BY channel",
        "NULL | NULL | 0.3",
        "web | 15.25 | 0.3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "METRIC('sales'), COUNT(*)|no table is used: COUNT may depend on single rows",
        "METRIC('sales'), my_function(channel)"
            + "|no table is used: my_function may depend on single rows",
        "METRIC('least')|by_day is not used: least is not among its metrics",
        "gift, METRIC('sales')|by_day is not used: gift is not in its grain",
        "METRIC('load')|by_day is not used: a sum of floating-point numbers depends on their order",
        "METRIC('gifts')|by_day is not used: gifts is declared not to be added up over day",
        "METRIC('middle')"
            + "|by_day is not used: MEDIAN of middle cannot be had from that of parts of the rows"
      })
  void explainSaysWhyNot(String items, String why) throws IOException, SQLException {
    make();
    List<String> told = told("SELECT " + items + " FROM sale GROUP BY ALL");
    assertTrue(told.contains(why), told::toString);
  }

  @Test
  void whatSeesSingleRowsIsNotAnswered() throws IOException, SQLException {
    make();
    for (String sql :
        List.of(
            "SELECT METRIC('sales') FROM sale WHERE random() < 2",
            "SELECT METRIC('sales') FROM sale TABLESAMPLE 100%",
            "SELECT METRIC('s.sales') FROM sale s JOIN customer c ON s.id > c.id",
            "SELECT METRIC('s.sales') FROM sale s NATURAL JOIN customer c",
            "SELECT channel, METRIC('sales'),"
                + " (SELECT MAX(o.id) FROM sale o WHERE o.channel = s.channel)"
                + " FROM sale s GROUP BY channel",
            "SELECT sales FROM (SELECT sales FROM sale WHERE channel = 'web') t GROUP BY ALL")) {
      assertFalse(sales.isStored(sql), sql);
    }
  }

  /** The statement's own name hides the warehouse's table, but not from Calque. */
  @Test
  void aQueryMayBeCalledAsTheTable() throws IOException, SQLException {
    make();
    answers(
        "stored_customer",
        "WITH stored_customer AS (SELECT 1 AS x) SELECT METRIC('sales') FROM sale",
        "5");
  }

  @Test
  void theConnectionCanSwitchThemOff() throws IOException, SQLException {
    make();
    try (Statement statement = sales.without().createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN SELECT METRIC('sales') FROM sale")) {
      List<String> details = new ArrayList<>();
      while (rows.next()) {
        details.add(rows.getString(3));
      }
      assertTrue(
          details.contains("by_customer is not used: the connection says aggregates=off"),
          details::toString);
    }
  }

  @Test
  void aTableThatIsNotBuiltIsNotMissed() throws IOException, SQLException {
    make();
    sales.close();
    Sales.run(folder, Place.DUCKDB, List.of("DROP TABLE stored_customer"));
    sales = Sales.open(folder);
    String sql = "SELECT METRIC('sales') FROM sale";
    assertEquals(List.of("5"), Rows.of(sales.with(), sql).lines());
    assertEquals(
        "by_customer is not used: there is no table shop.main.stored_customer; calque materialize"
            + " builds it",
        told(sql).get(0));
  }

  @Test
  void aTableOfAnotherDefinitionIsNotUsed() throws IOException, SQLException {
    make();
    sales.close();
    Path model = folder.resolve("entities/sale.yml");
    Files.writeString(
        model, Files.readString(model).replace("'SUM({amount})'", "'SUM({amount} + 1)'"));
    sales = Sales.open(folder);
    String sql = "SELECT METRIC('revenue') FROM sale";
    assertEquals(List.of("154.5"), Rows.of(sales.with(), sql).lines());
    assertEquals(
        "by_customer is not used: shop.main.stored_customer was filled by another definition;"
            + " calque materialize fills it anew",
        told(sql).get(0));
    sales.close();
    Sales.materialize(folder);
    sales = Sales.open(folder);
    answers("stored_customer", sql, "154.5");
  }

  @Test
  void aTableOfOtherTypesIsNotUsed() throws IOException, SQLException {
    make();
    sales.close();
    Sales.run(folder, Place.DUCKDB, List.of("ALTER TABLE stored_customer ALTER channel TYPE BLOB"));
    sales = Sales.open(folder);
    assertTrue(
        told("SELECT METRIC('sales') FROM sale")
            .contains(
                "by_customer is not used: column channel of shop.main.stored_customer is BLOB and"
                    + " should be VARCHAR"));
  }

  /** Such as one that dbt fills: it is read, and never written. */
  @Test
  void aTableOfTheUsersOwnIsReadAndLeftAlone() throws IOException, SQLException {
    make();
    sales.close();
    Sales.run(folder, Place.DUCKDB, List.of("ALTER TABLE stored_customer DROP calque_definition"));
    CalqueException refused = assertThrows(CalqueException.class, () -> Sales.materialize(folder));
    assertTrue(
        refused.getMessage().contains("shop.main.stored_customer is there already"),
        refused::getMessage);
    sales = Sales.open(folder);
    answers("stored_customer", "SELECT METRIC('sales') FROM sale", "5");
  }

  @Test
  void refreshingTakesUpNewRows() throws IOException, SQLException {
    make();
    sales.close();
    Sales.run(folder, Place.DUCKDB, List.of("INSERT INTO sales (id, amount) VALUES (6, 1)"));
    sales = Sales.open(folder);
    String sql = "SELECT METRIC('sales'), METRIC('revenue') FROM sale";
    assertEquals(List.of("5 | 150.5"), Rows.of(sales.with(), sql).lines());
    sales.close();
    Sales.materialize(folder);
    sales = Sales.open(folder);
    answers("stored_customer", sql, "6 | 151.5");
  }
}
