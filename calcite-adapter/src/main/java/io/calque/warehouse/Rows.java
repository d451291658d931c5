package io.calque.warehouse;

import java.sql.SQLException;

/**
 * The rows of a running query, read forward once by one thread. Values are those of the current
 * row, by column from 1; a getter of a primitive gives 0 or false for NULL. Nothing is converted
 * but what the getter's type says: whoever calls knows the column.
 */
public interface Rows extends AutoCloseable {
  /** Moves to the next row; false if there is none. */
  boolean next() throws SQLException;

  /** Whether the value read last was NULL. */
  boolean wasNull() throws SQLException;

  /** Of a column of truth values. */
  boolean getBoolean(int index) throws SQLException;

  /** Of a column of integers no wider than an int. */
  int getInt(int index) throws SQLException;

  /** Of a column of integers no wider than a long. */
  long getLong(int index) throws SQLException;

  /** Of a column of floating-point numbers. */
  double getDouble(int index) throws SQLException;

  /** The value as the warehouse's driver writes it, or null. */
  String getString(int index) throws SQLException;

  /** The value as JDBC should see it, of the class that the column promises, or null. */
  Object getObject(int index) throws SQLException;

  /** May be called by any thread. */
  @Override
  void close() throws SQLException;
}
