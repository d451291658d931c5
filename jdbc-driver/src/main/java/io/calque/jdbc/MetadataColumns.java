package io.calque.jdbc;

import io.calque.model.DataType;
import io.calque.model.Feature;
import io.calque.warehouse.WarehouseColumn;
import java.sql.ResultSetMetaData;
import java.sql.Types;
import java.util.List;
import java.util.stream.Stream;
import org.apache.calcite.avatica.Meta;

/** The columns of metadata results. */
final class MetadataColumns {
  private MetadataColumns() {}

  /** Columns by their names, with white space between; one with {@code #} is a whole number. */
  static Meta.Signature of(String names) {
    return Columns.of(
        Stream.of(names.split("\\s+"))
            .map(
                name ->
                    name.startsWith("#") ? Columns.integer(name.substring(1)) : Columns.text(name))
            .toList());
  }

  static boolean isNumber(int jdbcType) {
    return List.of(
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.REAL,
            Types.FLOAT,
            Types.DOUBLE,
            Types.NUMERIC,
            Types.DECIMAL)
        .contains(jdbcType);
  }

  /** The type that a model declares, for where the warehouse cannot be asked. */
  static WarehouseColumn declared(Feature feature) {
    DataType type = feature.info().dataType().orElse(DataType.STRING);
    int jdbcType =
        switch (type) {
          case STRING -> Types.VARCHAR;
          case NUMBER -> Types.DOUBLE;
          case BOOLEAN -> Types.BOOLEAN;
          case DATETIME -> Types.TIMESTAMP;
        };
    String className =
        switch (type) {
          case STRING -> "java.lang.String";
          case NUMBER -> "java.lang.Double";
          case BOOLEAN -> "java.lang.Boolean";
          case DATETIME -> "java.sql.Timestamp";
        };
    return new WarehouseColumn(
        feature.name(),
        jdbcType,
        java.sql.JDBCType.valueOf(jdbcType).getName(),
        className,
        0,
        0,
        WarehouseColumn.UNBOUNDED,
        type == DataType.NUMBER,
        ResultSetMetaData.columnNullableUnknown,
        false);
  }
}
