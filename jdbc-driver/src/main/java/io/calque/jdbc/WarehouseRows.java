package io.calque.jdbc;

import io.calque.warehouse.WarehouseColumn;
import io.calque.warehouse.WarehouseCursor;
import java.sql.SQLException;
import java.util.Calendar;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.util.ArrayImpl;
import org.apache.calcite.avatica.util.Cursor;

/** The warehouse's rows as Avatica wants to see them. Values are read when they are asked for. */
final class WarehouseRows implements Cursor {
  private final WarehouseCursor cursor;
  private final long most;
  private long seen;

  /**
   * Rows of a cursor, which they own.
   *
   * @param most how many rows are shown; 0 for all
   */
  WarehouseRows(WarehouseCursor cursor, long most) {
    this.cursor = cursor;
    this.most = most;
  }

  @Override
  public List<Accessor> createAccessors(
      List<ColumnMetaData> types, Calendar localCalendar, ArrayImpl.Factory factory) {
    List<WarehouseColumn> columns = cursor.columns();
    return IntStream.range(0, columns.size())
        .<Accessor>mapToObj(i -> new WarehouseAccessor(cursor, columns.get(i), i + 1))
        .toList();
  }

  @Override
  public boolean next() throws SQLException {
    if (most > 0 && seen >= most) {
      cursor.close();
      return false;
    }
    boolean more = cursor.next();
    if (more) {
      seen++;
    } else {
      cursor.close();
    }
    return more;
  }

  @Override
  public boolean wasNull() throws SQLException {
    return cursor.row().wasNull();
  }

  @Override
  public void close() {
    cursor.close();
  }
}
