package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.cli.RowWriter.Column;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same rows in each format. */
class OutputFormatTest {
  private static final List<Column> COLUMNS =
      List.of(new Column("name", false), new Column("price", true), new Column("name", false));

  private static String written(OutputFormat format, List<Column> columns, Object[]... rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RowWriter writer = format.writer(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    writer.columns(columns);
    for (Object[] row : rows) {
      writer.row(Arrays.asList(row));
    }
    writer.end();
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static String written(OutputFormat format) {
    return written(
        format,
        COLUMNS,
        new Object[] {"Fleur de \"Sel\", fine", new BigDecimal("7.20"), "two\nlines"},
        new Object[] {null, null, ""},
        new Object[] {"茶", new BigDecimal("1E+2"), "x"});
  }

  @Test
  void tableAlignsNumbersRightAndCountsCells() {
    assertEquals(
        """
        name                 | price | name
        ---------------------+-------+------
        Fleur de "Sel", fine |  7.20 | two
                             |       | lines
        NULL                 |  NULL |
        茶                   |   100 | x
        """,
        written(OutputFormat.TABLE));
  }

  @Test
  void csvTellsNullFromAnEmptyText() {
    assertEquals(
        "name,price,name\n"
            + "\"Fleur de \"\"Sel\"\", fine\",7.20,\"two\nlines\"\n"
            + ",,\"\"\n"
            + "茶,100,x\n",
        written(OutputFormat.CSV));
  }

  @Test
  void jsonTellsColumnsOfOneNameApart() {
    assertEquals(
        """
        [
        {"name": "Fleur de \\"Sel\\", fine", "price": 7.20, "name_2": "two\\nlines"},
        {"name": null, "price": null, "name_2": ""},
        {"name": "茶", "price": 100, "name_2": "x"}
        ]
        """,
        written(OutputFormat.JSON));
  }

  @Test
  void noRowsAreStillWellFormed() {
    assertEquals(
        "name | price | name\n-----+-------+-----\n", written(OutputFormat.TABLE, COLUMNS));
    assertEquals("name,price,name\n", written(OutputFormat.CSV, COLUMNS));
    assertEquals("[\n]\n", written(OutputFormat.JSON, COLUMNS));
  }

  @Test
  void valuesHaveNoJavaFlavour() {
    List<Column> one = List.of(new Column("v", false));
    Object[] row = {Timestamp.valueOf("2026-01-31 12:00:00.250")};
    assertEquals("v\n2026-01-31 12:00:00.25\n", written(OutputFormat.CSV, one, row));
    assertEquals("v\n0x0aff\n", written(OutputFormat.CSV, one, new Object[] {new byte[] {10, -1}}));
  }

  @Test
  void jsonKeepsStructure() {
    List<Column> one = List.of(new Column("v", false));
    Object[] row = {Arrays.asList(1, null, Map.of("k", true), Double.NaN)};
    assertEquals(
        "[\n{\"v\": [1, null, {\"k\": true}, \"NaN\"]}\n]\n", written(OutputFormat.JSON, one, row));
  }

  @Test
  void aTableNeverMovesTheCursor() {
    List<Column> one = List.of(new Column("v", false));
    String table = written(OutputFormat.TABLE, one, new Object[] {"a\u001B[2Jb\tc"});
    assertEquals("v\n--------\na␛[2Jb␉c\n".replace("--------", "-".repeat(8)), table);
  }

  @Test
  void rowsBeyondTheFirstOnesFlowAtTheWidthsThatWereLearned() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RowWriter writer = OutputFormat.TABLE.writer(new PrintStream(bytes, true));
    writer.columns(List.of(new Column("n", true), new Column("v", false)));
    for (int i = 0; i < 500; i++) {
      assertEquals(0, bytes.size(), "held back");
      writer.row(List.of(i, "v"));
    }
    assertTrue(bytes.size() > 0, "flows once the widths are known");
    writer.row(List.of(123_456, "wider"));
    writer.end();
    assertTrue(
        bytes
            .toString()
            .endsWith(
                "499 | v" + System.lineSeparator() + "123456 | wider" + System.lineSeparator()));
  }
}
