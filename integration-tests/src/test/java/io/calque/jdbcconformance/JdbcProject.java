package io.calque.jdbcconformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A project with one entity that has a feature of each type of the warehouse.
 *
 * @param url its JDBC URL
 */
record JdbcProject(String url) {
  private static final String COLUMNS =
      """
      id INTEGER, small SMALLINT, big BIGINT, huge HUGEINT, amount DECIMAL(10,2), ratio DOUBLE,
      name VARCHAR, flag BOOLEAN, day DATE, clock TIME, moment TIMESTAMP, instant TIMESTAMPTZ,
      code UUID, bytes BLOB, colour ENUM('red', 'green'), items INTEGER[], pair STRUCT(a INTEGER,
      b VARCHAR), mapping MAP(VARCHAR, INTEGER), span INTERVAL, doc JSON, bits BIT, unsigned UBIGINT,
      single FLOAT
      """;

  private static final String ROW =
      """
      INSERT INTO things VALUES (1, 2, 3000000000, 170141183460469231731687303715884105727, 12.50,
      0.5, 'one', true, '2024-02-29', '10:11:12.123456', '2024-02-29 10:11:12.123456',
      '2024-02-29 10:11:12.123456+02', '90323d68-528d-4ef0-9df9-5b9373b0238d', '\\x01\\x02', 'red',
      [1, NULL, 3], {'a': 7, 'b': 'x'}, MAP {'k': 1}, INTERVAL '3 days', '{"a": 1}', '101',
      18446744073709551615, 1.5)
      """;

  /** Makes the project in a folder. */
  static JdbcProject in(Path folder) throws SQLException, IOException {
    Path file = folder.resolve("things.duckdb");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE things(" + COLUMNS + ")");
      statement.execute(ROW);
      statement.execute("INSERT INTO things(id) VALUES (2)");
    }
    Files.writeString(
        folder.resolve("calque.yml"),
        "name: things\nwarehouse: {url: 'jdbc:duckdb:things.duckdb'}\n");
    StringBuilder yaml =
        new StringBuilder("name: thing\nkey_source: things\nkeys: [id]\nfeatures:\n");
    for (String column : COLUMNS.replaceAll("\\([^)]*\\)", "").split(",")) {
      String name = column.strip().split("\\s+")[0];
      yaml.append("  - {name: %s, type: field, source: things, field: %s}\n".formatted(name, name));
    }
    yaml.append("metrics:\n  - {name: things, sql: 'COUNT(*)'}\n");
    Files.createDirectories(folder.resolve("entities"));
    Files.writeString(folder.resolve("entities").resolve("thing.yml"), yaml.toString());
    return new JdbcProject("jdbc:calque:" + folder);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }
}
