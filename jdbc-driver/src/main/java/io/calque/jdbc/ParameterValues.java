package io.calque.jdbc;

import io.calque.rewrite.CompiledQuery;
import io.calque.warehouse.ParameterSetter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * The values of a statement's {@code ?}, kept as they were set, so that one may be given to the
 * warehouse several times and again when the statement runs again.
 */
final class ParameterValues {
  /** A value that may have to be fetched first. */
  @FunctionalInterface
  interface Value {
    Object get() throws SQLException;
  }

  private final Value[] values;

  ParameterValues(int count) {
    this.values = new Value[count];
  }

  /** Sets a value; {@code index} counts from 0. */
  void set(int index, Value value) {
    values[index] = value;
  }

  void clear() {
    Arrays.fill(values, null);
  }

  /** What gives the warehouse's statement its values, as the compiled query distributes them. */
  ParameterSetter setter(CompiledQuery query) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        throw new SQLException("parameter %d has no value".formatted(i + 1), "07001");
      }
    }
    List<Integer> sources = query.parameters();
    Object[] fetched = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      fetched[i] = values[i].get();
    }
    return slots -> {
      for (int i = 0; i < sources.size(); i++) {
        slots.set(i + 1, fetched[sources.get(i)]);
      }
    };
  }

  /** Bytes of a stream, read once, when they are first wanted; {@code length} below 0 means all. */
  static Value bytes(InputStream stream, long length) {
    return once(
        () -> length < 0 ? stream.readAllBytes() : stream.readNBytes(Math.toIntExact(length)));
  }

  /** Text of a reader, read once, when it is first wanted; {@code length} below 0 means all. */
  static Value text(Reader reader, long length) {
    return once(
        () -> {
          StringBuilder text = new StringBuilder();
          char[] buffer = new char[8192];
          long left = length < 0 ? Long.MAX_VALUE : length;
          int read = reader.read(buffer, 0, (int) Math.min(buffer.length, left));
          while (read > 0) {
            text.append(buffer, 0, read);
            left -= read;
            read = left == 0 ? -1 : reader.read(buffer, 0, (int) Math.min(buffer.length, left));
          }
          return text.toString();
        });
  }

  @FunctionalInterface
  private interface Reading {
    Object read() throws IOException;
  }

  private static Value once(Reading reading) {
    return new Value() {
      private Object read;

      @Override
      public Object get() throws SQLException {
        if (read == null) {
          try {
            read = reading.read();
          } catch (IOException | RuntimeException e) {
            throw new SQLException("a parameter's stream could not be read", "22018", e);
          }
        }
        return read;
      }
    };
  }
}
