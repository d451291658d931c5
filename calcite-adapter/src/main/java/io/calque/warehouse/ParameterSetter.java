package io.calque.warehouse;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Gives a prepared statement its parameters, as often as it is asked to. */
@FunctionalInterface
public interface ParameterSetter {
  /** For queries without parameters. */
  ParameterSetter NONE = statement -> {};

  void set(PreparedStatement statement) throws SQLException;
}
