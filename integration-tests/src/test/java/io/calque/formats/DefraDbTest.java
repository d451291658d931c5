package io.calque.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.joins.SideBySide;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A publishing house whose model is a DefraDB schema, and nothing else. */
class DefraDbTest {
  @RegisterExtension
  static final SideBySide PRESS = SideBySide.project(DefraDbTest.class, "press", "press");

  @Test
  void aCollectionIsATable() throws SQLException {
    PRESS.assertSameRows(
        "SELECT * FROM Work",
        """
        SELECT _docID, title, pages, published, languages, extra, _writerID, _editorID, _sequelID, _awardID
        FROM Work
        """);
    assertEquals(
        List.of(
            "_docID",
            "title",
            "pages",
            "published",
            "languages",
            "extra",
            "_writerID",
            "_editorID",
            "_sequelID",
            "_awardID"),
        PRESS.rows("SELECT * FROM Work").labels());
  }

  @Test
  void listsAndJsonAreTheWarehouses() throws SQLException {
    PRESS.assertSameRows(
        "SELECT title, languages[1], len(languages), extra->>'$.cover' FROM work",
        "SELECT title, languages[1], len(languages), extra->>'$.cover' FROM Work");
  }

  @Test
  void oneToOneFromEitherSide() throws SQLException {
    PRESS.assertSameRows(
        "SELECT c.number, w.penName FROM Contract c LEFT JOIN Writer w",
        "SELECT c.number, w.penName FROM Contract c LEFT JOIN Writer w ON w._docID = c._writerID");
    PRESS.assertSameRows(
        "SELECT w.penName, c.number FROM Writer w LEFT JOIN Contract c USING ('contract')",
        "SELECT w.penName, c.number FROM Writer w LEFT JOIN Contract c ON w._docID = c._writerID");
  }

  @Test
  void oneToManyFromEitherSide() throws SQLException {
    PRESS.assertSameRows(
        "SELECT w.penName, k.title FROM Writer w LEFT JOIN Work k",
        "SELECT w.penName, k.title FROM Writer w LEFT JOIN Work k ON k._writerID = w._docID");
    PRESS.assertSameRows(
        "SELECT k.title, w.penName FROM Work k LEFT JOIN Writer w",
        "SELECT k.title, w.penName FROM Work k LEFT JOIN Writer w ON k._writerID = w._docID");
  }

  @Test
  void eachDirectionHasItsFieldsName() throws SQLException {
    PRESS.assertSameRows(
        "SELECT k.title, w.penName FROM Work k JOIN Writer w USING ('editor')",
        "SELECT k.title, w.penName FROM Work k JOIN Writer w ON k._editorID = w._docID");
    PRESS.assertSameRows(
        "SELECT k.title, w.penName FROM Writer w JOIN Work k USING ('edited')",
        "SELECT k.title, w.penName FROM Work k JOIN Writer w ON k._editorID = w._docID");
    PRESS.assertSameRows(
        "SELECT k.title, w.penName FROM Writer w JOIN Work k ON works",
        "SELECT k.title, w.penName FROM Work k JOIN Writer w ON k._writerID = w._docID");
    SQLException wrong = PRESS.error("SELECT 1 FROM Work k JOIN Writer w USING ('edited')");
    assertTrue(wrong.getMessage().contains("USING ('k.editor')"), wrong::getMessage);
  }

  @Test
  void selfReferencesInBothDirections() throws SQLException {
    PRESS.assertSameRows(
        "SELECT a.penName, m.penName FROM Writer a LEFT JOIN Writer m USING ('mentor')",
        "SELECT a.penName, m.penName FROM Writer a LEFT JOIN Writer m ON a._mentorID = m._docID");
    PRESS.assertSameRows(
        "SELECT m.penName, a.penName FROM Writer m LEFT JOIN Writer a USING ('apprentices')",
        "SELECT m.penName, a.penName FROM Writer m LEFT JOIN Writer a ON a._mentorID = m._docID");
    PRESS.assertSameRows(
        "SELECT a.title, b.title FROM Work a JOIN Work b USING ('sequel')",
        "SELECT a.title, b.title FROM Work a JOIN Work b ON a._sequelID = b._docID");
    PRESS.assertSameRows(
        "SELECT b.title, a.title FROM Work b JOIN Work a USING ('prequel')",
        "SELECT b.title, a.title FROM Work a JOIN Work b ON a._sequelID = b._docID");
  }

  @Test
  void aRelationWithOneSide() throws SQLException {
    PRESS.assertSameRows(
        "SELECT k.title, a.prize FROM Work k LEFT JOIN Award a",
        "SELECT k.title, a.prize FROM Work k LEFT JOIN Award a ON k._awardID = a._docID");
    PRESS.assertSameRows(
        "SELECT a.prize, k.title FROM Award a LEFT JOIN Work k",
        "SELECT a.prize, k.title FROM Award a LEFT JOIN Work k ON k._awardID = a._docID");
  }

  @Test
  void aJunctionTypeIsCrossedBothWays() throws SQLException {
    PRESS.assertSameRows(
        "SELECT k.title, t.label FROM Work k LEFT JOIN Tag t",
        """
        SELECT k.title, t.label FROM Work k
        LEFT JOIN (WorkTag j JOIN Tag t ON j._tagID = t._docID) ON j._workID = k._docID
        """);
    PRESS.assertSameRows(
        "SELECT t.label, k.title FROM Tag t LEFT JOIN Work k USING ('WorkTag')",
        """
        SELECT t.label, k.title FROM Tag t
        LEFT JOIN (WorkTag j JOIN Work k ON j._workID = k._docID) ON j._tagID = t._docID
        """);
  }

  @Test
  void aJunctionTypeIsATableToo() throws SQLException {
    PRESS.assertSameRows(
        "SELECT k.title, t.label, j.weight FROM Work k JOIN WorkTag j JOIN Tag t USING ('j.tag')",
        """
        SELECT k.title, t.label, j.weight
        FROM Work k JOIN WorkTag j ON j._workID = k._docID JOIN Tag t ON j._tagID = t._docID
        """);
  }

  @Test
  void writersOfAWorkOfThatName() throws SQLException {
    PRESS.assertSameRows(
        "SELECT w.penName FROM Writer w JOIN Work k WHERE k.title = ?",
        "SELECT penName FROM Writer WHERE _docID IN (SELECT _writerID FROM Work WHERE title = ?)",
        "Ebb");
  }

  @Test
  void parentsFilteredByChildren() throws SQLException {
    PRESS.assertSameRows(
        "SELECT w.penName, w.born FROM Writer w WHERE EXISTS"
            + " (SELECT 1 FROM Work k WHERE k._writerID = w._docID AND k.pages < 100)",
        "SELECT penName, born FROM Writer WHERE _docID IN (SELECT _writerID FROM Work WHERE pages <"
            + " 100)");
  }

  @Test
  void childrenFilteredWithinParents() throws SQLException {
    PRESS.assertSameRows(
        "SELECT w.penName, k.title FROM Writer w LEFT JOIN Work k ON works AND k.pages > 300",
        """
        SELECT w.penName, k.title FROM Writer w
        LEFT JOIN Work k ON k._writerID = w._docID AND k.pages > 300
        """);
  }

  @Test
  void keysAreKnownToTools() throws SQLException {
    DatabaseMetaData metadata = PRESS.calque().getMetaData();
    List<String> keys = new ArrayList<>();
    try (ResultSet imported = metadata.getImportedKeys(null, null, "Contract")) {
      while (imported.next()) {
        keys.add(imported.getString("FKCOLUMN_NAME") + " -> " + imported.getString("PKTABLE_NAME"));
      }
    }
    assertEquals(List.of("_writerID -> Writer"), keys);
    try (ResultSet tables = metadata.getTables(null, null, "Writer", null)) {
      assertTrue(tables.next());
      assertEquals("Somebody who writes", tables.getString("REMARKS"));
    }
  }
}
