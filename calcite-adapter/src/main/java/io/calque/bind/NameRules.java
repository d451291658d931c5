package io.calque.bind;

import java.util.Locale;
import java.util.Set;

/**
 * What binding has to know of the warehouse's SQL, and nothing more. All names are in lower case.
 *
 * @param tableFunctions functions that may stand in FROM because they make rows of their arguments
 *     alone, such as {@code unnest} and {@code range}
 * @param refusedFunctions functions that read outside the model or change state, wherever they
 *     stand
 * @param constants names that look like columns and are none, such as {@code current_date}
 * @param reservedWords words that cannot stand unquoted as a table alias
 */
public record NameRules(
    Set<String> tableFunctions,
    Set<String> refusedFunctions,
    Set<String> constants,
    Set<String> reservedWords) {
  public NameRules {
    tableFunctions = Set.copyOf(tableFunctions);
    refusedFunctions = Set.copyOf(refusedFunctions);
    constants = Set.copyOf(constants);
    reservedWords = Set.copyOf(reservedWords);
  }

  public boolean isTableFunction(String name) {
    return tableFunctions.contains(name.toLowerCase(Locale.ROOT));
  }

  public boolean isRefused(String name) {
    return refusedFunctions.contains(name.toLowerCase(Locale.ROOT));
  }

  public boolean isConstant(String name) {
    return constants.contains(name.toLowerCase(Locale.ROOT));
  }

  public boolean isReserved(String name) {
    return reservedWords.contains(name.toLowerCase(Locale.ROOT));
  }
}
