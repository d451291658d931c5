package io.calque.model.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A large model loads; were it not in linear time, this would not end. */
class ScaleTest {
  private static final int ENTITIES = 10_000;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void tenThousandEntities(@TempDir Path folder) throws IOException {
    Path entities = Files.createDirectory(folder.resolve("entities"));
    StringBuilder relationships = new StringBuilder("relationships:\n");
    for (int i = 0; i < ENTITIES; i++) {
      String next = "e" + (i + 1) % ENTITIES;
      Files.writeString(
          entities.resolve("e" + i + ".yml"),
          """
          name: e%1$d
          description: Entity
          key_source: lib.core.t%1$d
          keys: [id]
          features:
            - {type: field, name: id, description: '', data_type: number, source: lib.core.t%1$d, field: id}
            - {type: field, name: next_id, description: '', data_type: number, source: lib.core.t%1$d, field: n}
            - {type: field, name: next_next, description: '', data_type: number, source: %2$s, field: next_id}
            - {type: formula, name: sum, description: '', data_type: number, sql: '{id} + {next_next}'}
          metrics:
            - {name: total, description: '', sql: 'SUM({sum})'}
          """
              .formatted(i, next));
      relationships.append(
          """
            e%1$d-%2$s:
              relationship: many_to_one
              joins:
                - {name: next, type: sql, sql: '{source}.{next_id} = {destination}.{id}'}
          """
              .formatted(i, next));
    }
    Files.writeString(folder.resolve("entities_relationships.yml"), relationships);
    LoadedModel loaded = ModelLoader.load(folder, LoadOptions.named("large"));
    assertEquals(List.of(), loaded.problems());
    assertEquals(ENTITIES, loaded.model().entities().size());
    assertEquals(ENTITIES, loaded.model().relationships().size());
  }
}
