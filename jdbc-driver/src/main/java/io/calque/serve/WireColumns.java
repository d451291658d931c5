package io.calque.serve;

import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.ColumnMetaData.AvaticaType;
import org.apache.calcite.avatica.ColumnMetaData.Rep;
import org.apache.calcite.avatica.Meta;

/** The columns of a result, and how its rows become a frame. */
final class WireColumns {
  /** About as many bytes of values as one frame may have, however many rows it could have. */
  private static final long FRAME_BYTES = 8L << 20;

  /** The digits of seconds that travel. */
  private static final int MILLIS = 3;

  private final List<ColumnMetaData> described = new ArrayList<>();
  private final List<WireValue> values = new ArrayList<>();

  /** The columns of a result; none if there is no result. */
  WireColumns(ResultSetMetaData metaData) throws SQLException {
    int count = metaData == null ? 0 : metaData.getColumnCount();
    for (int i = 1; i <= count; i++) {
      WireValue value = WireValue.of(metaData.getColumnType(i));
      values.add(value);
      described.add(described(metaData, i, value));
    }
  }

  /**
   * A column as Avatica's client wants it: it takes the precision of a time for the digits of its
   * seconds, and makes objects of its own kind of integers that are not signed.
   */
  private static ColumnMetaData described(ResultSetMetaData metaData, int i, WireValue value)
      throws SQLException {
    return new ColumnMetaData(
        i - 1,
        metaData.isAutoIncrement(i),
        metaData.isCaseSensitive(i),
        metaData.isSearchable(i),
        metaData.isCurrency(i),
        metaData.isNullable(i),
        value.isInteger() || metaData.isSigned(i),
        metaData.getColumnDisplaySize(i),
        metaData.getColumnLabel(i),
        metaData.getColumnName(i),
        metaData.getSchemaName(i),
        value.isTime() ? MILLIS : metaData.getPrecision(i),
        value.isTime() ? MILLIS : metaData.getScale(i),
        metaData.getTableName(i),
        metaData.getCatalogName(i),
        type(metaData, i, value),
        metaData.isReadOnly(i),
        metaData.isWritable(i),
        metaData.isDefinitelyWritable(i),
        value.className());
  }

  private static AvaticaType type(ResultSetMetaData metaData, int i, WireValue value)
      throws SQLException {
    String name = metaData.getColumnTypeName(i);
    return switch (value) {
      case ARRAY ->
          ColumnMetaData.array(
              ColumnMetaData.scalar(Types.JAVA_OBJECT, name, Rep.OBJECT), name, Rep.ARRAY);
      case INTEGER, DOUBLE, DECIMAL ->
          // Widths and names that Avatica's client knows and tells its user.
          ColumnMetaData.scalar(metaData.getColumnType(i), name, value.representation());
      default -> ColumnMetaData.scalar(value.jdbcType(), name, value.representation());
    };
  }

  /** What a client is told of a query's result and parameters. */
  Meta.Signature signature(String sql, ParameterMetaData parameters) throws SQLException {
    return new Meta.Signature(
        described,
        sql,
        parameters == null ? List.of() : parameters(parameters),
        Map.of(),
        Meta.CursorFactory.LIST,
        described.isEmpty() ? Meta.StatementType.OTHER_DDL : Meta.StatementType.SELECT);
  }

  private static List<AvaticaParameter> parameters(ParameterMetaData metaData) throws SQLException {
    List<AvaticaParameter> parameters = new ArrayList<>();
    for (int i = 1; i <= metaData.getParameterCount(); i++) {
      parameters.add(
          new AvaticaParameter(
              metaData.isSigned(i),
              metaData.getPrecision(i),
              metaData.getScale(i),
              metaData.getParameterType(i),
              metaData.getParameterTypeName(i),
              metaData.getParameterClassName(i),
              "?" + i));
    }
    return parameters;
  }

  /**
   * The next rows.
   *
   * @param offset how many were read before
   * @param most how many it may be
   */
  Meta.Frame frame(ResultSet rows, long offset, int most) throws SQLException {
    List<Object> read = new ArrayList<>();
    long bytes = 0;
    while (read.size() < most && bytes < FRAME_BYTES) {
      if (!rows.next()) {
        return new Meta.Frame(offset, true, read);
      }
      Object[] row = new Object[values.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = values.get(i).read(rows, i + 1);
        bytes += WireValue.size(row[i]);
      }
      read.add(row);
    }
    return new Meta.Frame(offset, false, read);
  }
}
