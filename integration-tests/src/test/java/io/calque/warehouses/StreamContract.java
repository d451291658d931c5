package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Long results: memory, cancelling, time-outs, errors midway, many at once. */
@Timeout(120)
public abstract class StreamContract {
  /** Nine rows to the power of nine, 387 million. */
  private static final String LONG =
      "SELECT a.id, b.id, c.quantity FROM line a, line b, line c, line d, line e, line f, line g,"
          + " line h, line i";

  /** Would take hours before its first row. */
  private static final String ENDLESS =
      "SELECT COUNT(*) FROM line a, line b, line c, line d, line e, line f, line g, line h, line i,"
          + " line j, line k, line l WHERE a.id + b.id + c.id + d.id + e.id + f.id + g.id + h.id +"
          + " i.id + j.id + k.id + l.id = 1296";

  /** Nine rows, then none for hours. */
  private static final String RARE = "SELECT id FROM line UNION ALL " + ENDLESS;

  private final ContractProject project;
  private ExecutorService others;

  protected StreamContract(ContractProject project) {
    this.project = project;
  }

  @BeforeEach
  void start() {
    others = Executors.newCachedThreadPool();
  }

  @AfterEach
  void stop() {
    others.shutdownNow();
  }

  private Statement statement() throws SQLException {
    return project.calque().createStatement();
  }

  @Test
  void streamsWithoutKeepingRows() throws SQLException {
    try (Statement statement = statement();
        ResultSet rows = statement.executeQuery(LONG)) {
      long before = used();
      for (int i = 0; i < 600_000; i++) {
        assertTrue(rows.next());
      }
      assertTrue(used() - before < 60_000_000, "heap grew by " + (used() - before));
      assertTimeout(Duration.ofSeconds(5), rows::close);
      assertUsable(statement);
    }
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void cancelsWhileExecuting() throws Exception {
    try (Statement statement = statement()) {
      Future<?> cancelled = cancelSoon(statement);
      SQLException error = assertThrows(SQLException.class, () -> drain(statement, ENDLESS));
      assertEquals("57014", error.getSQLState(), error.getMessage());
      assertEquals(701, error.getErrorCode(), error.getMessage());
      cancelled.get();
      assertUsable(statement);
    }
  }

  @Test
  void cancelsMidStream() throws Exception {
    try (Statement statement = statement();
        ResultSet rows = statement.executeQuery(LONG)) {
      assertTrue(rows.next());
      Future<?> cancelled = cancelSoon(statement);
      SQLException error = assertThrows(SQLException.class, () -> drain(rows));
      assertEquals("57014", error.getSQLState(), error.getMessage());
      assertEquals(701, error.getErrorCode(), error.getMessage());
      cancelled.get();
      assertUsable(statement);
    }
  }

  @Test
  void timesOutWhileExecuting() throws SQLException {
    try (Statement statement = statement()) {
      statement.setQueryTimeout(1);
      SQLTimeoutException error =
          assertThrows(SQLTimeoutException.class, () -> drain(statement, ENDLESS));
      assertEquals("57014", error.getSQLState());
      assertEquals(702, error.getErrorCode());
      statement.setQueryTimeout(0);
      assertUsable(statement);
    }
  }

  /** While the warehouse looks for a row that does not come. */
  @Test
  void timesOutMidStream() throws SQLException {
    try (Statement statement = statement()) {
      statement.setQueryTimeout(2);
      statement.setFetchSize(3);
      SQLTimeoutException error =
          assertThrows(SQLTimeoutException.class, () -> drain(statement, RARE));
      assertEquals("57014", error.getSQLState());
      statement.setQueryTimeout(0);
      assertUsable(statement);
    }
  }

  @Test
  void errorsMidStreamKeepTheirMeaning() throws SQLException {
    String sql =
        "SELECT %s FROM line a, line b, line c, line d"
            .formatted(project.warehouse().failing("a.id = 108 AND b.id = 108 AND c.id = 108"));
    try (Statement statement = statement()) {
      SQLException error = assertThrows(SQLException.class, () -> drain(statement, sql));
      assertEquals(700, error.getErrorCode(), error.getMessage());
      assertTrue(error.getSQLState().startsWith("22"), error.getSQLState());
      assertUsable(statement);
    }
  }

  @Test
  void manyResultsAreOpenAtOnce() throws SQLException {
    List<ResultSet> open = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        open.add(statement().executeQuery("SELECT " + i + " + id FROM line ORDER BY id"));
      }
      for (int i = 0; i < open.size(); i++) {
        assertTrue(open.get(i).next());
        assertEquals(100 + i, open.get(i).getInt(1));
      }
    } finally {
      for (ResultSet rows : open) {
        rows.getStatement().close();
      }
    }
  }

  @Test
  void statementsOfOneConnectionRunAtTheSameTime() throws Exception {
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int number = i;
      answers.add(
          others.submit(
              () -> {
                try (Statement statement = statement();
                    ResultSet rows =
                        statement.executeQuery(
                            "SELECT " + number + " + COUNT(*) FROM line a, line b, line c")) {
                  rows.next();
                  return rows.getInt(1);
                }
              }));
    }
    for (int i = 0; i < answers.size(); i++) {
      assertEquals(729 + i, answers.get(i).get());
    }
  }

  /** Some drivers ignore it. */
  @Test
  void noMoreRowsThanWanted() throws SQLException {
    try (Statement statement = statement()) {
      statement.setMaxRows(7);
      statement.setFetchSize(3);
      int count = 0;
      try (ResultSet rows = statement.executeQuery(LONG)) {
        while (rows.next()) {
          count++;
        }
      }
      assertEquals(7, count);
    }
  }

  /** A connection comes back clean, whatever happened on it: twice as often as there are any. */
  @Test
  void connectionsComeBack() throws SQLException {
    for (int i = 0; i < 25; i++) {
      try (Statement statement = statement()) {
        assertThrows(
            SQLException.class, () -> statement.executeQuery("SELECT nofunction(id) FROM line"));
        ResultSet rows = statement.executeQuery("SELECT a.id FROM line a, line b, line c, line d");
        assertTrue(rows.next());
      }
    }
  }

  /** Some warehouses answer before they have a row. */
  private static void drain(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      drain(rows);
    }
  }

  private static void drain(ResultSet rows) throws SQLException {
    while (rows.next()) {
      rows.getObject(1);
    }
  }

  private Future<?> cancelSoon(Statement statement) {
    return others.submit(
        () -> {
          TimeUnit.MILLISECONDS.sleep(500);
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
    try (Statement statement = statement()) {
      assertUsable(statement);
      statement.cancel();
      assertUsable(statement);
    }
  }
}
