package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.cli.demo.DemoQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoVerbTest {
  /** The demo's questions as somebody would ask them who only has the tables. */
  private static final Map<DemoQuestion, String> BY_HAND =
      new EnumMap<>(
          Map.of(
              DemoQuestion.DEFAULT_JOIN,
              """
              SELECT n.name, COUNT(*), COUNT(DISTINCT c.id)
              FROM core.customers c
              JOIN core.orders o ON o.cust_id = c.id
              LEFT JOIN ref.countries n ON n.code = c.country_cd
              WHERE o.ordered_at >= TIMESTAMP '2026-01-01' AND o.state <> 'cancelled'
              GROUP BY n.name ORDER BY 2 DESC LIMIT 6""",
              DemoQuestion.NAMED_JOIN,
              """
              SELECT p.given_nm || ' ' || p.family_nm, n.name, COUNT(*), COUNT(DISTINCT b.id)
              FROM core.orders o
              JOIN core.customers b ON b.id = o.cust_id
              JOIN core.customers p ON p.id = o.bill_to_cust_id
              LEFT JOIN ref.countries n ON n.code = p.country_cd
              WHERE p.id <> b.id
              GROUP BY p.id, 1, 2 ORDER BY 3 DESC, 1 LIMIT 5""",
              DemoQuestion.LOOKUP,
              """
              SELECT p.title, d.title, s.company, p.launched_on,
                (SELECT COUNT(DISTINCT c.id)
                 FROM core.order_items i
                 JOIN core.orders o ON o.id = i.order_id
                 JOIN core.customers c ON c.id = o.cust_id
                 WHERE i.product_id = p.id)
              FROM core.products p
              LEFT JOIN core.categories k ON k.id = p.category_id
              LEFT JOIN core.categories d ON d.id = k.parent_id
              LEFT JOIN ref.suppliers s ON s.code = p.supplier_cd
              ORDER BY 5, 1 LIMIT 9"""));

  @TempDir private Path folder;

  private static List<List<String>> rows(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<List<String>> all = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        all.add(row);
      }
      return all;
    }
  }

  @Test
  void everyQuestionIsAskedExplainedAndAnswered() {
    CliRun run = CliRun.of("demo", folder.resolve("shop").toString());
    assertEquals(Main.FINE, run.exitCode(), run.err());
    assertEquals("", run.err());
    int at = 0;
    for (DemoQuestion question : DemoQuestion.values()) {
      for (String part :
          List.of(question.headline(), "You write:", "The warehouse runs:", "It answers:")) {
        int found = run.out().indexOf(part, at);
        assertTrue(found >= at, part + " in\n" + run.out());
        at = found;
      }
    }
    assertTrue(run.out().contains("larder.core.orders"), "the warehouse's SQL");
    assertTrue(run.out().contains("3,174 customers"), run.out());
    assertTrue(run.out().contains("Try next"), run.out());
    assertTrue(run.out().contains("jdbc:calque:" + folder), run.out());
  }

  @Test
  void answersAreThoseOfSqlWrittenByHand() throws IOException, SQLException {
    for (DemoQuestion question : DemoQuestion.values()) {
      List<List<String>> answer = rows("jdbc:calque:" + DemoFolder.path(), question.sql());
      assertEquals(
          rows("jdbc:duckdb:" + DemoFolder.path().resolve("larder.duckdb"), BY_HAND.get(question)),
          answer,
          question.name());
    }
  }

  @Test
  void aSecondRunKeepsWhatIsThere() throws IOException {
    String shop = folder.resolve("shop").toString();
    CliRun.of("demo", shop);
    Path file = folder.resolve("shop/entities/customer.yml");
    String mine = Files.readString(file) + "# mine\n";
    Files.writeString(file, mine);
    CliRun run = CliRun.of("demo", shop);
    assertEquals(Main.FINE, run.exitCode(), run.err());
    assertEquals(mine, Files.readString(file));
  }

  @Test
  void aFolderThatIsNotADemoIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    CliRun run = CliRun.of("demo", folder.toString());
    assertEquals(Main.FAILED, run.exitCode());
    assertTrue(run.err().contains("not empty and not a demo"), run.err());
    assertEquals("", run.out());
  }
}
