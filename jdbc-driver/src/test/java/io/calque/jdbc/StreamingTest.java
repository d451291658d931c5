package io.calque.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Long results: memory, cancelling, time-outs, many at once. */
@Timeout(60)
class StreamingTest {
  /** Runs for minutes before its first row. */
  private static final String ENDLESS =
      "SELECT count(*) FROM range(100000000000) t(a) WHERE a % 7 = 3";

  /** Gives five million rows, then none for minutes. */
  private static final String RARE =
      "SELECT range FROM range(1000000000000) WHERE range < 5000000 OR range > 999999999990";

  private static final String LONG = "SELECT range, 'row ' || range FROM range(100000000000)";

  @TempDir Path folder;
  private Connection connection;
  private ExecutorService others;

  @BeforeEach
  void connect() throws SQLException {
    connection = TestShop.in(folder).connect();
    others = Executors.newCachedThreadPool();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    others.shutdownNow();
  }

  @Test
  void streamsWithoutKeepingRows() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT range, range % 7, range / 2 FROM range(10000000)")) {
      long before = used();
      long sum = 0;
      while (rows.next()) {
        sum += rows.getLong(1);
      }
      assertEquals(9_999_999L * 5_000_000L, sum);
      assertTrue(used() - before < 100_000_000, "heap grew to " + used());
    }
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void cancelsWhileExecuting() throws Exception {
    try (Statement statement = connection.createStatement()) {
      Future<?> cancelled = cancelAfter(300, statement);
      SQLException error = assertThrows(SQLException.class, () -> statement.executeQuery(ENDLESS));
      assertEquals("57014", error.getSQLState());
      assertEquals(701, error.getErrorCode());
      cancelled.get();
      assertUsable(statement);
    }
  }

  @Test
  void cancelsMidStream() throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(LONG)) {
      assertTrue(rows.next());
      statement.cancel();
      assertEquals("57014", assertThrows(SQLException.class, rows::next).getSQLState());
      assertUsable(statement);
    }
  }

  @Test
  void cancelsWhileTheWarehouseLooksForTheNextRow() throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(RARE)) {
      Future<?> cancelled = cancelAfter(1_500, statement);
      SQLException error = assertThrows(SQLException.class, () -> drain(rows));
      assertEquals("57014", error.getSQLState());
      cancelled.get();
      assertUsable(statement);
    }
  }

  @Test
  void timesOutWhileExecutingAndMidStream() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      SQLTimeoutException executing =
          assertThrows(SQLTimeoutException.class, () -> statement.executeQuery(ENDLESS));
      assertEquals("57014", executing.getSQLState());
      assertEquals(702, executing.getErrorCode());
      try (ResultSet rows = statement.executeQuery(RARE)) {
        assertThrows(SQLTimeoutException.class, () -> drain(rows));
      }
      statement.setQueryTimeout(0);
      assertUsable(statement);
    }
  }

  /**
   * The network time-out is about waiting: a result that is read slowly is none of its business.
   */
  @Test
  void theNetworkTimeoutEndsWaitingForTheFirstRow() throws SQLException {
    connection.setNetworkTimeout(Runnable::run, 1_000);
    assertEquals(1_000, connection.getNetworkTimeout());
    try (Statement statement = connection.createStatement()) {
      assertThrows(SQLTimeoutException.class, () -> statement.executeQuery(ENDLESS));
      connection.setNetworkTimeout(Runnable::run, 0);
      assertUsable(statement);
    }
  }

  @Test
  void theNetworkTimeoutEndsWaitingForALaterRow() throws SQLException {
    connection.setNetworkTimeout(Runnable::run, 1_000);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(RARE)) {
      SQLTimeoutException stalled = assertThrows(SQLTimeoutException.class, () -> drain(rows));
      assertEquals("57014", stalled.getSQLState());
      assertEquals(702, stalled.getErrorCode());
    }
    try (Statement statement = connection.createStatement()) {
      assertUsable(statement);
    }
  }

  @Test
  void abortEndsWhatAnotherThreadWaitsFor() throws Exception {
    try (Statement statement = connection.createStatement()) {
      Future<?> aborted =
          others.submit(
              () -> {
                TimeUnit.MILLISECONDS.sleep(300);
                connection.abort(Runnable::run);
                return null;
              });
      SQLException ended = assertThrows(SQLException.class, () -> statement.executeQuery(ENDLESS));
      assertEquals("57014", ended.getSQLState(), ended.getMessage());
      aborted.get();
      assertTrue(connection.isClosed() && statement.isClosed());
    }
  }

  @Test
  void closingAHalfReadResultIsQuick() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery(RARE);
      assertTrue(rows.next());
      assertTimeout(Duration.ofSeconds(2), rows::close);
      assertUsable(statement);
    }
  }

  @Test
  void manyResultsAreOpenAtOnce() throws SQLException {
    List<ResultSet> open = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      open.add(
          connection.createStatement().executeQuery("SELECT " + i + " + range FROM range(9999)"));
    }
    for (int i = 0; i < open.size(); i++) {
      assertTrue(open.get(i).next());
      assertEquals(i, open.get(i).getInt(1));
    }
  }

  @Test
  void threadsShareAConnection() throws Exception {
    List<Future<Long>> sums = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      sums.add(
          others.submit(
              () -> {
                long sum = 0;
                for (int j = 0; j < 25; j++) {
                  try (Statement statement = connection.createStatement();
                      ResultSet rows = statement.executeQuery("SELECT * FROM range(1000)")) {
                    while (rows.next()) {
                      sum += rows.getLong(1);
                    }
                  }
                }
                return sum;
              }));
    }
    for (Future<Long> sum : sums) {
      assertEquals(25 * 499_500L, sum.get());
    }
  }

  @Test
  void errorsMidStreamKeepTheirMeaning() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT CASE WHEN range = 9500000 THEN CAST('a' || range AS INT) ELSE 1 END"
                    + " FROM range(20000000)")) {
      SQLException error = assertThrows(SQLException.class, () -> drain(rows));
      assertEquals("22018", error.getSQLState(), error.getMessage());
    }
  }

  private static void drain(ResultSet rows) throws SQLException {
    while (rows.next()) {
      rows.getLong(1);
    }
  }

  private Future<?> cancelAfter(long millis, Statement statement) {
    return others.submit(
        () -> {
          TimeUnit.MILLISECONDS.sleep(millis);
          statement.cancel();
          return null;
        });
  }

  private static void assertUsable(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT 42")) {
      assertTrue(rows.next());
      assertEquals(42, rows.getInt(1));
    }
  }

  @Test
  void aCancelThatComesTooLateHitsNothing() throws SQLException, ExecutionException {
    try (Statement statement = connection.createStatement()) {
      assertUsable(statement);
      statement.cancel();
      assertUsable(statement);
    }
  }
}
