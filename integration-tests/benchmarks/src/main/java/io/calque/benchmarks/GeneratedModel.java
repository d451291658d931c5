package io.calque.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A model of many entities, each related to the next one: {@code e0}, {@code e1}… */
final class GeneratedModel {
  /** What each entity has. */
  static final int FEATURES = 20;

  private GeneratedModel() {}

  /** The folder of a project with that many entities, over tables that need not exist. */
  static Path of(Settings settings, int entities) throws IOException {
    Path folder = settings.data().resolve("model-" + entities);
    if (Files.exists(folder.resolve("calque.yml"))) {
      return folder;
    }
    Files.createDirectories(folder.resolve("entities"));
    StringBuilder relationships = new StringBuilder("relationships:\n");
    for (int i = 0; i < entities; i++) {
      Files.writeString(folder.resolve("entities/e" + i + ".yml"), entity(i, i + 1 < entities));
      if (i + 1 < entities) {
        relationships.append(
            """
              e%d-e%d:
                relationship: many_to_one
                description: The next one
                joins:
                  - {name: next, type: sql, sql: '{source}.{next_id} = {destination}.{id}'}
            """
                .formatted(i, i + 1));
      }
    }
    Files.writeString(folder.resolve("entities_relationships.yml"), relationships);
    Files.writeString(
        folder.resolve("calque.yml"), "name: generated\nwarehouse:\n  url: 'jdbc:duckdb:'\n");
    return folder;
  }

  private static String entity(int i, boolean hasNext) {
    String table = "db.main.t" + i;
    StringBuilder yaml = new StringBuilder();
    yaml.append("name: e").append(i).append("\ndescription: Number ").append(i);
    yaml.append("\nkey_source: ").append(table).append("\nkeys: [id]\nfeatures:\n");
    field(yaml, table, "id", "number");
    field(yaml, table, "next_id", "number");
    for (int f = 3; f <= FEATURES - 4; f++) {
      field(yaml, table, "f" + f, f % 2 == 0 ? "string" : "number");
    }
    for (int f = 1; f <= 3; f++) {
      yaml.append(
          "  - {type: formula, name: sum%d, data_type: number, description: '', sql: '{f%d} + {f%d} * 2'}\n"
              .formatted(f, 2 * f + 1, 2 * f + 3));
    }
    if (hasNext) {
      yaml.append(
          "  - {type: field, name: next_name, data_type: string, description: '', source: e%d, field: f4}\n"
              .formatted(i + 1));
    } else {
      field(yaml, table, "next_name", "string");
    }
    yaml.append("metrics:\n");
    yaml.append("  - {name: many, description: How many, sql: 'COUNT(*)'}\n");
    yaml.append("  - {name: total, description: Of one feature, sql: 'SUM({f3})'}\n");
    return yaml.toString();
  }

  private static void field(StringBuilder yaml, String table, String name, String type) {
    yaml.append(
        "  - {type: field, name: %1$s, data_type: %2$s, description: 'What %1$s means', source: %3$s, field: %1$s}\n"
            .formatted(name, type, table));
  }
}
