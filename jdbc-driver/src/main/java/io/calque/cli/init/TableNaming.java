package io.calque.cli.init;

import io.calque.model.read.TableNames;
import io.calque.warehouse.DeclaredTable;
import io.calque.warehouse.DeclaredTable.DeclaredColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives each table the name of an entity and each column that of a feature, all unique. */
final class TableNaming {
  /** Schemas that mean nothing by their names. */
  private static final Set<String> PLAIN_SCHEMAS = Set.of("main", "public", "dbo");

  /** A prefix of all columns that is longer than this is a word that means something. */
  private static final int LONGEST_PREFIX = 3;

  private final Set<String> taken = new HashSet<>();

  private TableNaming() {}

  /**
   * Names all tables, in order.
   *
   * @param tables of which {@link #isNameable} holds
   */
  static List<SourceTable> name(List<DeclaredTable> tables) {
    return new TableNaming().nameAll(tables);
  }

  /** Whether a model can name the table, whatever quotes it takes. */
  static boolean isNameable(DeclaredTable table) {
    return table.name().parts().stream().noneMatch(p -> p.contains("\"") && p.contains("`"));
  }

  private List<SourceTable> nameAll(List<DeclaredTable> tables) {
    Map<String, List<DeclaredTable>> bySingular =
        tables.stream()
            .collect(
                Collectors.groupingBy(
                    table -> Names.singular(snake(table)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<DeclaredTable, String> names = new HashMap<>();
    bySingular.forEach(
        (singular, group) -> {
          if (group.size() == 1 && !singular.isEmpty()) {
            names.put(group.get(0), unique(singular));
          }
        });
    for (List<DeclaredTable> group : bySingular.values()) {
      for (DeclaredTable table : group) {
        names.computeIfAbsent(table, missing -> unique(apart(missing, group)));
      }
    }
    return tables.stream().map(table -> source(table, names.get(table))).toList();
  }

  /** A name for a table whose singular others have too. */
  private static String apart(DeclaredTable table, List<DeclaredTable> group) {
    String snake = snake(table);
    if (snake.isEmpty()) {
      return "table_1";
    }
    String schema = schema(table);
    boolean isElsewhere =
        group.stream().anyMatch(other -> other != table && !schema(other).equals(schema));
    String prefix = isElsewhere && !PLAIN_SCHEMAS.contains(schema) ? schema + "_" : "";
    String singular = Names.singular(snake);
    boolean isPlural =
        !snake.equals(singular)
            && group.stream()
                .anyMatch(other -> schema(other).equals(schema) && snake(other).equals(singular));
    return prefix + (isPlural ? snake : singular);
  }

  private static String snake(DeclaredTable table) {
    return Names.snake(table.name().last());
  }

  private static String schema(DeclaredTable table) {
    List<String> parts = table.name().parts();
    return parts.size() < 2 ? "" : Names.snake(parts.get(parts.size() - 2));
  }

  private String unique(String wish) {
    return unique(wish, taken);
  }

  private static String unique(String wish, Set<String> taken) {
    String name = wish;
    String stem = wish.replaceFirst("_\\d+$", "");
    for (int i = 2; !taken.add(name); i++) {
      name = stem + "_" + i;
    }
    return name;
  }

  private static SourceTable source(DeclaredTable table, String entity) {
    Map<String, String> features = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (DeclaredColumn column : table.columns()) {
      if (TableNames.writtenColumn(column.name()).isPresent()) {
        String snake = Names.snake(column.name());
        features.put(column.name(), unique(snake.isEmpty() ? "column_1" : snake, taken));
      }
    }
    String prefix = prefix(new ArrayList<>(features.values()));
    Map<String, ColumnWords> words = new HashMap<>();
    features.forEach(
        (column, feature) -> words.put(column, ColumnWords.of(feature.substring(prefix.length()))));
    return new SourceTable(
        table, entity, features, prefix, EntityWords.of(entity, table.name().last()), words);
  }

  private static String prefix(List<String> names) {
    if (names.size() < 2) {
      return "";
    }
    String first = names.get(0);
    String prefix = first.substring(0, first.indexOf('_') + 1);
    boolean isShared =
        prefix.length() > 1
            && prefix.length() <= LONGEST_PREFIX + 1
            && !List.of("is_", "has_", "id_", "no_").contains(prefix)
            && names.stream().allMatch(n -> n.startsWith(prefix) && n.length() > prefix.length());
    return isShared ? prefix : "";
  }
}
