package io.calque.schema;

import java.util.ArrayList;
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
  private final List<String> key;
  private final List<Reference> references;

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
   * What joins this table with another of the schema, or with itself.
   *
   * @param columns columns of this table, in the order of the other's key
   * @param table the other's name
   */
  public record Reference(List<String> columns, String table) {
    public Reference {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A table that nothing refers to and that refers to nothing.
   *
   * @param key the columns that together identify a row
   * @param rows each with a value for each column: {@code String}, {@code Integer}, {@code Boolean}
   *     or null
   */
  MetaTable(
      String name,
      String remarks,
      List<Column> columns,
      List<String> key,
      List<List<Object>> rows) {
    this(name, remarks, columns, key, rows, List.of());
  }

  private MetaTable(
      String name,
      String remarks,
      List<Column> columns,
      List<String> key,
      List<List<Object>> rows,
      List<Reference> references) {
    this.name = name;
    this.remarks = remarks;
    this.columns = List.copyOf(columns);
    this.rows = List.copyOf(rows);
    this.key = List.copyOf(key);
    this.references = List.copyOf(references);
  }

  /** The same table that refers to one more. */
  MetaTable refersTo(String table, String... by) {
    List<Reference> more = new ArrayList<>(references);
    more.add(new Reference(List.of(by), table));
    return new MetaTable(name, remarks, columns, key, rows, more);
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

  /** The columns that together identify a row. */
  public List<String> key() {
    return key;
  }

  /** What it refers to. */
  public List<Reference> references() {
    return references;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory types) {
    RelDataTypeFactory.Builder row = types.builder();
    columns.forEach(column -> row.add(column.name(), column.type().sqlType).nullable(true));
    return row.build();
  }
}
