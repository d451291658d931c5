package io.calque.bind;

import java.util.Locale;
import java.util.Set;

/**
 * What binding has to know of the warehouse's SQL, and nothing more. All names are in lower case.
 *
 * @param tableFunctions functions that may stand in FROM because they make rows of their arguments
 *     alone, such as {@code unnest} and {@code range}
 * @param refused functions that read outside the model or change state, wherever they stand
 * @param constants names that look like columns and are none, such as {@code current_date}
 * @param reservedWords words that cannot stand unquoted as a table alias
 */
public record NameRules(
    Set<String> tableFunctions, Refused refused, Set<String> constants, Set<String> reservedWords) {
  public NameRules {
    tableFunctions = Set.copyOf(tableFunctions);
    constants = Set.copyOf(constants);
    reservedWords = Set.copyOf(reservedWords);
  }

  /**
   * Functions by name and by family.
   *
   * @param names single ones
   * @param prefixes how the names of whole families begin, a schema's name with a dot among them
   * @param exceptions of the families
   */
  public record Refused(Set<String> names, Set<String> prefixes, Set<String> exceptions) {
    public Refused {
      names = Set.copyOf(names);
      prefixes = Set.copyOf(prefixes);
      exceptions = Set.copyOf(exceptions);
    }

    /** Single ones only. */
    public static Refused only(Set<String> names) {
      return new Refused(names, Set.of(), Set.of());
    }

    boolean contains(String name) {
      return names.contains(name)
          || prefixes.stream().anyMatch(name::startsWith) && !exceptions.contains(name);
    }
  }

  public boolean isTableFunction(String name) {
    return tableFunctions.contains(name.toLowerCase(Locale.ROOT));
  }

  public boolean isRefused(String name) {
    return refused.contains(name.toLowerCase(Locale.ROOT));
  }

  public boolean isConstant(String name) {
    return constants.contains(name.toLowerCase(Locale.ROOT));
  }

  public boolean isReserved(String name) {
    return reservedWords.contains(name.toLowerCase(Locale.ROOT));
  }
}
