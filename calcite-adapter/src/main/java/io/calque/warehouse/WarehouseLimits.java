package io.calque.warehouse;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * The limits that a warehouse's driver tells; 0 where there is none or it is not known.
 *
 * @param columnNameLength in characters
 * @param tableNameLength in characters
 * @param columnsInSelect in one select list
 * @param columnsInGroupBy in one GROUP BY
 * @param columnsInOrderBy in one ORDER BY
 * @param statementLength in characters
 */
public record WarehouseLimits(
    int columnNameLength,
    int tableNameLength,
    int columnsInSelect,
    int columnsInGroupBy,
    int columnsInOrderBy,
    int statementLength) {
  static WarehouseLimits of(DatabaseMetaData metaData) throws SQLException {
    return new WarehouseLimits(
        metaData.getMaxColumnNameLength(),
        metaData.getMaxTableNameLength(),
        metaData.getMaxColumnsInSelect(),
        metaData.getMaxColumnsInGroupBy(),
        metaData.getMaxColumnsInOrderBy(),
        metaData.getMaxStatementLength());
  }
}
