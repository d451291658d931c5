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
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;

/** The updates that name a column by its label, and those of whole rows: refused, too. */
abstract class LabelledUpdates extends ReadOnlyResultSet {
  LabelledUpdates(AvaticaStatement statement, Meta.Signature signature, ResultSetMetaData metaData)
      throws SQLException {
    super(statement, signature, metaData);
  }

  @Override
  public void updateNull(String columnLabel) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBoolean(String columnLabel, boolean x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateByte(String columnLabel, byte x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateShort(String columnLabel, short x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateInt(String columnLabel, int x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateLong(String columnLabel, long x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateFloat(String columnLabel, float x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateDouble(String columnLabel, double x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBigDecimal(String columnLabel, BigDecimal x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateString(String columnLabel, String x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBytes(String columnLabel, byte[] x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateDate(String columnLabel, Date x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateTime(String columnLabel, Time x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateTimestamp(String columnLabel, Timestamp x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateAsciiStream(String columnLabel, InputStream x, int y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBinaryStream(String columnLabel, InputStream x, int y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateCharacterStream(String columnLabel, Reader x, int y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateObject(String columnLabel, Object x, int y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateObject(String columnLabel, Object x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateRef(String columnLabel, Ref x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBlob(String columnLabel, Blob x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateClob(String columnLabel, Clob x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateArray(String columnLabel, Array x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateRowId(String columnLabel, RowId x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateNString(String columnLabel, String x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateNClob(String columnLabel, NClob x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateSQLXML(String columnLabel, SQLXML x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateNCharacterStream(String columnLabel, Reader x, long y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateAsciiStream(String columnLabel, InputStream x, long y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBinaryStream(String columnLabel, InputStream x, long y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateCharacterStream(String columnLabel, Reader x, long y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBlob(String columnLabel, InputStream x, long y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateClob(String columnLabel, Reader x, long y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateNClob(String columnLabel, Reader x, long y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateNCharacterStream(String columnLabel, Reader x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateAsciiStream(String columnLabel, InputStream x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBinaryStream(String columnLabel, InputStream x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateCharacterStream(String columnLabel, Reader x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateBlob(String columnLabel, InputStream x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateClob(String columnLabel, Reader x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateNClob(String columnLabel, Reader x) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateObject(String columnLabel, Object x, SQLType y, int z) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateObject(String columnLabel, Object x, SQLType y) throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void insertRow() throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void updateRow() throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void deleteRow() throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void refreshRow() throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void cancelRowUpdates() throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void moveToInsertRow() throws SQLException {
    throw refusedUpdate();
  }

  @Override
  public void moveToCurrentRow() throws SQLException {
    throw refusedUpdate();
  }
}
