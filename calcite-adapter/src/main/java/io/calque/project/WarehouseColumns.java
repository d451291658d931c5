package io.calque.project;

import io.calque.model.DataType;
import io.calque.model.Source;
import io.calque.model.read.ColumnSource;
import io.calque.warehouse.Lease;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseColumn;
import java.sql.Types;
import java.util.List;
import java.util.Optional;

/** Tells a model what columns its tables have; connects to the warehouse when first asked. */
record WarehouseColumns(Once<Lease<Warehouse>> warehouse) implements ColumnSource {
  @Override
  public Optional<List<String>> columns(Source source) {
    return warehouse.get().value().columns(source);
  }

  @Override
  public Optional<DataType> type(Source source, String column) {
    return warehouse.get().value().column(source, column).flatMap(WarehouseColumns::kind);
  }

  private static Optional<DataType> kind(WarehouseColumn column) {
    return switch (column.jdbcType()) {
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR ->
          Optional.of(DataType.STRING);
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE,
          Types.NUMERIC,
          Types.DECIMAL ->
          Optional.of(DataType.NUMBER);
      case Types.BIT, Types.BOOLEAN -> Optional.of(DataType.BOOLEAN);
      case Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          Optional.of(DataType.DATETIME);
      default -> Optional.empty();
    };
  }
}
