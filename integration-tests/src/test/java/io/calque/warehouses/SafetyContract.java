package io.calque.warehouses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors with their code and SQLSTATE; nothing but queries, and nothing but the model. */
public abstract class SafetyContract {
  private final ContractProject project;

  protected SafetyContract(ContractProject project) {
    this.project = project;
  }

  @Test
  void errorsOfTheWarehouse() {
    project.error(700, "42883", "SELECT nosuchfunction(id) FROM buyer");
    SQLException error =
        assertThrows(
            SQLException.class,
            () -> project.rows("SELECT " + failing("city = 'Ulm'") + " FROM buyer"));
    assertEquals(700, error.getErrorCode());
    assertTrue(error.getSQLState().startsWith("22"), error.getSQLState() + error.getMessage());
    assertTrue(error.getCause() instanceof SQLException);
    if (project.warehouse().checksTypes()) {
      SQLException type =
          assertThrows(
              SQLException.class,
              () -> project.rows("SELECT id FROM buyer WHERE city + 1 = DATE '2024-01-01'"));
      assertEquals("42", type.getSQLState().substring(0, 2), type.getMessage());
    }
  }

  private String failing(String condition) {
    return project.warehouse().failing(condition);
  }

  @Test
  void errorsOfCalque() {
    project.error(200, "42P01", "SELECT 1 FROM buyers");
    project.error(201, "42703", "SELECT town FROM buyer");
    project.error(300, "42P17", "SELECT 1 FROM line l JOIN hobby h");
    project.error(100, "42601", "SELECT id FROM buyer WHERE");
    project.error(102, "42601", "SELECT 1; SELECT 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM buyer",
        "INSERT INTO buyer VALUES (1)",
        "CREATE TABLE x AS SELECT * FROM buyer",
        "DROP TABLE fair.market.buyers",
        "COPY buyer TO '/tmp/x'",
        "CALL system.runtime.kill_query('x')",
        "SET ROLE admin",
        "SET SESSION query_max_run_time = '1s'",
        "RESET SESSION query_max_run_time",
        "USE fair.market",
        "SHOW TABLES",
        "PREPARE x FROM SELECT 1",
        "EXECUTE x",
        "VACUUM",
        "GRANT ALL ON buyers TO x",
        "WITH gone AS (DELETE FROM buyers RETURNING *) SELECT * FROM gone"
      })
  void writesAreRefused(String sql) {
    SQLException error = assertThrows(SQLException.class, () -> project.rows(sql));
    assertTrue(
        error.getMessage().contains("read-only"), error.getErrorCode() + " " + error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM buyers",
        "SELECT * FROM fair.market.buyers",
        "SELECT * FROM information_schema.tables",
        "SELECT * FROM pg_catalog.pg_class",
        "SELECT * FROM system.runtime.queries",
        "SELECT * FROM \"buyer$history\"",
        "TABLE buyers",
        "SELECT (SELECT MAX(town) FROM market.buyers) FROM buyer",
        "SELECT town FROM buyer",
        "SELECT b.no FROM buyer b",
        "SELECT ctid FROM buyer",
        "SELECT rowid FROM buyer",
        "SELECT b FROM buyer b",
        "SELECT * FROM TABLE(system.query(query => 'SELECT 1'))",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM pg_ls_dir('/')"
      })
  void onlyTheModelCanBeRead(String sql) {
    SQLException error = assertThrows(SQLException.class, () -> project.rows(sql));
    int code = error.getErrorCode();
    assertTrue(code >= 100 && code < 600, code + " " + error.getMessage());
  }

  /** What is a comment or a string to Calque is one to the warehouse. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 /* /* */ , (SELECT MAX(town) FROM fair.market.buyers) -- */ */",
        "SELECT 1 /* /* */ , (SELECT MAX(town) FROM fair.market.buyers) -- */",
        "SELECT E'\\' ' , (SELECT MAX(town) FROM fair.market.buyers) --'",
        "SELECT $$'$$, (SELECT MAX(town) FROM fair.market.buyers), $$'$$",
        "SELECT $a$'$a$, (SELECT MAX(town) FROM fair.market.buyers), $a$'$a$",
        "SELECT U&'\\' , (SELECT MAX(town) FROM fair.market.buyers) --'"
      })
  void textThatCouldMeanTwoThings(String sql) throws SQLException {
    String answer;
    try {
      answer = project.rows(sql).lines().toString();
    } catch (SQLException e) {
      answer = "";
    }
    assertTrue(!answer.contains("Ulm"), answer);
  }

  /** Through EXPLAIN and prepared statements as well. */
  @Test
  void noWayAround() {
    project.error(200, "42P01", "EXPLAIN SELECT * FROM fair.market.buyers");
    assertThrows(
        SQLException.class,
        () -> project.calque().prepareStatement("DELETE FROM buyer").executeUpdate());
  }
}
