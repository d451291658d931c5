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
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that goes down and comes back, and whose passwords change. */
@Timeout(120)
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

  /** Each run takes a number, so the numbers tell how often it ran. */
  @Test
  void nothingRunsTwice() throws IOException, SQLException {
    run(
        "CREATE SEQUENCE runs",
        "CREATE FUNCTION noted() RETURNS boolean LANGUAGE sql VOLATILE AS $$ SELECT nextval('runs') > 0 $$",
        "CREATE TABLE many AS SELECT g AS id, 'more' AS name FROM generate_series(1, 20000) g",
        "CREATE VIEW noting AS SELECT id, name FROM many, (SELECT noted() AS n OFFSET 0) t WHERE n");
    SmallProject project =
        SmallProject.write(
            folder,
            "public.noting",
            """
            warehouse:
              url: jdbc:postgresql://localhost:%d/postgres
              user: postgres
              properties: {readOnlyMode: ignore}
            """
                .formatted(port));
    try (Connection calque = project.connect();
        Statement statement = calque.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM item")) {
      assertTrue(rows.next());
      run(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Calque'");
      assertThrows(
          SQLException.class,
          () -> {
            while (rows.next()) {
              rows.getInt(1);
            }
          });
    }
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      assertEquals("1", SmallProject.value(connection, "SELECT last_value FROM runs"));
      assertEquals("2", SmallProject.value(connection, "SELECT nextval('runs')"));
    }
  }

  /** Under HikariCP's own names. */
  @Test
  void settingsOfThePool() throws IOException, SQLException {
    try (Connection calque =
            project(
                    "user: postgres",
                    "pool: {minimumIdle: 3, maxLifetime: 60000, keepaliveTime: 30000, validationTimeout: 500}")
                .connect();
        Connection tables = server.getPostgresDatabase().getConnection()) {
      assertEquals("2", SmallProject.value(calque, COUNT));
      String open = "SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = 'Calque'";
      Instant end = Instant.now().plusSeconds(30);
      while (!SmallProject.value(tables, open).equals("3")) {
        assertTrue(Instant.now().isBefore(end), "minimumIdle is not heeded");
      }
    }
    SQLException invalid =
        assertThrows(
            SQLException.class,
            () ->
                project("user: postgres", "pool: {connectionTestQuery: SELECT * FROM nowhere}")
                    .connect());
    assertTrue(invalid.getMessage().contains("nowhere"), invalid.getMessage());
    SQLException unknown =
        assertThrows(
            SQLException.class,
            () -> project("user: postgres", "pool: {maxLifeTme: 60000}").connect());
    assertTrue(unknown.getMessage().contains("maxLifetime"), unknown.getMessage());
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
