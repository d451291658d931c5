package io.calque.jdbc;

import io.calque.warehouse.WarehouseLimits;
import java.sql.SQLException;

/** How long and how many things may be: as the warehouse says; 0 where there is no limit. */
abstract class SqlLimits extends SqlFeatures {
  /** The warehouse's own limits. */
  protected abstract WarehouseLimits limits() throws SQLException;

  @Override
  public int getMaxBinaryLiteralLength() {
    return 0;
  }

  @Override
  public int getMaxCharLiteralLength() {
    return 0;
  }

  @Override
  public int getMaxColumnsInIndex() {
    return 0;
  }

  @Override
  public int getMaxColumnsInTable() {
    return 0;
  }

  @Override
  public int getMaxConnections() {
    return 0;
  }

  @Override
  public int getMaxCursorNameLength() {
    return 0;
  }

  @Override
  public int getMaxIndexLength() {
    return 0;
  }

  @Override
  public int getMaxSchemaNameLength() {
    return 0;
  }

  @Override
  public int getMaxProcedureNameLength() {
    return 0;
  }

  @Override
  public int getMaxCatalogNameLength() {
    return 0;
  }

  @Override
  public int getMaxRowSize() {
    return 0;
  }

  @Override
  public int getMaxStatements() {
    return 0;
  }

  @Override
  public int getMaxTablesInSelect() {
    return 0;
  }

  @Override
  public int getMaxUserNameLength() {
    return 0;
  }

  @Override
  public int getMaxColumnNameLength() throws SQLException {
    return limits().columnNameLength();
  }

  @Override
  public int getMaxTableNameLength() throws SQLException {
    return limits().tableNameLength();
  }

  @Override
  public int getMaxColumnsInSelect() throws SQLException {
    return limits().columnsInSelect();
  }

  @Override
  public int getMaxColumnsInGroupBy() throws SQLException {
    return limits().columnsInGroupBy();
  }

  @Override
  public int getMaxColumnsInOrderBy() throws SQLException {
    return limits().columnsInOrderBy();
  }

  @Override
  public int getMaxStatementLength() throws SQLException {
    return limits().statementLength();
  }
}
