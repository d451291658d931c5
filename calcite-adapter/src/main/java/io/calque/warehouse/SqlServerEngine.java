package io.calque.warehouse;

import java.sql.SQLException;
import java.util.Map;

/** SQL Server. Its driver buffers no more than it has to, and streams with any fetch size. */
final class SqlServerEngine extends JdbcEngine {
  private static final Map<String, String> PROPERTIES =
      Map.of("applicationName", "Calque", "responseBuffering", "adaptive");

  /** What its error numbers mean, where the driver's SQLSTATE is its own. */
  private static final Map<Integer, String> STATES =
      Map.ofEntries(
          Map.entry(102, "42601"),
          Map.entry(105, "42601"),
          Map.entry(156, "42601"),
          Map.entry(195, "42883"),
          Map.entry(206, "42804"),
          Map.entry(207, "42703"),
          Map.entry(208, "42P01"),
          Map.entry(209, "42702"),
          Map.entry(220, "22003"),
          Map.entry(229, "42501"),
          Map.entry(230, "42501"),
          Map.entry(241, "22007"),
          Map.entry(242, "22008"),
          Map.entry(245, "22018"),
          Map.entry(512, "21000"),
          Map.entry(4104, "42703"),
          Map.entry(4121, "42883"),
          Map.entry(8114, "22018"),
          Map.entry(8115, "22003"),
          Map.entry(8134, "22012"));

  SqlServerEngine() {
    super(new SqlServerDialect(), "jdbc:sqlserver:");
  }

  @Override
  public ConnectionSource connections(WarehouseSettings settings) {
    return new DriverConnections(this, settings, PROPERTIES, false);
  }

  @Override
  public WarehouseError explain(SQLException error) {
    return VendorCodes.explain(super.explain(error), error, STATES);
  }
}
