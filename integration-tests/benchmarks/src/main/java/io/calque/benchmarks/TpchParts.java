package io.calque.benchmarks;

import io.calque.corpus.TpchData;
import io.trino.tpch.TpchTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duckdb.DuckDBConnection;

/**
 * Fills the tables of TPC-H in parts, on all cores. A part is there or not, and the database itself
 * tells which, so a run that was broken off is gone on with.
 *
 * @param table whose rows
 * @param number of this part, from 1
 * @param parts of that table
 */
record TpchParts(TpchTable<?> table, int number, int parts) {
  private static final int PARTS_FOR_SCALE_1 = 10;

  static void load(Connection duckDb, double scale) throws SQLException {
    if (labels(duckDb, "SELECT table_name FROM duckdb_tables() WHERE table_name = 'parts'")
        .isEmpty()) {
      for (TpchTable<?> table : TpchTable.getTables()) {
        TpchData.create(duckDb, table);
      }
      Queries.execute(duckDb, "CREATE TABLE parts (label VARCHAR)");
    }
    Set<String> loaded = labels(duckDb, "SELECT label FROM parts");
    List<TpchParts> missing =
        all(scale).stream().filter(part -> !loaded.contains(part.label())).toList();
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<?>> running = new ArrayList<>();
      for (TpchParts part : missing) {
        running.add(threads.submit(() -> part.append(duckDb, scale)));
      }
      for (int i = 0; i < running.size(); i++) {
        running.get(i).get();
        if (i % PARTS_FOR_SCALE_1 == PARTS_FOR_SCALE_1 - 1) {
          System.out.printf("TPC-H at scale %s: part %d of %d%n", scale, i + 1, missing.size());
        }
      }
    } catch (ExecutionException e) {
      throw new SQLException("TPC-H cannot be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
    Queries.execute(duckDb, "DROP TABLE parts");
  }

  private static List<TpchParts> all(double scale) {
    int parts = (int) Math.max(1, Math.ceil(PARTS_FOR_SCALE_1 * scale));
    List<TpchParts> all = new ArrayList<>();
    for (TpchTable<?> table : TpchTable.getTables()) {
      for (int part = 1; part <= parts; part++) {
        all.add(new TpchParts(table, part, parts));
      }
    }
    return all;
  }

  private static Set<String> labels(Connection duckDb, String sql) throws SQLException {
    Set<String> labels = new LinkedHashSet<>();
    try (Statement statement = duckDb.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        labels.add(rows.getString(1));
      }
    }
    return labels;
  }

  private String label() {
    return table.getTableName() + " " + number + " of " + parts;
  }

  /** Adds this part and the note that it is there, or neither. */
  private Void append(Connection duckDb, double scale) throws SQLException {
    try (Connection connection = duckDb.unwrap(DuckDBConnection.class).duplicate()) {
      connection.setAutoCommit(false);
      TpchData.append(connection, table, scale, number, parts);
      Queries.execute(connection, "INSERT INTO parts VALUES ('" + label() + "')");
      connection.commit();
    }
    return null;
  }
}
