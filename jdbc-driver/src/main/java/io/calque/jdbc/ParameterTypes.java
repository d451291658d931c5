package io.calque.jdbc;

import io.calque.rewrite.CompiledQuery;
import io.calque.warehouse.WarehouseColumn;
import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the warehouse says of a statement's parameters.
 *
 * @param types one for each {@code ?} of the user's
 */
record ParameterTypes(List<WarehouseColumn> types) implements ParameterMetaData {
  /** The user's parameters with the type of the warehouse's parameter that each goes to first. */
  static ParameterTypes of(CompiledQuery query, List<WarehouseColumn> ofWarehouse) {
    List<WarehouseColumn> types = new ArrayList<>();
    for (int i = 0; i < query.parameterCount(); i++) {
      int first = query.parameters().indexOf(i);
      types.add(
          first >= 0 && first < ofWarehouse.size()
              ? ofWarehouse.get(first)
              : WarehouseColumn.unknown("?"));
    }
    return new ParameterTypes(List.copyOf(types));
  }

  private WarehouseColumn type(int index) throws SQLException {
    if (index < 1 || index > types.size()) {
      throw new SQLException(
          "there is no parameter %d; the statement has %d".formatted(index, types.size()), "07009");
    }
    return types.get(index - 1);
  }

  @Override
  public int getParameterCount() {
    return types.size();
  }

  @Override
  public int isNullable(int param) throws SQLException {
    type(param);
    return parameterNullableUnknown;
  }

  @Override
  public boolean isSigned(int param) throws SQLException {
    return type(param).signed();
  }

  @Override
  public int getPrecision(int param) throws SQLException {
    return type(param).precision();
  }

  @Override
  public int getScale(int param) throws SQLException {
    return type(param).scale();
  }

  @Override
  public int getParameterType(int param) throws SQLException {
    return type(param).jdbcType();
  }

  @Override
  public String getParameterTypeName(int param) throws SQLException {
    return type(param).typeName();
  }

  @Override
  public String getParameterClassName(int param) throws SQLException {
    return type(param).className();
  }

  @Override
  public int getParameterMode(int param) throws SQLException {
    type(param);
    return parameterModeIn;
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return SqlErrors.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type != null && type.isInstance(this);
  }
}
