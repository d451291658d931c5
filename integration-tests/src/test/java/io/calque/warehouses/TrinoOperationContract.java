package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A coordinator that goes down and comes back, and whose passwords change. */
@Timeout(240)
public abstract class TrinoOperationContract {
  private static final String COUNT = "SELECT COUNT(*) FROM item";
  private static final String LONG =
      "SELECT a.id FROM item a, item b, item c, item d, item e, item f, item g";

  @TempDir Path folder;

  /** The one that runs; each test leaves it running. */
  protected abstract TrinoServer server();

  private SmallProject project(String url, String... warehouse) throws IOException {
    return SmallProject.write(
        folder,
        "generator.tiny.nation",
        "n_nationkey",
        "n_name",
        """
        warehouse:
          url: '%s'
          user: ann
          %s
        """
            .formatted(url, String.join("\n  ", warehouse)));
  }

  private SmallProject project() throws IOException {
    return project("jdbc:trino://" + server().address());
  }

  private String secureUrl() {
    return "jdbc:trino://%s?SSL=true&SSLTrustStorePath=%s&SSLTrustStorePassword=%s"
        .formatted(server().secureAddress(), server().keys().path(), KeyStoreFile.PASSWORD);
  }

  private boolean letsIn(String password) throws SQLException {
    try (Connection connection = DriverManager.getConnection(secureUrl(), "ann", password)) {
      return SmallProject.value(connection, "SELECT 1").equals("1");
    } catch (SQLException e) {
      assertTrue(e.getMessage().contains("Authentication failed"), e.getMessage());
      return false;
    }
  }

  private void changePassword(String password) throws IOException, SQLException {
    server().changePassword(password);
    Instant end = Instant.now().plusSeconds(30);
    while (!letsIn(password)) {
      assertTrue(Instant.now().isBefore(end), "the server does not know the new password");
    }
  }

  /** The query that meets the new password first says so; from then on all is as before. */
  @Test
  void aPasswordThatChanges() throws IOException, SQLException {
    changePassword("first-of-ann");
    Path file = Files.writeString(folder.resolve("password.txt"), "first-of-ann\n");
    try (Connection calque = project(secureUrl(), "password_file: password.txt").connect();
        Statement open = calque.createStatement();
        ResultSet rows = open.executeQuery("SELECT id FROM item")) {
      assertEquals("25", SmallProject.value(calque, COUNT));
      changePassword("second-of-ann");
      Files.writeString(file, "second-of-ann\n");
      SQLException refused =
          assertThrows(SQLException.class, () -> SmallProject.value(calque, COUNT));
      assertEquals("28000", refused.getSQLState(), refused.getMessage());
      assertTrue(refused.getMessage().contains("Authentication failed"), refused.getMessage());
      assertFalse(refused.getMessage().contains("of-ann"), refused.getMessage());
      assertEquals("25", SmallProject.value(calque, COUNT));
      assertTrue(rows.next());
    }
  }

  @Test
  void aPasswordFromACommand() throws IOException, SQLException {
    changePassword("told-to-ann");
    try (Connection calque =
        project(secureUrl(), "password_command: [echo, told-to-ann]").connect()) {
      assertEquals("25", SmallProject.value(calque, COUNT));
    }
  }

  /**
   * Rows that were on their way do not come, and new queries say that the server is down, until it
   * is back. The driver would ask for minutes whether it is; the query's time-out ends that.
   */
  @Test
  void aServerThatGoesDownAndComesBack() throws IOException, InterruptedException, SQLException {
    try (Connection calque = project().connect();
        Statement streaming = calque.createStatement();
        Statement statement = calque.createStatement()) {
      streaming.setQueryTimeout(3);
      try (ResultSet rows = streaming.executeQuery(LONG)) {
        assertTrue(rows.next());
        server().kill();
        try {
          SQLException lost = assertThrows(SQLException.class, () -> drain(rows));
          assertTrue(
              lost.getSQLState().equals("57014") || lost.getSQLState().startsWith("08"),
              lost.getSQLState() + " " + lost.getMessage());
          SQLException down = assertThrows(SQLException.class, () -> statement.executeQuery(COUNT));
          assertEquals("08", down.getSQLState().substring(0, 2), down.getMessage());
          assertTrue(down.getMessage().contains(server().address()), down.getMessage());
        } finally {
          server().start();
        }
      }
      try (ResultSet rows = statement.executeQuery(COUNT)) {
        assertTrue(rows.next());
        assertEquals(25, rows.getInt(1));
      }
    }
  }

  private static void drain(ResultSet rows) throws SQLException {
    while (rows.next()) {
      rows.getInt(1);
    }
  }

  /** What was begun and came to an end without an answer is not begun again. */
  @Test
  void nothingRunsTwice() throws IOException, SQLException {
    String mine = "source = 'Calque' AND query LIKE '%987654%'";
    try (Connection calque = project().connect();
        Connection trino =
            DriverManager.getConnection("jdbc:trino://" + server().address() + "?user=ann");
        Statement statement = calque.createStatement();
        ResultSet rows = statement.executeQuery(LONG + " WHERE a.id + b.id < 987654")) {
      assertTrue(rows.next());
      String id =
          SmallProject.value(trino, "SELECT query_id FROM system.runtime.queries WHERE " + mine);
      try (Statement killing = trino.createStatement()) {
        killing.execute("CALL system.runtime.kill_query('" + id + "', 'for a test')");
      }
      SQLException killed = assertThrows(SQLException.class, () -> drain(rows));
      assertEquals(700, killed.getErrorCode(), killed.getMessage());
      assertTrue(killed.getMessage().contains("for a test"), killed.getMessage());
      assertEquals(
          "1",
          SmallProject.value(trino, "SELECT count(*) FROM system.runtime.queries WHERE " + mine));
      assertEquals("25", SmallProject.value(calque, COUNT));
    }
  }

  @Test
  void aServerThatIsNotThere() throws IOException {
    SmallProject project = project("jdbc:trino://127.0.0.1:1");
    SQLException down =
        assertThrows(
            SQLException.class,
            () -> {
              try (Connection calque = project.connect()) {
                SmallProject.value(calque, COUNT);
              }
            });
    assertEquals("08", down.getSQLState().substring(0, 2), down.getMessage());
    assertTrue(down.getMessage().contains("127.0.0.1:1"), down.getMessage());
  }
}
