package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What tools are told: tables, columns with the warehouse's types, keys, and its own facts. */
public abstract class MetadataContract {
  private final ContractProject project;

  protected MetadataContract(ContractProject project) {
    this.project = project;
  }

  private DatabaseMetaData metaData() throws SQLException {
    return project.calque().getMetaData();
  }

  /** Some columns of a result of metadata, a line a row. */
  private static List<String> lines(ResultSet rows, String... columns) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (String column : columns) {
          values.add(rows.getString(column));
        }
        lines.add(String.join(" | ", values));
      }
    }
    return lines;
  }

  @Test
  void tables() throws SQLException {
    assertEquals(
        List.of("buyer | Who buys", "ghost | Its table is gone", "hobby | What buyers like"),
        lines(metaData().getTables(null, "entities", "%", null), "TABLE_NAME", "REMARKS")
            .subList(0, 3));
    assertEquals(
        List.of("bridges", "entities", "meta"),
        lines(metaData().getSchemas(), "TABLE_SCHEM").stream().sorted().toList());
    assertEquals(
        List.of("buyer_id", "hobby_id"),
        lines(metaData().getColumns(null, "bridges", "practises", "%"), "COLUMN_NAME"));
  }

  @Test
  void columnsHaveTheWarehousesTypes() throws SQLException {
    try (ResultSet columns = metaData().getColumns(null, "entities", "sample", "%")) {
      int count = 0;
      while (columns.next()) {
        count++;
        assertNotEquals(Types.OTHER, columns.getInt("DATA_TYPE"), columns.getString("COLUMN_NAME"));
        assertFalse(columns.getString("TYPE_NAME").isEmpty());
      }
      assertEquals(12, count);
    }
    assertEquals(
        List.of("id | 4 | The number on the card"),
        lines(
            metaData().getColumns(null, "entities", "buyer", "id"),
            "COLUMN_NAME",
            "DATA_TYPE",
            "REMARKS"));
  }

  /** One table that is missing takes nothing from the others. */
  @Test
  void aMissingTableHasItsDeclaredTypes() throws SQLException {
    assertEquals(
        List.of("id", "seen"),
        lines(metaData().getColumns(null, "entities", "ghost", "%"), "COLUMN_NAME"));
    Set<String> all =
        new TreeSet<>(lines(metaData().getColumns(null, "entities", "%", "%"), "TABLE_NAME"));
    assertEquals(8, all.size(), all::toString);
    project.error(700, "42P01", "SELECT id FROM ghost");
  }

  @Test
  void metricsAreGeneratedColumns() throws SQLException {
    assertEquals(
        List.of("NO", "YES"),
        List.of(
            lines(metaData().getColumns(null, null, "buyer", "spent"), "IS_GENERATEDCOLUMN").get(0),
            lines(metaData().getColumns(null, null, "buyer", "credits"), "IS_GENERATEDCOLUMN")
                .get(0)));
  }

  @Test
  void keys() throws SQLException {
    assertEquals(
        List.of("id | 1"),
        lines(metaData().getPrimaryKeys(null, "entities", "buyer"), "COLUMN_NAME", "KEY_SEQ"));
    assertEquals(
        List.of("buyer | id | buyer_id | bought", "buyer | id | payer_id | paid"),
        lines(
                metaData().getImportedKeys(null, "entities", "purchase"),
                "PKTABLE_NAME",
                "PKCOLUMN_NAME",
                "FKCOLUMN_NAME",
                "FK_NAME")
            .stream()
            .sorted()
            .toList());
    assertEquals(
        List.of("practises | practises_buyer", "purchase | bought", "purchase | paid"),
        lines(metaData().getExportedKeys(null, "entities", "buyer"), "FKTABLE_NAME", "FK_NAME"));
    assertEquals(
        List.of("id | false"),
        lines(
            metaData().getIndexInfo(null, "entities", "buyer", true, false),
            "COLUMN_NAME",
            "NON_UNIQUE"));
  }

  @Test
  void factsOfTheWarehouse() throws SQLException {
    assertTrue(lines(metaData().getFunctions(null, null, "upper"), "FUNCTION_NAME").size() > 0);
    assertTrue(lines(metaData().getTypeInfo(), "TYPE_NAME").size() > 5);
    assertFalse(metaData().getDatabaseProductVersion().isEmpty());
    assertFalse(metaData().getSQLKeywords().isEmpty());
    assertTrue(metaData().isReadOnly());
  }

  /** Names with blanks, dots, quotes and reserved words, in the model and in the warehouse. */
  @Test
  void namesThatNeedQuotes() throws SQLException {
    assertEquals(
        List.of("id", "\"quoted\"", "places", "room"),
        lines(metaData().getColumns(null, "entities", "shelf", "%"), "COLUMN_NAME"));
    assertEquals(List.of("7"), project.rows("SELECT METRIC('room') FROM shelf").lines());
    assertEquals(
        List.of("it's | 4"),
        project.rows("SELECT \"\"\"quoted\"\"\", places FROM shelf WHERE id = 2").lines());
    assertEquals(
        List.of("1 |  | 3", "2 | it's | 4"),
        project.rows("SELECT * FROM shelf ORDER BY id").lines());
  }
}
