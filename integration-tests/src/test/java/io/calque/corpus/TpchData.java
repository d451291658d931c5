package io.calque.corpus;

import io.trino.tpch.TpchColumn;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The eight tables of TPC-H, generated into DuckDB with the types of the specification. */
public final class TpchData {
  /** The primary keys, as the specification has them. */
  public static final Map<String, List<String>> KEYS =
      Map.of(
          "customer", List.of("c_custkey"),
          "orders", List.of("o_orderkey"),
          "lineitem", List.of("l_orderkey", "l_linenumber"),
          "part", List.of("p_partkey"),
          "partsupp", List.of("ps_partkey", "ps_suppkey"),
          "supplier", List.of("s_suppkey"),
          "nation", List.of("n_nationkey"),
          "region", List.of("r_regionkey"));

  private TpchData() {}

  /** Creates and fills all tables; scale 1 is about 6 million line items. */
  public static void load(Connection duckDb, double scale) throws SQLException {
    for (TpchTable<?> table : TpchTable.getTables()) {
      create(duckDb, table);
      append(duckDb, table, scale, 1, 1);
    }
  }

  /** Creates an empty table. */
  public static void create(Connection duckDb, TpchTable<?> table) throws SQLException {
    List<String> definitions =
        table.getColumns().stream()
            .map(column -> column.getColumnName() + " " + type(column) + " NOT NULL")
            .toList();
    try (Statement statement = duckDb.createStatement()) {
      statement.execute(
          "CREATE TABLE " + table.getTableName() + " (" + String.join(", ", definitions) + ")");
    }
  }

  /**
   * Adds some of a table's rows.
   *
   * @param part which ones, from 1
   * @param parts how many parts make up the whole
   */
  public static <E extends TpchEntity> void append(
      Connection duckDb, TpchTable<E> table, double scale, int part, int parts)
      throws SQLException {
    List<TpchColumn<E>> columns = table.getColumns();
    try (DuckDBAppender appender =
        duckDb.unwrap(DuckDBConnection.class).createAppender("main", table.getTableName())) {
      for (E row : table.createGenerator(scale, part, parts)) {
        appender.beginRow();
        for (TpchColumn<E> column : columns) {
          append(appender, column, row);
        }
        appender.endRow();
      }
    }
  }

  /** The library calls money a double, but also gives it exactly, in cents, as an identifier. */
  private static <E extends TpchEntity> void append(
      DuckDBAppender appender, TpchColumn<E> column, E row) throws SQLException {
    switch (column.getType().getBase()) {
      case IDENTIFIER -> appender.append(column.getIdentifier(row));
      case INTEGER -> appender.append(column.getInteger(row));
      case DATE -> appender.appendEpochDays(column.getDate(row));
      case DOUBLE -> appender.appendDecimal(column.getIdentifier(row));
      case VARCHAR -> appender.append(column.getString(row));
    }
  }

  private static String type(TpchColumn<?> column) {
    return switch (column.getType().getBase()) {
      case IDENTIFIER -> "BIGINT";
      case INTEGER -> "INTEGER";
      case DATE -> "DATE";
      case DOUBLE -> "DECIMAL(15, 2)";
      case VARCHAR -> "VARCHAR";
    };
  }
}
