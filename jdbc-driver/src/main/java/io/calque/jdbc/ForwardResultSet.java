package io.calque.jdbc;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;

/** What rows that are read forward, once, answer to those who want to scroll. */
abstract class ForwardResultSet extends LabelledResultSet {
  private int fetchSize;

  ForwardResultSet(AvaticaStatement statement, Meta.Signature signature, ResultSetMetaData metaData)
      throws SQLException {
    super(statement, signature, metaData);
  }

  private SQLException forwardOnly() throws SQLException {
    checkOpen();
    return SqlErrors.unsupported("rows are read forward, once");
  }

  @Override
  public boolean isLast() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public void beforeFirst() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public void afterLast() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean first() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean last() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean absolute(int rows) throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean relative(int rows) throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean previous() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public String getCursorName() throws SQLException {
    checkOpen();
    throw SqlErrors.unsupported("cursors have no names");
  }

  @Override
  public int getType() throws SQLException {
    checkOpen();
    return TYPE_FORWARD_ONLY;
  }

  @Override
  public int getConcurrency() throws SQLException {
    checkOpen();
    return CONCUR_READ_ONLY;
  }

  @Override
  public int getHoldability() throws SQLException {
    checkOpen();
    return HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public int getFetchDirection() throws SQLException {
    checkOpen();
    return FETCH_FORWARD;
  }

  @Override
  public void setFetchDirection(int direction) throws SQLException {
    if (direction != FETCH_FORWARD) {
      throw forwardOnly();
    }
    checkOpen();
  }

  @Override
  public int getFetchSize() throws SQLException {
    checkOpen();
    return fetchSize;
  }

  /** A hint that comes too late for the warehouse; kept for those who ask. */
  @Override
  public void setFetchSize(int rows) throws SQLException {
    checkOpen();
    if (rows < 0) {
      throw new SQLException("a fetch size of " + rows + " is not possible", "22023");
    }
    fetchSize = rows;
  }
}
