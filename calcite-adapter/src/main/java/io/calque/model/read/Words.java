package io.calque.model.read;

import io.calque.model.Cardinality;
import io.calque.model.DataType;
import io.calque.model.Filter.Operator;
import io.calque.model.JoinType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The closed sets of words of the native format, with the other spellings that are understood. */
final class Words {
  static final List<String> DATA_TYPES = List.of("string", "number", "boolean", "datetime");
  static final List<String> CARDINALITIES =
      List.of("one_to_one", "one_to_many", "many_to_one", "many_to_many");
  static final List<String> FILTER_OPERATORS =
      List.of("is", "is_not", "gt", "gte", "lt", "lte", "between", "is_set", "is_not_set");
  static final List<String> JOIN_OPERATORS = List.of("equal", "gt", "gte", "lt", "lte");
  static final List<String> JOIN_TYPES = List.of("left", "inner", "right", "full");

  private static final Map<String, String> OLD_DATA_TYPES =
      Map.of("bool", "boolean", "date", "datetime");

  /** Spellings of cardinalities, without regard to case, blanks, hyphens and underscores. */
  private static final Map<String, String> CARDINALITY_SPELLINGS =
      Map.ofEntries(
          Map.entry("onetoone", "one_to_one"),
          Map.entry("1:1", "one_to_one"),
          Map.entry("hasone", "one_to_one"),
          Map.entry("onetomany", "one_to_many"),
          Map.entry("1:n", "one_to_many"),
          Map.entry("1:many", "one_to_many"),
          Map.entry("hasmany", "one_to_many"),
          Map.entry("manytoone", "many_to_one"),
          Map.entry("n:1", "many_to_one"),
          Map.entry("many:1", "many_to_one"),
          Map.entry("belongsto", "many_to_one"),
          Map.entry("manytomany", "many_to_many"),
          Map.entry("n:n", "many_to_many"),
          Map.entry("n:m", "many_to_many"),
          Map.entry("m:n", "many_to_many"),
          Map.entry("many:many", "many_to_many"));

  private static final Map<String, String> JOIN_OPERATOR_SQL =
      Map.of("equal", "=", "gt", ">", "gte", ">=", "lt", "<", "lte", "<=");

  /**
   * A word that was understood.
   *
   * @param word as the format spells it today
   */
  record Understood<T>(T value, String word) {}

  private Words() {}

  static Optional<Understood<DataType>> dataType(String text) {
    String word = Unit.lower(text.strip());
    String today = OLD_DATA_TYPES.getOrDefault(word, word);
    return DATA_TYPES.contains(today)
        ? Optional.of(new Understood<>(DataType.valueOf(upper(today)), today))
        : Optional.empty();
  }

  static Optional<Understood<Cardinality>> cardinality(String text) {
    String bare = Unit.lower(text).replaceAll("[\\s_-]", "");
    return Optional.ofNullable(CARDINALITY_SPELLINGS.get(bare))
        .map(today -> new Understood<>(Cardinality.valueOf(upper(today)), today));
  }

  static Optional<Operator> filterOperator(String text) {
    String word = Unit.lower(text.strip());
    return FILTER_OPERATORS.contains(word)
        ? Optional.of(Operator.valueOf(upper(word)))
        : Optional.empty();
  }

  /** The SQL of an operator of the {@code fields} notation. */
  static Optional<String> joinOperator(String text) {
    return Optional.ofNullable(JOIN_OPERATOR_SQL.get(Unit.lower(text.strip())));
  }

  static Optional<JoinType> joinType(String text) {
    String word = Unit.lower(text.strip());
    if (word.equals("full_outer")) {
      return Optional.of(JoinType.FULL);
    }
    return JOIN_TYPES.contains(word)
        ? Optional.of(JoinType.valueOf(upper(word)))
        : Optional.empty();
  }

  /** Whether a name is lower case with underscores. */
  static boolean isInStyle(String name) {
    int first = name.startsWith("_") ? 1 : 0;
    if (first == name.length() || !isLetter(name.charAt(first))) {
      return false;
    }
    for (int i = first + 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** The word of a cardinality, as the format spells it. */
  static String word(Cardinality cardinality) {
    return Unit.lower(cardinality.name());
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
