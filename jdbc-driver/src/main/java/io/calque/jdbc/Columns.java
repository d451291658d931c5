package io.calque.jdbc;

import io.calque.bind.OutputColumn;
import io.calque.warehouse.WarehouseColumn;
import java.sql.DatabaseMetaData;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.ColumnMetaData.Rep;
import org.apache.calcite.avatica.Meta;

/** The columns of results, as Avatica describes them. */
final class Columns {
  /** The schema of entities. */
  static final String ENTITIES = "entities";

  private Columns() {}

  /**
   * The warehouse's columns under the user's names.
   *
   * @param known the user's names; used if there are as many as the warehouse has columns
   * @param catalog the project's name
   */
  static Meta.Signature of(
      List<WarehouseColumn> warehouse, List<OutputColumn> known, String catalog, String sql) {
    boolean named = known.size() == warehouse.size();
    List<ColumnMetaData> columns = new ArrayList<>();
    for (int i = 0; i < warehouse.size(); i++) {
      Optional<OutputColumn> output = named ? Optional.of(known.get(i)) : Optional.empty();
      columns.add(column(i, warehouse.get(i), output, catalog));
    }
    return signature(columns, sql);
  }

  /** Columns of a result that Calque itself makes. */
  static Meta.Signature of(List<WarehouseColumn> own) {
    return of(own, List.of(), "", "");
  }

  static Meta.Signature signature(List<ColumnMetaData> columns, String sql) {
    return new Meta.Signature(
        List.copyOf(columns),
        sql,
        List.of(),
        Collections.emptyMap(),
        Meta.CursorFactory.LIST,
        Meta.StatementType.SELECT);
  }

  private static ColumnMetaData column(
      int ordinal, WarehouseColumn column, Optional<OutputColumn> output, String catalog) {
    String label = output.map(OutputColumn::label).orElse(column.name());
    Optional<OutputColumn.Origin> origin = output.flatMap(OutputColumn::origin);
    return new ColumnMetaData(
        ordinal,
        false,
        column.jdbcType() == Types.VARCHAR,
        true,
        false,
        column.nullability(),
        column.signed(),
        column.displaySize(),
        label,
        origin.map(OutputColumn.Origin::feature).orElse(label),
        origin.isPresent() ? ENTITIES : "",
        column.precision(),
        column.scale(),
        origin.map(OutputColumn.Origin::entity).orElse(""),
        origin.isPresent() ? catalog : "",
        ColumnMetaData.scalar(column.jdbcType(), column.typeName(), Rep.OBJECT),
        true,
        false,
        false,
        column.className());
  }

  /** A text column that Calque itself makes. */
  static WarehouseColumn text(String name) {
    return own(name, Types.VARCHAR, "VARCHAR", String.class, 0, WarehouseColumn.UNBOUNDED);
  }

  /** A column of whole numbers that Calque itself makes. */
  static WarehouseColumn integer(String name) {
    return number(name, Types.INTEGER, "INTEGER", Integer.class, 10);
  }

  /** A column of whole numbers of that width. */
  static WarehouseColumn number(
      String name, int jdbcType, String typeName, Class<?> javaClass, int digits) {
    return own(name, jdbcType, typeName, javaClass, digits, digits + 1);
  }

  /** A column of truth values that Calque itself makes. */
  static WarehouseColumn truth(String name) {
    return own(name, Types.BOOLEAN, "BOOLEAN", Boolean.class, 1, 5);
  }

  private static WarehouseColumn own(
      String name,
      int jdbcType,
      String typeName,
      Class<?> javaClass,
      int precision,
      int displaySize) {
    return new WarehouseColumn(
        name,
        jdbcType,
        typeName,
        javaClass.getName(),
        precision,
        0,
        displaySize,
        Number.class.isAssignableFrom(javaClass),
        DatabaseMetaData.columnNullable,
        false);
  }
}
