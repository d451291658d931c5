package io.calque.warehouses;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A running warehouse with two catalogs for tests to fill. */
public interface TestWarehouse extends AutoCloseable {
  /** The name of its dialect. */
  String dialect();

  /**
   * The URL by which Calque reaches a catalog.
   *
   * @param catalog {@code fair} or {@code tpch}
   */
  String url(String catalog);

  /** What else calque.yml says under {@code warehouse:}, one line each. */
  default List<String> settings() {
    return List.of();
  }

  /**
   * A connection of its own driver, on which names without a schema are looked for in that schema.
   * The schema exists.
   */
  Connection connect(String catalog, String schema) throws SQLException;

  /** What it takes in place of a statement that makes a table or fills it. */
  default List<String> statements(String sql) {
    return List.of(sql);
  }

  /** Makes the tables of TPC-H at scale 0.01, unless they are there by themselves. */
  void loadTpch(Connection connection) throws SQLException, IOException;

  /** SQL of the tests, of data and of models, as it has to be written here. */
  default String sql(String standard) {
    return standard;
  }

  /** An expression that fails, where a condition holds, when it is evaluated. */
  default String failing(String condition) {
    return "CAST(CASE WHEN " + condition + " THEN 'x' ELSE '1' END AS INTEGER)";
  }

  /** Whether its driver tells moments in the hour that the JVM's zone leaves out in spring. */
  default boolean tellsSkippedHours() {
    return true;
  }

  /** Whether it refuses to compare what has nothing to do with each other. */
  default boolean checksTypes() {
    return true;
  }

  /** What it lacks, with the reason. */
  Map<Lack, String> lacks();

  @Override
  void close() throws IOException, SQLException;
}
