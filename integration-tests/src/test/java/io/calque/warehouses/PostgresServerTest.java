package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that goes down and comes back, and whose passwords change. */
class PostgresServerTest {
  private static final String COUNT = "SELECT COUNT(*) FROM item";

  @TempDir Path folder;
  @TempDir Path data;
  private int port;
  private EmbeddedPostgres server;

  @BeforeEach
  void start() throws IOException, SQLException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server = started();
    run(
        "CREATE TABLE items (id INTEGER, name TEXT)",
        "INSERT INTO items VALUES (1, 'a'), (2, 'b')");
  }

  private EmbeddedPostgres started() {
    return Postgres.server(
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(data.resolve("pg"))
            .setCleanDataDirectory(false));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private void run(String... statements) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private SmallProject project(String... warehouse) throws IOException {
    return SmallProject.write(
        folder,
        "public.items",
        "warehouse:\n  url: jdbc:postgresql://localhost:%d/postgres\n  %s\n"
            .formatted(port, String.join("\n  ", warehouse)));
  }

  /** Calque says so, and goes on without a restart when it is back. */
  @Test
  void aServerThatWasDown() throws IOException, SQLException {
    SmallProject project = project("user: postgres", "pool: {connectionTimeout: 1000}");
    try (Connection calque = project.connect()) {
      assertEquals("2", SmallProject.value(calque, COUNT));
      server.close();
      SQLException broken =
          assertThrows(SQLException.class, () -> SmallProject.value(calque, COUNT));
      assertEquals("08", broken.getSQLState().substring(0, 2), broken.getMessage());
      SQLException down = assertThrows(SQLException.class, () -> SmallProject.value(calque, COUNT));
      assertEquals("08001", down.getSQLState());
      assertTrue(
          down.getMessage().contains("jdbc:postgresql://localhost:" + port), down.getMessage());
      assertTrue(down.getMessage().contains("refused"), down.getMessage());
      server = started();
      assertEquals("2", SmallProject.value(calque, COUNT));
    }
  }

  @Test
  void aServerThatIsDownFromTheStart() throws IOException {
    SmallProject project = project("user: postgres");
    server.close();
    SQLException down = assertThrows(SQLException.class, project::connect);
    assertEquals(605, down.getErrorCode());
    assertTrue(down.getMessage().contains("cannot be reached"), down.getMessage());
    server = started();
  }

  /** What ran is not run again by Calque: the error says what happened, the next query goes on. */
  @Test
  void aConnectionThatIsLostMidway() throws IOException, SQLException {
    run("INSERT INTO items SELECT g, 'more' FROM generate_series(3, 20000) g");
    try (Connection calque = project("user: postgres").connect();
        Statement statement = calque.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM item")) {
      assertTrue(rows.next());
      run(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Calque'");
      SQLException lost =
          assertThrows(
              SQLException.class,
              () -> {
                while (rows.next()) {
                  rows.getInt(1);
                }
              });
      assertTrue(
          lost.getSQLState().equals("57P01") || lost.getSQLState().startsWith("08"),
          lost.getSQLState());
      assertEquals("20000", SmallProject.value(calque, COUNT));
    }
  }

  /** New connections are made with the password as it is then; those that are open stay. */
  @Test
  void aPasswordThatChanges() throws IOException, SQLException {
    run(
        "CREATE ROLE reader LOGIN PASSWORD 'first'",
        "GRANT SELECT ON items TO reader",
        "CREATE ROLE other LOGIN PASSWORD 'fixed'");
    requirePasswords();
    Path file = Files.writeString(folder.resolve("password.txt"), "first\n");
    try (Connection calque =
        project("user: reader", "password_file: password.txt", "pool: {maximumPoolSize: 1}")
            .connect()) {
      assertEquals("2", SmallProject.value(calque, COUNT));
      run("ALTER ROLE reader PASSWORD 'second'");
      Files.writeString(file, "second\n");
      run(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Calque'");
      assertThrows(SQLException.class, () -> SmallProject.value(calque, COUNT));
      assertEquals("2", SmallProject.value(calque, COUNT));
    }
  }

  @Test
  void aPasswordFromACommand() throws IOException, SQLException {
    run("CREATE ROLE reader LOGIN PASSWORD 'told'", "GRANT SELECT ON items TO reader");
    requirePasswords();
    try (Connection calque = project("user: reader", "password_command: [echo, told]").connect()) {
      assertEquals("2", SmallProject.value(calque, COUNT));
    }
    SQLException wrong =
        assertThrows(
            SQLException.class,
            () -> project("user: reader", "password_command: [echo, secret-guess]").connect());
    assertEquals(605, wrong.getErrorCode());
    assertFalse(wrong.getMessage().contains("secret-guess"), wrong.getMessage());
    SQLException failed =
        assertThrows(
            SQLException.class,
            () -> project("user: reader", "password_command: ['false']").connect());
    assertTrue(failed.getMessage().contains("password command false ended"), failed.getMessage());
  }

  private void requirePasswords() throws IOException, SQLException {
    Files.writeString(
        data.resolve("pg/pg_hba.conf"),
        """
        local all postgres trust
        host all postgres all trust
        host all all all scram-sha-256
        """);
    run("SELECT pg_reload_conf()");
  }
}
