package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.project.ProjectParts.ModelProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What connections share, what they never share, and when it is all gone. */
class SharingTest {
  @TempDir Path folder;

  @Test
  void equalRequestsShareOneProject() throws SQLException {
    TestShop shop = TestShop.in(folder);
    try (Connection first = shop.connect();
        Connection second = shop.connect();
        Connection third =
            new Driver(shop.projects())
                .connect("jdbc:calque:" + folder.resolve("../" + folder.getFileName()), null)) {
      assertEquals(1, shop.projects().size());
      assertEquals(1, shop.projects().warehouses());
      assertTrue(first.isValid(0) && second.isValid(0) && third.isValid(0));
    }
    assertEquals(0, shop.projects().size());
    assertEquals(0, shop.projects().warehouses());
  }

  @Test
  void otherCredentialsShareNothing() throws SQLException {
    TestShop shop = TestShop.in(folder);
    try (Connection ann = shop.connect(";user=ann;password=a");
        Connection bob = shop.connect(";user=bob;password=b")) {
      assertEquals(2, shop.projects().size());
      assertEquals(2, shop.projects().warehouses());
      assertTrue(ann.isValid(0) && bob.isValid(0));
      assertFalse(ann.getMetaData().getURL().contains("password"));
      assertEquals("ann", ann.getMetaData().getUserName());
    }
  }

  @Test
  void theFileIsFreeAfterTheLastClose() throws SQLException {
    TestShop shop = TestShop.in(folder);
    Connection first = shop.connect();
    Connection second = shop.connect();
    ResultSet open = second.createStatement().executeQuery("SELECT * FROM range(1000000)");
    assertTrue(open.next());
    first.close();
    assertThrows(
        SQLException.class, () -> DriverManager.getConnection("jdbc:duckdb:" + shop.file()));
    second.close();
    TestShop.sql(shop.file(), "CREATE TABLE written AS SELECT 1 AS a");
    try (Connection again = shop.connect();
        ResultSet rows = again.createStatement().executeQuery("SELECT a FROM written")) {
      assertTrue(rows.next());
    }
  }

  private static final List<ModelProblem> ERROR =
      List.of(new ModelProblem(true, "customer.yml:1:1: error: no"));

  /** The warehouse is opened while the model is read. */
  @Test
  void aModelWithErrorsLeavesNoWarehouseOpen() throws SQLException {
    TestShop shop = TestShop.in(folder, ERROR, Map.of());
    SQLException refusal = assertThrows(SQLException.class, shop::connect);
    assertTrue(refusal.getMessage().contains("customer.yml:1:1"), refusal.getMessage());
    assertEquals(0, shop.projects().warehouses());
    TestShop.sql(shop.file(), "CREATE TABLE written AS SELECT 1 AS a");
  }

  @Test
  void aModelsErrorsAreToldBeforeThatItsWarehouseIsNotThere() throws SQLException, IOException {
    TestShop sound = TestShop.in(folder);
    Files.delete(sound.file());
    SQLException absent = assertThrows(SQLException.class, sound::connect);
    assertEquals("08001", absent.getSQLState(), absent.getMessage());
    TestShop broken = TestShop.in(folder, ERROR, Map.of());
    Files.delete(broken.file());
    SQLException refusal = assertThrows(SQLException.class, broken::connect);
    assertTrue(refusal.getMessage().contains("customer.yml:1:1"), refusal.getMessage());
  }

  @Test
  void anotherProcessCanReadAtTheSameTimeAndWriteAfterwards()
      throws SQLException, IOException, InterruptedException {
    TestShop shop = TestShop.in(folder);
    try (Connection connection = shop.connect()) {
      assertEquals(0, inAnotherProcess(shop.file(), true), "reading beside an open connection");
      assertTrue(inAnotherProcess(shop.file(), false) != 0, "writing beside an open connection");
      assertTrue(connection.isValid(0));
    }
    assertEquals(0, inAnotherProcess(shop.file(), false), "writing after the last close");
  }

  /** Opens a file in a new JVM and returns its exit code. */
  private int inAnotherProcess(Path file, boolean readOnly)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(OpenFile.class.getName());
    command.add(file.toString());
    command.add(String.valueOf(readOnly));
    Path output = folder.resolve("output.txt");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
  }

  /** What the other process runs. */
  static final class OpenFile {
    private OpenFile() {}

    public static void main(String[] arguments) throws SQLException {
      Properties properties = new Properties();
      properties.setProperty("duckdb.read_only", arguments[1]);
      DriverManager.getConnection("jdbc:duckdb:" + arguments[0], properties).close();
    }
  }

  @Test
  void initRunsOnEachConnectionAndAttachedDatabasesCanBeRead() throws SQLException, IOException {
    TestShop shop = TestShop.in(folder);
    TestShop.sql(folder.resolve("more.duckdb"), "CREATE TABLE extra AS SELECT 7 AS a");
    Files.writeString(
        folder.resolve("calque.yml"),
        """
        warehouse:
          url: jdbc:duckdb:shop.duckdb
          init:
            - ATTACH '%s' AS more (READ_ONLY)
            - USE more
        """
            .formatted(folder.resolve("more.duckdb")));
    try (Connection connection = shop.connect();
        Statement one = connection.createStatement();
        Statement two = connection.createStatement();
        ResultSet first = one.executeQuery("SELECT a FROM extra, range(100000)");
        ResultSet second = two.executeQuery("SELECT a FROM extra")) {
      assertTrue(first.next() && second.next());
      assertEquals(7, second.getInt(1));
    }
  }

  @Test
  void aMemoryDatabaseIsOneForAllConnectionsOfThePool() throws SQLException, IOException {
    TestShop shop = TestShop.in(folder);
    Files.writeString(
        folder.resolve("calque.yml"),
        "warehouse: {url: 'jdbc:duckdb:', init: [CREATE TABLE t AS SELECT 42 AS a]}");
    try (Connection connection = shop.connect();
        Statement one = connection.createStatement();
        Statement two = connection.createStatement();
        ResultSet first = one.executeQuery("SELECT a FROM t, range(100000)");
        ResultSet second = two.executeQuery("SELECT a FROM t")) {
      assertTrue(first.next() && second.next());
      assertEquals(42, second.getInt(1));
    }
  }

  @Test
  void aFullPoolIsAClearError() throws SQLException, IOException {
    TestShop shop = TestShop.in(folder);
    Files.writeString(
        folder.resolve("calque.yml"),
        "warehouse: {url: 'jdbc:duckdb:shop.duckdb',"
            + " pool: {maximumPoolSize: 2, connectionTimeout: 300}}");
    try (Connection connection = shop.connect();
        ResultSet two = connection.createStatement().executeQuery("SELECT * FROM range(1000000)")) {
      ResultSet one = connection.createStatement().executeQuery("SELECT * FROM range(1000000)");
      SQLException full =
          assertThrows(
              SQLException.class,
              () -> connection.createStatement().executeQuery("SELECT * FROM range(10)"));
      assertEquals("53300", full.getSQLState(), full.getMessage());
      assertTrue(full.getMessage().contains("maximumPoolSize"), full.getMessage());
      assertTrue(one.next() && two.next());
      one.close();
      try (ResultSet three = connection.createStatement().executeQuery("SELECT 1")) {
        assertTrue(three.next());
      }
    }
  }

  /** The truth is about the warehouse; that all others are busy is none. */
  @Test
  void aBusyPoolIsNoReasonToCallAConnectionInvalid() throws Exception {
    TestShop shop = TestShop.in(folder);
    Files.writeString(
        folder.resolve("calque.yml"),
        "name: shop\nwarehouse: {url: 'jdbc:duckdb:shop.duckdb',"
            + " pool: {maximumPoolSize: 1, connectionTimeout: 20000}}");
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM range(100000)")) {
      assertTrue(rows.next());
      assertTimeout(Duration.ofSeconds(2), () -> assertTrue(connection.isValid(1)));
      assertTimeout(Duration.ofSeconds(2), () -> assertTrue(connection.isValid(0)));
      assertTrue(rows.next());
    }
  }
}
