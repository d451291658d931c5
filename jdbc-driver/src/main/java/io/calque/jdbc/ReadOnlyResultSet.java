package io.calque.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;

/** Results are not updatable: all that would change a value is refused. */
abstract class ReadOnlyResultSet extends AvaticaResultSet {
  ReadOnlyResultSet(
      AvaticaStatement statement, Meta.Signature signature, ResultSetMetaData metaData)
      throws SQLException {
    super(
        statement, new QueryState(signature.sql), signature, metaData, TimeZone.getDefault(), null);
  }

  /** The refusal of whatever needs an updatable result. */
  protected SQLException refusedUpdate() throws SQLException {
    checkOpen();
    return SqlErrors.unsupported("results are read-only");
  }

  @Override
  public void updateNull(int columnIndex) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBoolean(int columnIndex, boolean x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateByte(int columnIndex, byte x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateShort(int columnIndex, short x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateInt(int columnIndex, int x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateLong(int columnIndex, long x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateFloat(int columnIndex, float x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateDouble(int columnIndex, double x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBigDecimal(int columnIndex, BigDecimal x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateString(int columnIndex, String x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBytes(int columnIndex, byte[] x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateDate(int columnIndex, Date x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateTime(int columnIndex, Time x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateTimestamp(int columnIndex, Timestamp x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateAsciiStream(int columnIndex, InputStream x, int y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBinaryStream(int columnIndex, InputStream x, int y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateCharacterStream(int columnIndex, Reader x, int y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateObject(int columnIndex, Object x, int y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateObject(int columnIndex, Object x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateRef(int columnIndex, Ref x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBlob(int columnIndex, Blob x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateClob(int columnIndex, Clob x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateArray(int columnIndex, Array x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateRowId(int columnIndex, RowId x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateNString(int columnIndex, String x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateNClob(int columnIndex, NClob x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateSQLXML(int columnIndex, SQLXML x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateNCharacterStream(int columnIndex, Reader x, long y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateAsciiStream(int columnIndex, InputStream x, long y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBinaryStream(int columnIndex, InputStream x, long y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateCharacterStream(int columnIndex, Reader x, long y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBlob(int columnIndex, InputStream x, long y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateClob(int columnIndex, Reader x, long y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateNClob(int columnIndex, Reader x, long y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateNCharacterStream(int columnIndex, Reader x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateAsciiStream(int columnIndex, InputStream x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBinaryStream(int columnIndex, InputStream x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateCharacterStream(int columnIndex, Reader x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBlob(int columnIndex, InputStream x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateClob(int columnIndex, Reader x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateNClob(int columnIndex, Reader x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateObject(int columnIndex, Object x, SQLType y, int z) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateObject(int columnIndex, Object x, SQLType y) throws SQLException {
    throw refusedUpdate();
  }
}
