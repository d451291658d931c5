package io.calque.warehouse;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBReadableVector;

/**
 * What DuckDB can and its driver (2.0.0.1) keeps private. This is the one place that reaches around
 * that; where another version of the driver has other parts, Calque does without.
 *
 * <ul>
 *   <li>Stopping a connection that is busy, whatever it is busy with. {@code Statement.cancel()}
 *       does nothing while rows are being fetched, and closing the connection waits for the fetch,
 *       so a stream in which no row comes up for minutes could not be stopped at all.
 *   <li>Telling whether a result that is read in chunks ended or failed: {@code nextChunk()} says
 *       false for both, and half a result must never pass for a whole one.
 *   <li>The memory of a chunk's numbers, which the driver hands out one by one and checks each
 *       time.
 * </ul>
 */
final class DuckDbInternals {
  /** The driver's private parts; all null if this version of the driver has others. */
  private record Parts(Field connectionRef, Method interrupt, Field resultRef, Method error) {
    private static final Parts NONE = new Parts(null, null, null, null);
  }

  /** Where a vector has its values; both null if this version of the driver has others. */
  private record VectorParts(Field data, Field validity) {
    private static final VectorParts NONE = new VectorParts(null, null);
  }

  private static final Parts PARTS = find();
  private static final VectorParts VECTOR = findVector();

  private DuckDbInternals() {}

  /**
   * Stops what a connection does, as far as the driver lets it.
   *
   * @param statement what it runs; null if that has not begun
   */
  static void interrupt(DuckDBConnection connection, Statement statement) throws SQLException {
    if (PARTS.interrupt() == null) {
      if (statement != null) {
        statement.cancel();
      }
      return;
    }
    try {
      ByteBuffer connectionRef = (ByteBuffer) PARTS.connectionRef().get(connection);
      if (connectionRef != null) {
        PARTS.interrupt().invoke(null, connectionRef);
      }
    } catch (ReflectiveOperationException e) {
      throw new SQLException("DuckDB cannot be interrupted", e);
    }
  }

  /** Whether {@link #error} can tell. */
  static boolean tellsErrors() {
    return PARTS.error() != null;
  }

  /** Why a result has no further chunk; empty if it is because all have been read. */
  static Optional<String> error(DuckDBChunkedResult result) throws SQLException {
    try {
      ByteBuffer resultRef = (ByteBuffer) PARTS.resultRef().get(result);
      byte[] text = resultRef == null ? null : (byte[]) PARTS.error().invoke(null, resultRef);
      return Optional.ofNullable(text).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    } catch (ReflectiveOperationException e) {
      throw new SQLException("DuckDB does not tell whether all rows have been read", e);
    }
  }

  /** Whether {@link #memory} can be had. */
  static boolean showsMemory() {
    return VECTOR.data() != null;
  }

  /** The memory of a vector of numbers, while its chunk is open. */
  static DuckDbVectorMemory memory(DuckDBReadableVector vector) throws SQLException {
    try {
      return new DuckDbVectorMemory(
          (ByteBuffer) VECTOR.data().get(vector), (ByteBuffer) VECTOR.validity().get(vector));
    } catch (ReflectiveOperationException e) {
      throw new SQLException("DuckDB does not show its numbers", e);
    }
  }

  private static Parts find() {
    try {
      ClassLoader loader = DuckDBConnection.class.getClassLoader();
      Class<?> general = Class.forName("org.duckdb.DuckDBNative", true, loader);
      Class<?> chunks = Class.forName("org.duckdb.DuckDBBindings", true, loader);
      return new Parts(
          opened(DuckDBConnection.class.getDeclaredField("connRef")),
          opened(general.getDeclaredMethod("duckdb_jdbc_interrupt", ByteBuffer.class)),
          opened(DuckDBChunkedResult.class.getDeclaredField("resultRef")),
          opened(chunks.getDeclaredMethod("duckdb_result_error", ByteBuffer.class)));
    } catch (ReflectiveOperationException | RuntimeException e) {
      org.slf4j.LoggerFactory.getLogger(DuckDbInternals.class)
          .debug("This DuckDB driver is another than Calque knows", e);
      return Parts.NONE;
    }
  }

  private static VectorParts findVector() {
    try {
      return new VectorParts(
          opened(ofBytes(DuckDBReadableVector.class.getDeclaredField("data"))),
          opened(ofBytes(DuckDBReadableVector.class.getDeclaredField("validity"))));
    } catch (ReflectiveOperationException | RuntimeException e) {
      org.slf4j.LoggerFactory.getLogger(DuckDbInternals.class)
          .debug("This DuckDB driver has other vectors than Calque knows", e);
      return VectorParts.NONE;
    }
  }

  private static Field ofBytes(Field field) throws NoSuchFieldException {
    if (field.getType() != ByteBuffer.class) {
      throw new NoSuchFieldException(field + " holds no bytes");
    }
    return field;
  }

  private static <T extends AccessibleObject> T opened(T part) {
    part.setAccessible(true);
    return part;
  }
}
