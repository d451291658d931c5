package io.calque.jdbc;

import java.util.Calendar;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.util.ArrayImpl;
import org.apache.calcite.avatica.util.Cursor;

/** Rows that Calque itself makes: explanations and metadata. */
final class FixedRows implements Cursor {
  private final List<List<Object>> rows;
  private int next;
  private boolean lastWasNull;

  /** Rows of values, each as many as there are columns; a value may be null. */
  FixedRows(List<List<Object>> rows) {
    this.rows = rows;
  }

  @Override
  public List<Accessor> createAccessors(
      List<ColumnMetaData> types, Calendar localCalendar, ArrayImpl.Factory factory) {
    return IntStream.range(0, types.size())
        .<Accessor>mapToObj(
            column ->
                new ValueAccessor() {
                  @Override
                  protected Object raw() {
                    Object value = rows.get(next - 1).get(column);
                    lastWasNull = value == null;
                    return value;
                  }

                  @Override
                  public boolean wasNull() {
                    return lastWasNull;
                  }
                })
        .toList();
  }

  @Override
  public boolean next() {
    if (next >= rows.size()) {
      return false;
    }
    next++;
    return true;
  }

  @Override
  public boolean wasNull() {
    return lastWasNull;
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
