package io.calque.cli;

import io.calque.error.NearestNames;
import io.calque.sql.NamedParameters;
import io.calque.sql.NamedParameters.Occurrence;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that a person gives to parameters by name. */
final class Parameters {
  private static final String MISSING = "42P02";
  private static final String INVALID = "22023";

  private final String command;
  private final Map<String, Parameter> byName = new LinkedHashMap<>();

  /**
   * @param command by which a person gives one a value
   */
  Parameters(String command) {
    this.command = command;
  }

  /** Gives a parameter its value, instead of one that it had. */
  void set(Parameter parameter) {
    byName.put(parameter.name(), parameter);
  }

  /** Whether there was one to forget. */
  boolean forget(String name) {
    return byName.remove(name) != null;
  }

  Collection<Parameter> all() {
    return byName.values();
  }

  /**
   * Binds each use in a statement to its value.
   *
   * @throws SQLException if one has no value, or one that the warehouse does not take there
   */
  void bind(NamedParameters named, PreparedStatement statement) throws SQLException {
    List<Parameter> uses = new ArrayList<>();
    for (Occurrence use : named.occurrences()) {
      uses.add(named(use.name()));
    }
    List<Optional<ParameterType>> expected = expected(statement, uses.size());
    for (int i = 0; i < uses.size(); i++) {
      try {
        statement.setObject(i + 1, uses.get(i).value(expected.get(i)));
      } catch (IllegalArgumentException e) {
        throw new SQLException(e.getMessage(), INVALID, e);
      }
    }
  }

  private Parameter named(String name) throws SQLException {
    Parameter known = byName.get(name);
    if (known == null) {
      throw new SQLException(
          "the parameter :%s has no value: give it one with %s %s=…%s"
              .formatted(name, command, name, NearestNames.hint(name, byName.keySet())),
          MISSING);
    }
    return known;
  }

  /**
   * What the warehouse takes at each place. One that cannot tell, as some cannot before they know
   * the values, is no reason not to run the statement.
   *
   * @throws SQLException if the statement has other parameters too
   */
  private static List<Optional<ParameterType>> expected(PreparedStatement statement, int count)
      throws SQLException {
    List<Optional<ParameterType>> types = new ArrayList<>();
    ParameterMetaData metaData;
    try {
      metaData = statement.getParameterMetaData();
    } catch (SQLException e) {
      while (types.size() < count) {
        types.add(Optional.empty());
      }
      return types;
    }
    if (metaData.getParameterCount() != count) {
      throw new SQLException(
          "the statement has ? beside parameters with names: write all of them with names",
          INVALID);
    }
    for (int i = 1; i <= count; i++) {
      types.add(ParameterType.of(metaData.getParameterType(i)));
    }
    return types;
  }
}
