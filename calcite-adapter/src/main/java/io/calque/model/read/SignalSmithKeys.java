package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.read.YamlValue.Entry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers the keys of SignalSmith's objects that nobody reads, and tells each once for each kind of
 * object: an export repeats them in every item.
 */
final class SignalSmithKeys {
  /** What says nothing about the meaning of data: who wrote it, when, and whether it ran. */
  private static final Set<String> BOOKKEEPING =
      Set.of(
          "id",
          "workspace_id",
          "workspaceId",
          "created_at",
          "createdAt",
          "created_by",
          "createdBy",
          "updated_at",
          "updatedAt",
          "updated_by",
          "updatedBy",
          "status",
          "status_error");

  private final Problems problems;
  private final Map<Kind, Map<String, List<Entry>>> unread = new EnumMap<>(Kind.class);

  SignalSmithKeys(Problems problems) {
    this.problems = problems;
  }

  /** A kind of object with the keys that are read. */
  enum Kind {
    ENTITY_TYPE(
        "an entity type",
        "name",
        "slug",
        "key",
        "description",
        "attributes",
        "fields",
        "columns",
        "primary_key",
        "primaryKey",
        "model_id",
        "modelId"),
    ATTRIBUTE(
        "an attribute",
        "name",
        "slug",
        "key",
        "description",
        "display_name",
        "label",
        "type",
        "data_type",
        "dataType",
        "primary_key",
        "is_primary_key",
        "isPrimaryKey",
        "pk",
        "identifier",
        "is_identifier",
        "isIdentifier",
        "column",
        "source_column"),
    RELATIONSHIP(
        "a relationship",
        "name",
        "slug",
        "description",
        "type",
        "cardinality",
        "relationship_type",
        "source_entity_type_id",
        "source",
        "target_entity_type_id",
        "target",
        "source_key",
        "sourceKey",
        "target_key",
        "targetKey",
        "junction"),
    JUNCTION("a junction", "model_id", "sql", "table", "source_column", "target_column"),
    /** The warehouse is asked for columns; a model's type and role follow from where it stands. */
    MODEL(
        "a model",
        "name",
        "model_type",
        "entity_type",
        "entity_type_id",
        "entityTypeId",
        "sql_query",
        "sql",
        "source_id",
        "source_schema",
        "schema",
        "source_table",
        "table",
        "columns",
        "primary_key_column",
        "primary_key"),
    SOURCE("a source", "name", "type", "config"),
    TABLE("a table", "table", "model_id", "model", "columns", "attributes", "mapping");

    private final String shown;
    private final List<String> keys;

    Kind(String shown, String... keys) {
      this.shown = shown;
      this.keys = List.of(keys);
    }
  }

  /** Notes the keys of an object that are not read. */
  void note(Kind kind, JsonObject object) {
    Set<String> once = new HashSet<>(BOOKKEEPING);
    once.addAll(kind.keys);
    for (Entry entry : object.map().entries()) {
      if (once.add(entry.key())) {
        unread
            .computeIfAbsent(kind, k -> new LinkedHashMap<>())
            .computeIfAbsent(entry.key(), k -> new ArrayList<>())
            .add(entry);
      }
    }
  }

  /** Adds a problem for each key that was noted, where it first stands. */
  void report() {
    unread.forEach((kind, keys) -> keys.forEach((key, entries) -> report(kind, key, entries)));
  }

  private void report(Kind kind, String key, List<Entry> entries) {
    int others = entries.size() - 1;
    problems.add(
        Rule.UNKNOWN_KEY,
        entries.get(0).place(),
        "",
        "the key "
            + Shown.name(key)
            + " of "
            + kind.shown
            + " is not read, so what it says is lost"
            + (others == 0 ? "" : ", here and in " + others + " more"),
        "write it in the native format, or remove it" + NearestNames.hint(key, kind.keys));
  }
}
