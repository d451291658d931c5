package io.calque.jdbc;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.error.NearestNames;
import java.util.Arrays;
import java.util.List;

/** Every property of a connection: as a key in the URL, and in the properties beside it. */
enum ConnectionProperty {
  MODEL(
      "model",
      "The project: a folder, its calque.yml, or a model file; instead of the first part of the"
          + " URL"),
  WAREHOUSE("warehouse", "The warehouse's JDBC URL, instead of the one in calque.yml"),
  DOMAIN("domain", "The Lynk domain whose features override the default ones"),
  TABLES(
      "tables",
      "How the tables of a DefraDB schema are called, with {type} or {snake_type} in it, such as"
          + " raw.{snake_type}"),
  FOREIGN_KEYS(
      "foreignKeys",
      "How the foreign keys of a DefraDB schema are called, with {field} in it, such as"
          + " {field}_id"),
  LENIENT(
      "lenient",
      "Whether to connect although the model has errors, leaving out what is wrong",
      "false",
      List.of("true", "false")),
  AGGREGATES(
      "aggregates",
      "Whether the model's pre-aggregated tables may answer queries; off to compare",
      "on",
      List.of("on", "off")),
  METRIC_COLUMNS(
      "metricColumns",
      "Whether metadata lists metrics as columns; false for tools that expect every column that"
          + " they see in SELECT *",
      "true",
      List.of("true", "false")),
  USER("user", "The warehouse's user, instead of the one in calque.yml"),
  PASSWORD("password", "The warehouse's password, instead of the one in calque.yml");

  private final String key;
  private final String description;
  private final String defaultValue;
  private final List<String> choices;

  ConnectionProperty(String key, String description) {
    this(key, description, null, List.of());
  }

  ConnectionProperty(String key, String description, String defaultValue, List<String> choices) {
    this.key = key;
    this.description = description;
    this.defaultValue = defaultValue;
    this.choices = choices;
  }

  /** As it is written in a URL. */
  String key() {
    return key;
  }

  /** One sentence for a person who fills in a form. */
  String description() {
    return description;
  }

  /** Null if there is none. */
  String defaultValue() {
    return defaultValue;
  }

  /** All values that it takes; empty if it takes any. */
  List<String> choices() {
    return choices;
  }

  /**
   * The property of that key, whatever its case.
   *
   * @throws CalqueException if there is none
   */
  static ConnectionProperty of(String key) {
    return Arrays.stream(values())
        .filter(property -> property.key.equalsIgnoreCase(key))
        .findFirst()
        .orElseThrow(() -> unknown(key));
  }

  /**
   * The value, if the property takes it.
   *
   * @throws CalqueException if not
   */
  String checked(String value) {
    if (!choices.isEmpty() && choices.stream().noneMatch(value::equalsIgnoreCase)) {
      throw CalqueException.of(
          ErrorCode.BAD_PROPERTY,
          "%s is no value of the connection property %s; it takes %s"
              .formatted(value, key, String.join(" or ", choices)));
    }
    return value;
  }

  private static CalqueException unknown(String key) {
    List<String> keys = Arrays.stream(values()).map(ConnectionProperty::key).toList();
    return CalqueException.of(
        ErrorCode.UNKNOWN_PROPERTY,
        "there is no connection property %s%s; known are %s"
            .formatted(key, NearestNames.hint(key, keys), String.join(", ", keys)));
  }
}
