package io.calque.warehouse;

import java.sql.SQLException;
import java.util.List;

/** One run of one query, on a connection that it has for itself until it is closed. */
interface EngineQuery extends AutoCloseable {
  /** Runs it. Returns when the first rows are there, or it is known that there are none. */
  Rows run(ParameterSetter parameters) throws SQLException;

  /** The columns with the types of this very run; asked for once it has run. */
  List<WarehouseColumn> columns();

  /** Stops it, whatever it is busy with. Called by another thread, and never after its closing. */
  void interrupt() throws SQLException;

  /** Ends it and its rows; the connection is free then. Called once, by any thread. */
  @Override
  void close();
}
