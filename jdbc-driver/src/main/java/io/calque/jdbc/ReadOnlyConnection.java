package io.calque.jdbc;

import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.ShardingKey;
import java.sql.Struct;
import java.util.Properties;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaFactory;
import org.apache.calcite.avatica.UnregisteredDriver;

/** What a connection that only reads does not have, each refused alike. */
abstract class ReadOnlyConnection extends AvaticaConnection {
  ReadOnlyConnection(UnregisteredDriver driver, AvaticaFactory factory, String shownUrl) {
    super(driver, factory, shownUrl, new Properties());
  }

  @Override
  public CallableStatement prepareCall(String sql) throws SQLException {
    throw refused("there are no procedures to call");
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
    throw refused("there are no procedures to call");
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    throw refused("there are no procedures to call");
  }

  @Override
  public Savepoint setSavepoint() throws SQLException {
    throw refused("nothing is written, so there are no savepoints");
  }

  @Override
  public Savepoint setSavepoint(String name) throws SQLException {
    throw refused("nothing is written, so there are no savepoints");
  }

  @Override
  public void rollback(Savepoint savepoint) throws SQLException {
    throw refused("nothing is written, so there are no savepoints");
  }

  @Override
  public void releaseSavepoint(Savepoint savepoint) throws SQLException {
    throw refused("nothing is written, so there are no savepoints");
  }

  @Override
  public Clob createClob() throws SQLException {
    throw refused("parameters take streams, readers, strings and byte arrays instead");
  }

  @Override
  public Blob createBlob() throws SQLException {
    throw refused("parameters take streams, readers, strings and byte arrays instead");
  }

  @Override
  public NClob createNClob() throws SQLException {
    throw refused("parameters take streams, readers, strings and byte arrays instead");
  }

  @Override
  public SQLXML createSQLXML() throws SQLException {
    throw refused("parameters take streams, readers, strings and byte arrays instead");
  }

  @Override
  public Struct createStruct(String typeName, Object[] attributes) throws SQLException {
    throw refused("structures cannot be parameters");
  }

  @Override
  public void setShardingKey(ShardingKey key) throws SQLException {
    throw refused("there are no shards");
  }

  @Override
  public void setShardingKey(ShardingKey key, ShardingKey superKey) throws SQLException {
    throw refused("there are no shards");
  }

  @Override
  public boolean setShardingKeyIfValid(ShardingKey key, int timeout) throws SQLException {
    throw refused("there are no shards");
  }

  @Override
  public boolean setShardingKeyIfValid(ShardingKey key, ShardingKey superKey, int timeout)
      throws SQLException {
    throw refused("there are no shards");
  }

  /** The refusal of what this driver does not have, if the connection is open. */
  protected final SQLException refused(String why) throws SQLException {
    checkOpen();
    return SqlErrors.unsupported(why);
  }
}
