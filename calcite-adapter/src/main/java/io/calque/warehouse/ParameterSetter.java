package io.calque.warehouse;

import java.sql.SQLException;

/** Gives a query its parameters, as often as it is asked to. */
@FunctionalInterface
public interface ParameterSetter {
  /** For queries without parameters. */
  ParameterSetter NONE = slots -> {};

  /** The places where a query's parameters go. */
  @FunctionalInterface
  interface Slots {
    /**
     * Fills one.
     *
     * @param index counts from 1
     * @param value of any class that JDBC has for parameters; null for NULL
     */
    void set(int index, Object value) throws SQLException;
  }

  void set(Slots slots) throws SQLException;
}
