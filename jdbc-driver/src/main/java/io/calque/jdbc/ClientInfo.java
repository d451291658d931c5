package io.calque.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** What a client tells about itself: kept for those who ask, of no other effect. */
final class ClientInfo {
  private static final int LONGEST = 256;

  /** The names that JDBC proposes. */
  private enum Name {
    ApplicationName("The name of the application that uses the connection"),
    ClientHostname("The name of the computer that the application runs on"),
    ClientUser("The name of the user that the application works for");

    private final String description;

    Name(String description) {
      this.description = description;
    }
  }

  private final Properties values = new Properties();

  /** Rows of {@code getClientInfoProperties}. */
  static List<List<Object>> rows() {
    List<List<Object>> rows = new ArrayList<>();
    for (Name name : Name.values()) {
      rows.add(Arrays.asList(name.name(), LONGEST, "", name.description));
    }
    return rows;
  }

  /** The property's own name, whatever the case; empty if there is none. */
  static Optional<String> known(String name) {
    return Arrays.stream(Name.values())
        .map(Name::name)
        .filter(known -> known.equalsIgnoreCase(name))
        .findFirst();
  }

  /** Sets a known property; null clears it. */
  synchronized void set(String known, String value) {
    if (value == null) {
      values.remove(known);
    } else {
      values.setProperty(known, value.substring(0, Math.min(LONGEST, value.length())));
    }
  }

  /** The value, or null. */
  synchronized String get(String name) {
    return known(name).map(values::getProperty).orElse(null);
  }

  synchronized Properties all() {
    Properties copy = new Properties();
    copy.putAll(values);
    return copy;
  }
}
