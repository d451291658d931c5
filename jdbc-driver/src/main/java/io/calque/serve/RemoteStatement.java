package io.calque.serve;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.remote.TypedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A statement of a remote client's, with its result. One request at a time uses it; closing it gets
 * through to one that runs.
 */
final class RemoteStatement {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteStatement.class);

  private final Statement statement;
  private final Meta.Signature prepared;
  private volatile ResultSet rows;
  private WireColumns columns;
  private long sent;

  private RemoteStatement(Statement statement, Meta.Signature prepared) {
    this.statement = statement;
    this.prepared = prepared;
  }

  static RemoteStatement of(Statement statement) {
    return new RemoteStatement(statement, null);
  }

  /** A statement whose SQL is known; told apart from the others by having a signature. */
  static RemoteStatement of(PreparedStatement statement, String sql) throws SQLException {
    WireColumns columns = new WireColumns(statement.getMetaData());
    return new RemoteStatement(statement, columns.signature(sql, statement.getParameterMetaData()));
  }

  /** Rows that are there already, such as those of metadata. */
  static RemoteStatement of(ResultSet rows) throws SQLException {
    RemoteStatement statement = new RemoteStatement(rows.getStatement(), null);
    statement.show(rows);
    return statement;
  }

  Meta.Signature prepared() {
    return prepared;
  }

  /** Whether there are rows that the client has not read yet. */
  boolean hasOpenResult() {
    return rows != null;
  }

  /**
   * Runs SQL.
   *
   * @param most how many rows the result shows; 0 or less for all
   * @return empty if it has no result
   */
  synchronized Optional<Meta.Signature> execute(String sql, long most) throws SQLException {
    closeRows();
    statement.setLargeMaxRows(Math.max(0, most));
    return statement.execute(sql) ? Optional.of(show(statement.getResultSet())) : Optional.empty();
  }

  /** Runs the prepared SQL. */
  synchronized Optional<Meta.Signature> execute(List<TypedValue> parameters) throws SQLException {
    if (!(statement instanceof PreparedStatement known) || prepared == null) {
      throw CalqueException.of(ErrorCode.NOT_SUPPORTED, "this statement is not a prepared one");
    }
    closeRows();
    WireParameters.set(known, parameters);
    return known.execute() ? Optional.of(show(known.getResultSet())) : Optional.empty();
  }

  private Meta.Signature show(ResultSet result) throws SQLException {
    rows = result;
    sent = 0;
    columns = new WireColumns(result.getMetaData());
    return columns.signature("", null);
  }

  /** The description of the result that is open. */
  synchronized Meta.Signature shown() throws SQLException {
    return columns.signature("", null);
  }

  /**
   * The next rows.
   *
   * @param offset how many rows the client has
   */
  synchronized Meta.Frame frame(long offset, int most) throws SQLException {
    if (offset != sent) {
      throw CalqueException.of(
          ErrorCode.CLOSED,
          "%d rows of this result were sent and %d arrived; run the query again"
              .formatted(sent, offset));
    }
    if (rows == null) {
      return new Meta.Frame(offset, true, List.of());
    }
    Meta.Frame frame = columns.frame(rows, offset, most);
    sent += ((List<?>) frame.rows).size();
    if (frame.done) {
      closeRows();
    }
    return frame;
  }

  private void closeRows() throws SQLException {
    ResultSet open = rows;
    rows = null;
    if (open != null) {
      open.close();
    }
  }

  /** Ends it, and what it runs. */
  void close() {
    try {
      if (statement != null) {
        statement.cancel();
      }
      closeAll();
    } catch (SQLException e) {
      LOG.debug("Closing a remote client's statement failed", e);
    }
  }

  private synchronized void closeAll() throws SQLException {
    closeRows();
    if (statement != null) {
      statement.close();
    }
  }
}
