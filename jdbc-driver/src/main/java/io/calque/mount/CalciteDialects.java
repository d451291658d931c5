package io.calque.mount;

import java.util.Map;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.dialect.AnsiSqlDialect;
import org.apache.calcite.sql.dialect.DuckDBSqlDialect;
import org.apache.calcite.sql.dialect.PostgresqlSqlDialect;
import org.apache.calcite.sql.dialect.TrinoSqlDialect;

/** The one list of how Calcite writes SQL for each warehouse; standard SQL for any other. */
final class CalciteDialects {
  private static final Map<String, SqlDialect> ALL =
      Map.of(
          "duckdb", DuckDBSqlDialect.DEFAULT,
          "postgresql", PostgresqlSqlDialect.DEFAULT,
          "trino", TrinoSqlDialect.DEFAULT);

  private CalciteDialects() {}

  /** The dialect for a warehouse, by Calque's name of it. */
  static SqlDialect of(String warehouse) {
    return ALL.getOrDefault(warehouse, AnsiSqlDialect.DEFAULT);
  }
}
