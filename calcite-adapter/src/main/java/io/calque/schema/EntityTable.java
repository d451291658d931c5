package io.calque.schema;

import io.calque.model.DataType;
import io.calque.model.Entity;
import io.calque.model.Feature;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;

/** An entity as a table: a row for each of its rows, a column for each feature that queries see. */
public final class EntityTable extends AbstractTable {
  private final Entity entity;
  private final List<Feature> columns;
  private final Map<String, Feature> featuresByName = new HashMap<>();

  EntityTable(Entity entity) {
    this.entity = entity;
    this.columns = entity.queryableFeatures();
    entity.features().forEach(f -> featuresByName.put(f.name().toLowerCase(Locale.ROOT), f));
  }

  public Entity entity() {
    return entity;
  }

  /** The features that queries see, in the model's order. */
  public List<Feature> columns() {
    return columns;
  }

  /** The feature of that name if queries see it, whatever the case. */
  public Optional<Feature> column(String name) {
    return feature(name).filter(feature -> feature.info().queryable());
  }

  /** The feature of that name, private ones too, whatever the case. */
  public Optional<Feature> feature(String name) {
    return Optional.ofNullable(featuresByName.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Types as the model declares them; all are nullable. The driver shows the warehouse's. */
  @Override
  public RelDataType getRowType(RelDataTypeFactory types) {
    RelDataTypeFactory.Builder row = types.builder();
    for (Feature column : columns) {
      row.add(column.name(), typeName(column.info().dataType())).nullable(true);
    }
    return row.build();
  }

  private static SqlTypeName typeName(Optional<DataType> declared) {
    return switch (declared.orElse(DataType.STRING)) {
      case STRING -> SqlTypeName.VARCHAR;
      case NUMBER -> SqlTypeName.DECIMAL;
      case BOOLEAN -> SqlTypeName.BOOLEAN;
      case DATETIME -> SqlTypeName.TIMESTAMP;
    };
  }
}
