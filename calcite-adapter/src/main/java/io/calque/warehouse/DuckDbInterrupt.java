package io.calque.warehouse;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/**
 * Stops a DuckDB connection that is busy, whatever it is busy with.
 *
 * <p>DuckDB's {@code Statement.cancel()} does nothing while rows are being fetched, and closing the
 * connection waits for the fetch, so a stream in which no row comes up for minutes could not be
 * stopped at all. DuckDB's own interrupt function can, but its driver (2.0.0.1) keeps it private:
 * this is the one place that reaches around that. Where it cannot, what remains is {@code
 * cancel()}.
 */
final class DuckDbInterrupt {
  /** The driver's private parts; both null if this version of the driver has others. */
  private record Parts(Field connectionRef, Method interrupt) {}

  private static final Parts PARTS = find();

  private DuckDbInterrupt() {}

  static void interrupt(DuckDBConnection connection, PreparedStatement statement)
      throws SQLException {
    if (PARTS.interrupt() == null) {
      statement.cancel();
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

  private static Parts find() {
    try {
      Field connectionRef = DuckDBConnection.class.getDeclaredField("connRef");
      Method interrupt =
          Class.forName("org.duckdb.DuckDBNative", true, DuckDBConnection.class.getClassLoader())
              .getDeclaredMethod("duckdb_jdbc_interrupt", ByteBuffer.class);
      connectionRef.setAccessible(true);
      interrupt.setAccessible(true);
      return new Parts(connectionRef, interrupt);
    } catch (ReflectiveOperationException | RuntimeException e) {
      org.slf4j.LoggerFactory.getLogger(DuckDbInterrupt.class)
          .debug("This DuckDB driver is cancelled by Statement.cancel() only", e);
      return new Parts(null, null);
    }
  }
}
