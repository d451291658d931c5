package io.calque.warehouse;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Trino, from version 431 on. One model may speak of tables in several catalogs. */
final class TrinoEngine extends JdbcEngine {
  /** Without it each query takes three round trips and its text has to fit into a header. */
  private static final Map<String, String> PROPERTIES =
      Map.of("explicitPrepare", "false", "source", "Calque");

  /** Of a moment in Java: to the nanosecond. */
  private static final int LONGEST_MOMENT = "2024-02-29 23:59:59.123456789".length();

  private static final DateTimeFormatter OFFSET_MOMENT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern(" xxx")
          .toFormatter(Locale.ROOT);

  TrinoEngine() {
    super(new TrinoDialect(), "jdbc:trino:");
  }

  @Override
  public ConnectionSource connections(WarehouseSettings settings) {
    return new DriverConnections(this, settings, PROPERTIES, true);
  }

  /** Intervals and addresses are classes of the driver's own. */
  @Override
  public WarehouseColumn column(ResultSetMetaData metaData, int index) throws SQLException {
    WarehouseColumn told = super.column(metaData, index);
    String type = told.typeName().toLowerCase(Locale.ROOT);
    boolean isText = type.startsWith("interval") || type.equals("ipaddress") || type.equals("json");
    return new WarehouseColumn(
        told.name(),
        isText ? Types.VARCHAR : told.jdbcType(),
        told.typeName(),
        isText ? String.class.getName() : told.className(),
        told.precision() == Integer.MAX_VALUE ? 0 : told.precision(),
        told.scale(),
        told.displaySize() == Integer.MAX_VALUE ? WarehouseColumn.UNBOUNDED : told.displaySize(),
        told.signed(),
        told.nullability(),
        false);
  }

  @Override
  public Object value(ResultSet rows, int index, WarehouseColumn column) throws SQLException {
    return switch (column.jdbcType()) {
      case Types.TIMESTAMP -> moment(rows.getString(index));
      case Types.TIMESTAMP_WITH_TIMEZONE -> {
        ZonedDateTime moment = rows.getObject(index, ZonedDateTime.class);
        yield moment == null ? null : moment.toOffsetDateTime();
      }
      default -> rows.getObject(index);
    };
  }

  /**
   * Of the classes that JDBC names, its driver knows some only with their type, one only as text.
   */
  @Override
  public void setParameter(PreparedStatement statement, int index, Object value)
      throws SQLException {
    if (value instanceof LocalDateTime) {
      statement.setObject(index, value, Types.TIMESTAMP);
    } else if (value instanceof OffsetDateTime moment) {
      statement.setObject(index, OFFSET_MOMENT.format(moment), Types.TIMESTAMP_WITH_TIMEZONE);
    } else if (value instanceof LocalTime) {
      statement.setObject(index, value, Types.TIME);
    } else if (value instanceof BigInteger) {
      statement.setObject(index, value, Types.DECIMAL);
    } else {
      super.setParameter(statement, index, value);
    }
  }

  /** The driver's other ways lose the hour that is missing in spring, or the microseconds. */
  private static LocalDateTime moment(String text) {
    if (text == null) {
      return null;
    }
    String nanos = text.substring(0, Math.min(text.length(), LONGEST_MOMENT));
    return LocalDateTime.parse(nanos.replace(' ', 'T'));
  }

  @Override
  public List<WarehouseFunction> functions(Connection connection) throws SQLException {
    Map<String, WarehouseFunction> functions = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement("SHOW FUNCTIONS");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String name = rows.getString(1);
        functions.putIfAbsent(name, new WarehouseFunction(name, rows.getString(6), false));
      }
    }
    return List.copyOf(functions.values());
  }

  /**
   * Its catalogs declare no keys. A schema that the URL names is the only one that is meant: others
   * of the same catalog are often the same tables in another size.
   */
  @Override
  public List<DeclaredTable> declaredTables(Connection connection, List<String> schemas)
      throws SQLException {
    List<String> wanted =
        schemas.isEmpty() && connection.getSchema() != null
            ? List.of(connection.getSchema())
            : schemas;
    return new DriverCatalog(connection, wanted).read((tables, keys) -> {});
  }

  /** One schema of one catalog at a time: some catalogs hold thousands, and are slow to tell. */
  @Override
  public List<CatalogTable> tables(Connection connection, TableScope scope) throws SQLException {
    String catalog = connection.getCatalog();
    String schema = connection.getSchema();
    Optional<String> in = scope.catalog().or(() -> Optional.ofNullable(catalog)).map(this::lower);
    Optional<String> of = scope.schema().or(() -> Optional.ofNullable(schema)).map(this::lower);
    if (in.isEmpty() || of.isEmpty() || !catalogs(connection).contains(in.get())) {
      return List.of();
    }
    CatalogRows tables =
        new CatalogRows(
            (c, s, t) -> c.equals(catalog) && s.equals(schema), c -> Objects.equals(c, catalog));
    String sql =
        "SELECT table_name, column_name, is_nullable FROM %s.information_schema.columns WHERE table_schema = %s"
            .formatted(dialect().identifier(in.get()), dialect().stringLiteral(of.get()));
    try (PreparedStatement statement =
            connection.prepareStatement(sql + " ORDER BY table_name, ordinal_position");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        WarehouseColumn column = WarehouseColumn.unknown(rows.getString(2));
        tables.add(
            in.get(),
            of.get(),
            rows.getString(1),
            column.nullable(!"NO".equals(rows.getString(3))));
      }
    }
    return tables.done();
  }

  private List<String> catalogs(Connection connection) throws SQLException {
    List<String> catalogs = new ArrayList<>();
    try (ResultSet rows = connection.getMetaData().getCatalogs()) {
      while (rows.next()) {
        catalogs.add(rows.getString(1));
      }
    }
    return catalogs;
  }

  private String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public WarehouseError explain(SQLException error) {
    return TrinoErrors.explain(error);
  }
}
