package io.calque.model.read;

/**
 * How the collections of a document database are called in the warehouse they were copied to: where
 * a schema says nothing about tables, a project does.
 *
 * @param tables a table's name with {@code {type}} in it, or {@code {snake_type}} for the type in
 *     lower case with underscores; such as {@code raw.{snake_type}}
 * @param foreignKeys a foreign key's column with {@code {field}} in it
 */
public record CollectionNaming(String tables, String foreignKeys) {
  /** How DefraDB calls foreign keys since version 1.0. */
  public static final String NEW_KEYS = "_{field}ID";

  /** How DefraDB called foreign keys before version 1.0. */
  public static final String OLD_KEYS = "{field}_id";

  private static final String TYPE = "{type}";
  private static final String SNAKE_TYPE = "{snake_type}";
  private static final String FIELD = "{field}";

  /** Tables called as their types, and foreign keys as today's DefraDB calls them. */
  public static final CollectionNaming STANDARD = new CollectionNaming(TYPE, NEW_KEYS);

  /** Whether a text says how tables are called. */
  public static boolean isTables(String text) {
    boolean hasType = text.contains(TYPE) || text.contains(SNAKE_TYPE);
    return hasType && TableNames.parse(text).isPresent();
  }

  /** Whether a text says how foreign keys are called. */
  public static boolean isForeignKeys(String text) {
    return text.contains(FIELD) && TableNames.column(text.replace(FIELD, "x")).isPresent();
  }

  String table(String type) {
    String snake =
        Unit.lower(
            type.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2"));
    return tables.replace(TYPE, type).replace(SNAKE_TYPE, snake);
  }

  String foreignKey(String field) {
    return foreignKeys.replace(FIELD, field);
  }
}
