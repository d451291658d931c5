package io.calque.cli.init;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The words of an entity's name by which columns may speak of it.
 *
 * @param forms with and without what only says that it is a table
 */
record EntityWords(List<List<String>> forms) {
  private static final Set<String> TABLE_WORDS =
      Set.of(
          "dim", "fact", "fct", "stg", "stage", "raw", "tbl", "tab", "t", "d", "f", "v", "vw",
          "ref", "lkp", "lookup", "table", "master", "mst");

  /** How much shorter than the word itself an abbreviation may be. */
  private static final int SHORTEST_SHARE = 3;

  private static final int SHORTEST_ABBREVIATION = 3;

  /**
   * The words of an entity.
   *
   * @param entity its name
   * @param tableName what the warehouse calls its table
   */
  static EntityWords of(String entity, String tableName) {
    List<List<String>> forms = new ArrayList<>();
    List<String> words = Names.words(entity);
    forms.add(words);
    String snake = Names.snake(tableName);
    forms.add(Names.words(snake));
    List<String> table = Names.words(Names.singular(snake));
    forms.add(table);
    List<String> rest = table;
    while (rest.size() > 1 && TABLE_WORDS.contains(rest.get(0))) {
      rest = rest.subList(1, rest.size());
    }
    while (rest.size() > 1 && TABLE_WORDS.contains(rest.get(rest.size() - 1))) {
      rest = rest.subList(0, rest.size() - 1);
    }
    forms.add(rest);
    return new EntityWords(
        forms.stream().filter(form -> !form.equals(List.of(""))).distinct().toList());
  }

  /** The words at the end of a column's base that name the entity; empty if there are none. */
  List<String> named(ColumnWords column) {
    return forms.stream()
        .filter(column::endsWith)
        .max(Comparator.comparing(List::size))
        .orElse(List.of());
  }

  /** Whether these words are the entity's name, and not only that of its table. */
  boolean isName(List<String> words) {
    return forms.get(0).equals(words);
  }

  /** Whether the last word of a column's base is short for the entity's. */
  boolean isAbbreviated(ColumnWords column) {
    if (column.base().isEmpty() || !column.isIdentifier()) {
      return false;
    }
    String last = column.base().get(column.base().size() - 1);
    return forms.stream().anyMatch(form -> isShortFor(last, form));
  }

  /** Whether a column's name is that of the entity's own identifier. */
  boolean isOwn(ColumnWords column) {
    return column.base().isEmpty()
        || forms.contains(column.base())
        || column.base().size() == 1 && isAbbreviated(column);
  }

  private static boolean isShortFor(String word, List<String> form) {
    String whole = form.get(form.size() - 1);
    if (form.size() != 1
        || word.length() < SHORTEST_ABBREVIATION
        || word.length() >= whole.length()
        || word.length() * SHORTEST_SHARE < whole.length()) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < whole.length() && at < word.length(); i++) {
      boolean isNext = whole.charAt(i) == word.charAt(at);
      if (i == 0 && !isNext) {
        return false;
      }
      at += isNext ? 1 : 0;
    }
    return at == word.length();
  }
}
