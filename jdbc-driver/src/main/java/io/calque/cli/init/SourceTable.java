package io.calque.cli.init;

import io.calque.model.DataType;
import io.calque.warehouse.DeclaredTable;
import io.calque.warehouse.DeclaredTable.DeclaredColumn;
import io.calque.warehouse.WarehouseColumn;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table of the warehouse and what its parts are to be called.
 *
 * @param table as the catalog declares it
 * @param entity the entity's name
 * @param features by column, the feature's name; columns that no model can name are missing
 * @param prefix what all columns begin with, such as {@code c_}; empty if they do not
 * @param words by which columns of other tables may speak of it
 * @param columnWords by column, what its name says
 */
record SourceTable(
    DeclaredTable table,
    String entity,
    Map<String, String> features,
    String prefix,
    EntityWords words,
    Map<String, ColumnWords> columnWords) {
  private static final Set<Integer> APPROXIMATE = Set.of(Types.REAL, Types.FLOAT, Types.DOUBLE);

  /** The columns that can be features. */
  List<DeclaredColumn> columns() {
    return table.columns().stream().filter(c -> features.containsKey(c.name())).toList();
  }

  /** The name of a column's feature without what all columns begin with. */
  String bareName(String column) {
    return features.get(column).substring(prefix.length());
  }

  /** What a column's name says, without what all columns begin with. */
  ColumnWords wordsOf(String column) {
    return columnWords.get(column);
  }

  List<String> featuresOf(List<String> columnNames) {
    return columnNames.stream().map(features::get).toList();
  }

  static Optional<DataType> dataType(DeclaredColumn column) {
    return WarehouseColumn.dataType(column.column().jdbcType());
  }

  /** Whether equal values of the column mean the same thing. */
  static boolean isExact(DeclaredColumn column) {
    Optional<DataType> type = dataType(column);
    return isUuid(column)
        || type.isPresent()
            && type.get() != DataType.BOOLEAN
            && !APPROXIMATE.contains(column.column().jdbcType());
  }

  /** Whether the values of two columns can be compared as they are. */
  static boolean areComparable(DeclaredColumn one, DeclaredColumn other) {
    return isExact(one)
        && isExact(other)
        && isUuid(one) == isUuid(other)
        && dataType(one).equals(dataType(other));
  }

  private static boolean isUuid(DeclaredColumn column) {
    return column.column().typeName().equalsIgnoreCase("uuid");
  }

  DeclaredColumn column(String name) {
    return table.column(name).orElseThrow();
  }
}
