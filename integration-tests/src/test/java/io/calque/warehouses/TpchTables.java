package io.calque.warehouses;

import io.trino.tpch.TpchColumn;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** TPC-H's tables at scale 0.01, as Trino's catalog of that name has them. */
final class TpchTables {
  private static final double TINY = 0.01;

  /** The warehouse's way to copy a file into a table: a line a row, {@code |} between fields. */
  @FunctionalInterface
  interface Copy {
    void copy(String table, Path lines) throws SQLException, IOException;
  }

  private TpchTables() {}

  static void load(Connection connection, Copy copy) throws SQLException, IOException {
    Path lines = Files.createTempFile("tpch", ".tbl");
    for (TpchTable<?> table : TpchTable.getTables()) {
      create(connection, table);
      try (BufferedWriter writer = Files.newBufferedWriter(lines)) {
        for (TpchEntity row : table.createGenerator(TINY, 1, 1)) {
          String line = row.toLine();
          writer.write(line, 0, line.length() - 1);
          writer.newLine();
        }
      }
      copy.copy(table.getTableName(), lines);
    }
    Files.delete(lines);
  }

  private static <E extends TpchEntity> void create(Connection connection, TpchTable<E> table)
      throws SQLException {
    List<String> columns =
        table.getColumns().stream()
            .map(column -> column.getColumnName() + " " + type(column))
            .toList();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE %s (%s)".formatted(table.getTableName(), String.join(", ", columns)));
    }
  }

  private static String type(TpchColumn<?> column) {
    return switch (column.getType().getBase()) {
      case IDENTIFIER -> "BIGINT";
      case INTEGER -> "INTEGER";
      case DATE -> "DATE";
      case DOUBLE -> "DECIMAL(12, 2)";
      case VARCHAR -> "VARCHAR";
    };
  }
}
