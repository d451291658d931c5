package io.calque.project;

import io.calque.model.DataType;
import io.calque.model.Source;
import io.calque.model.read.ColumnSource;
import io.calque.warehouse.Lease;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseColumn;
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
    return warehouse
        .get()
        .value()
        .column(source, column)
        .flatMap(found -> WarehouseColumn.dataType(found.jdbcType()));
  }
}
