package io.calque.schema;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * A part of the model as a table, so that tools and agents can read what exists and what it means.
 */
public final class MetaTable extends AbstractTable {
  private final String name;
  private final String remarks;
  private final List<Column> columns;
  private final List<List<Object>> rows;

  /** What a column holds. */
  public enum Type {
    TEXT(SqlTypeName.VARCHAR),
    NUMBER(SqlTypeName.INTEGER),
    FLAG(SqlTypeName.BOOLEAN);

    private final SqlTypeName sqlType;

    Type(SqlTypeName sqlType) {
      this.sqlType = sqlType;
    }

    /** The type's name in every warehouse's SQL. */
    public String sqlName() {
      return sqlType.getName();
    }
  }

  /**
   * A column.
   *
   * @param name in lower case
   * @param remarks what it says, for people
   */
  public record Column(String name, Type type, String remarks) {}

  /**
   * @param rows each with a value for each column: {@code String}, {@code Integer}, {@code Boolean}
   *     or null
   */
  MetaTable(String name, String remarks, List<Column> columns, List<List<Object>> rows) {
    this.name = name;
    this.remarks = remarks;
    this.columns = List.copyOf(columns);
    this.rows = List.copyOf(rows);
  }

  public String name() {
    return name;
  }

  public String remarks() {
    return remarks;
  }

  public List<Column> columns() {
    return columns;
  }

  /** A value for each column: {@code String}, {@code Integer}, {@code Boolean} or null. */
  public List<List<Object>> rows() {
    return rows;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory types) {
    RelDataTypeFactory.Builder row = types.builder();
    columns.forEach(column -> row.add(column.name(), column.type().sqlType).nullable(true));
    return row.build();
  }
}
