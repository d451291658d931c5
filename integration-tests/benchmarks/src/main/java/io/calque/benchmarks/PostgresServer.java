package io.calque.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * PostgreSQL, from the binaries that are on Maven Central.
 *
 * @param server it
 */
record PostgresServer(EmbeddedPostgres server) implements Server {
  static Server start(Settings settings) throws IOException {
    return new PostgresServer(EmbeddedPostgres.start());
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }

  @Override
  public String user() {
    return "postgres";
  }

  @Override
  public String table() {
    return "postgres.public.wide";
  }

  @Override
  public void prepare(Connection connection, int rows) throws SQLException {
    Queries.execute(
        connection,
        """
        CREATE TABLE wide AS
        SELECT n AS id, n * 7919 AS code, CAST(n AS double precision) / 3 AS amount,
          'name ' || n AS name, 'city ' || n %% 1000 AS city
        FROM generate_series(CAST(1 AS bigint), %d) AS n\
        """
            .formatted(rows),
        "VACUUM ANALYZE wide");
    // Its driver fetches everything at once outside a transaction.
    connection.setAutoCommit(false);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
