package io.calque.warehouse;

import io.calque.bind.NameRules;
import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.NearestNames;
import java.util.List;
import java.util.Set;

/** The one list of warehouses that Calque knows by name; any other is treated as plain JDBC. */
public final class WarehouseEngines {
  /** The dialect where a project names neither a warehouse nor a dialect. */
  public static final String DEFAULT = "duckdb";

  /** Anything that accepts standard SQL; it takes every URL. */
  private static final WarehouseEngine OTHER =
      new JdbcEngine(
          new QuotingDialect(
              "generic",
              PlainNames.LOWER_CASE,
              StandardNames.RESERVED,
              new NameRules(
                  Set.of("unnest"),
                  NameRules.Refused.only(Set.of()),
                  StandardNames.CONSTANTS,
                  StandardNames.RESERVED),
              Aggregates.STANDARD),
          "jdbc:");

  /** In the order in which they are asked whether a URL is theirs. */
  private static final List<WarehouseEngine> ALL =
      List.of(
          new DuckDbEngine(),
          new PostgresEngine(),
          new TrinoEngine(),
          MySqlEngine.mariaDb(),
          MySqlEngine.mySql(),
          new SqlServerEngine(),
          new ClickHouseEngine(),
          new JdbcEngine(new SnowflakeDialect(), "jdbc:snowflake:"),
          new JdbcEngine(new BigQueryDialect(), "jdbc:bigquery:"),
          new JdbcEngine(new DatabricksDialect(), "jdbc:databricks:", "jdbc:spark:", "jdbc:hive2:"),
          new JdbcEngine(new RedshiftDialect(), "jdbc:redshift:"),
          OTHER);

  private WarehouseEngines() {}

  /** The names of all dialects. */
  public static List<String> names() {
    return ALL.stream().map(engine -> engine.dialect().name()).toList();
  }

  /**
   * The dialect of that name, for compiling without a warehouse.
   *
   * @throws CalqueException if there is none
   */
  public static WarehouseDialect dialect(String name) {
    return named(name).dialect();
  }

  private static WarehouseEngine named(String name) {
    return ALL.stream()
        .filter(engine -> engine.dialect().name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                CalqueException.of(
                    ErrorCode.BAD_PROJECT,
                    "there is no dialect %s%s; known are %s"
                        .formatted(
                            name, NearestNames.hint(name, names()), String.join(", ", names()))));
  }

  /** The engine of the dialect that the settings name, else the one that takes their URL. */
  static WarehouseEngine of(WarehouseSettings settings) {
    return settings.dialect().map(WarehouseEngines::named).orElseGet(() -> forUrl(settings.url()));
  }

  /** The dialect of whatever warehouse a JDBC URL is of. */
  public static WarehouseDialect dialectOf(String url) {
    return forUrl(url).dialect();
  }

  private static WarehouseEngine forUrl(String url) {
    return ALL.stream()
        .filter(engine -> engine.accepts(url))
        .findFirst()
        .orElseThrow(
            () ->
                CalqueException.of(
                    ErrorCode.WAREHOUSE_UNREACHABLE,
                    "the warehouse's URL has to begin with jdbc:, as in jdbc:duckdb:shop.duckdb"));
  }
}
