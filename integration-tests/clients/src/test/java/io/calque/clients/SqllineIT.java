package io.calque.clients;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sqlline.SqlLine;

/** sqlline: a shell over JDBC with a command for most methods of DatabaseMetaData. */
class SqllineIT {
  private static final String CUSTOMERS =
      "select customer_id, name from customer order by customer_id limit 2;";

  /** All that sqlline prints: it connects, runs the commands one after another, and ends. */
  private static String run(String... commands) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream printer = new PrintStream(output, true, StandardCharsets.UTF_8);
    SqlLine sqlline = new SqlLine();
    sqlline.setOutputStream(printer);
    sqlline.setErrorStream(printer);
    List<String> arguments =
        new ArrayList<>(List.of("-u", Demo.url(), "-n", "", "-p", "", "--maxWidth=10000"));
    for (String command : commands) {
      arguments.addAll(List.of("-e", command));
    }
    try {
      sqlline.begin(arguments.toArray(String[]::new), new ByteArrayInputStream(new byte[0]), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return output.toString(StandardCharsets.UTF_8);
  }

  /** The rows of a table that it prints, each a list of cells; the first are the labels. */
  private static List<List<String>> table(String command) {
    String printed = run(command);
    assertFalse(printed.contains("Error"), printed);
    return printed
        .lines()
        .filter(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
        .toList();
  }

  private static List<String> column(List<List<String>> table, String label) {
    int index = table.get(0).indexOf(label);
    return table.stream().skip(1).map(row -> row.get(index)).toList();
  }

  @Test
  void connectsWithoutComplaint() {
    String printed = run("!list");
    assertFalse(printed.contains("Exception"), printed);
    assertFalse(printed.contains("Warning"), printed);
    assertTrue(printed.contains(Demo.url()), printed);
  }

  @Test
  void listsEntitiesWithTheirMeaning() {
    List<List<String>> tables = table("!tables");
    assertTrue(
        column(tables, "TABLE_NAME")
            .containsAll(
                List.of("category", "country", "customer", "order", "order_item", "product")),
        tables::toString);
    assertTrue(column(tables, "REMARKS").contains("One parcel ordered, whatever became of it"));
    assertTrue(column(table("!schemas"), "TABLE_SCHEM").contains("entities"));
  }

  @Test
  void listsFeaturesAndThenMetrics() {
    List<List<String>> columns = table("!columns customer");
    List<String> names = column(columns, "COLUMN_NAME");
    assertEquals("customer_id", names.get(0));
    assertTrue(names.indexOf("customers") > names.indexOf("newsletter"), names::toString);
    int metric = names.indexOf("customers");
    assertEquals("YES", column(columns, "IS_GENERATEDCOLUMN").get(metric));
    assertEquals(columns, table("!describe customer"));
  }

  @Test
  void listsKeysInBothDirections() {
    assertEquals(
        List.of("line_no", "order_id"), column(table("!primarykeys order_item"), "COLUMN_NAME"));
    List<List<String>> imported = table("!importedkeys order_item");
    assertTrue(column(imported, "FK_NAME").containsAll(List.of("lines", "sales")));
    List<List<String>> exported = table("!exportedkeys order");
    assertTrue(column(exported, "FK_NAME").contains("lines"));
    assertEquals(imported.get(0), exported.get(0));
    assertTrue(column(table("!indexes customer"), "COLUMN_NAME").contains("customer_id"));
  }

  @ParameterizedTest
  @CsvSource({
    "getTableTypes, TABLE",
    "getCatalogs, larder",
    "getTypeInfo, VARCHAR",
    "getClientInfoProperties, ApplicationName",
    "getBestRowIdentifier larder entities customer 2 true, customer_id",
    "getVersionColumns larder entities customer, TABLE",
    "getCrossReference larder entities customer larder entities order, placing",
    "getFunctions null null med%, median",
    "getColumnPrivileges null null customer %, TABLE",
    "getTablePrivileges null null customer, TABLE",
    "getUDTs null null % null, TYPE",
    "getSuperTables null null %, TABLE",
    "getSQLKeywords, QUALIFY"
  })
  void answersMetadata(String call, String expected) {
    String printed = run("!metadata " + call);
    assertFalse(printed.contains("Exception") || printed.contains("Error"), printed);
    assertTrue(printed.contains(expected), printed);
  }

  @Test
  void describesItself() {
    String info = run("!dbinfo");
    assertFalse(info.contains("Exception") || info.contains("Error"), info);
    assertTrue(info.lines().count() > 100, info);
    assertTrue(column(table("!typeinfo"), "TYPE_NAME").containsAll(List.of("VARCHAR", "DECIMAL")));
    assertEquals(1, table("!procedures").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!autocommit on",
        "!autocommit off",
        "!commit",
        "!rollback",
        "!isolation TRANSACTION_NONE",
        "!rehash",
        "!reconnect"
      })
  void takesTheCommandsOfASession(String command) {
    String printed = run(command);
    assertFalse(printed.contains("Exception"), printed);
  }

  @ParameterizedTest
  @CsvSource({
    "table, | 1           |",
    "csv, '''1'','''",
    "tsv, '\"1\"\t\"'",
    "vertical, customer_id  1",
    "json, '{\"customer_id\":1,\"name\":\"'",
    "xmlattr, '<result customer_id=\"1\" name=\"'",
    "xmlelements, <customer_id>1</customer_id>",
    "ansiconsole, customer_id name"
  })
  void printsRowsInEveryFormat(String format, String expected) {
    String printed = run("!outputformat " + format, CUSTOMERS);
    assertTrue(printed.contains(expected), printed);
    assertTrue(printed.contains("2 rows selected"), printed);
  }

  @Test
  void answersQueriesOverTheModel() {
    List<List<String>> rows =
        table(
            "select c.region, METRIC('customers') as customers, METRIC('o.orders') as orders"
                + " from customer c left join order o group by c.region order by 1;");
    assertEquals(List.of("region", "customers", "orders"), rows.get(0));
    assertEquals(6, rows.size(), rows::toString);
  }

  @Test
  void showsErrorsWithTheirPlaceAndKeepsTheConnection() {
    String printed =
        run("!set force true", "select nmae from customer;", "delete from customer;", CUSTOMERS);
    assertAll(
        () -> assertTrue(printed.contains("CALQUE-201"), printed),
        () -> assertTrue(printed.contains("did you mean name?"), printed),
        () -> assertTrue(printed.contains("read-only"), printed),
        () -> assertTrue(printed.contains("2 rows selected"), printed));
  }
}
