package io.calque.cli;

import io.calque.error.NearestNames;
import io.calque.model.Entity;
import io.calque.model.Join;
import io.calque.model.Metric;
import io.calque.model.Relationship;
import io.calque.schema.EntityTable;
import io.calque.schema.SemanticSchema;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a model has, listed for a person; only the columns' types are asked of the warehouse. */
final class ShellListings {
  private final ShellSession session;

  ShellListings(ShellSession session) {
    this.session = session;
  }

  private SemanticSchema schema() {
    return session
        .schema()
        .orElseThrow(() -> new IllegalArgumentException("the connection is closed"));
  }

  /** For completion. */
  List<String> entityNames() {
    return session.schema().stream()
        .flatMap(schema -> schema.entities().stream())
        .map(table -> table.entity().name())
        .toList();
  }

  /** All entities, or the columns and joins of one; a table of another schema by its full name. */
  void describe(String name) throws SQLException {
    if (name.isEmpty()) {
      entities();
      return;
    }
    String[] parts = name.replace(";", "").split("\\.", 2);
    String tableSchema = parts.length < 2 ? SemanticSchema.ENTITIES : parts[0];
    if (tableSchema.equalsIgnoreCase(SemanticSchema.ENTITIES)) {
      Entity named = entity(parts[parts.length - 1]);
      columns(SemanticSchema.ENTITIES, named.name(), named.keys());
      if (schema().model().relationships().stream().anyMatch(each -> isOf(each, named))) {
        session.out().println();
        joins(named.name());
      }
    } else {
      columns(tableSchema.toLowerCase(Locale.ROOT), parts[1], List.of());
    }
    session.out().flush();
  }

  private void entities() {
    List<List<Object>> rows = new ArrayList<>();
    for (EntityTable table : schema().entities()) {
      Entity entity = table.entity();
      rows.add(
          Arrays.asList(
              entity.name(),
              String.join(", ", entity.aliases()),
              String.join(", ", entity.keys()),
              entity.description()));
    }
    print(List.of("entity", "aliases", "keys", "description"), rows);
  }

  private void columns(String tableSchema, String table, List<String> keys) throws SQLException {
    DatabaseMetaData metaData = session.connection().getMetaData();
    String escape = metaData.getSearchStringEscape();
    List<List<Object>> rows = new ArrayList<>();
    try (ResultSet columns =
        metaData.getColumns(null, escaped(tableSchema, escape), escaped(table, escape), "%")) {
      while (columns.next()) {
        String name = columns.getString("COLUMN_NAME");
        boolean isMetric = "YES".equals(columns.getString("IS_GENERATEDCOLUMN"));
        boolean isKey = keys.stream().anyMatch(name::equalsIgnoreCase);
        rows.add(
            Arrays.asList(
                name,
                columns.getString("TYPE_NAME"),
                isMetric ? "metric" : isKey ? "key" : "",
                Optional.ofNullable(columns.getString("REMARKS")).orElse("")));
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no table %s in the schema %s".formatted(table, tableSchema));
    }
    print(List.of("column", "type", "what", "description"), rows);
  }

  private static String escaped(String name, String escape) {
    return name.replace(escape, escape + escape)
        .replace("_", escape + "_")
        .replace("%", escape + "%");
  }

  /** All joins, or those of an entity. */
  void joins(String name) {
    Optional<Entity> only = only(name);
    List<List<Object>> rows = new ArrayList<>();
    for (Relationship relationship : schema().model().relationships()) {
      if (only.isEmpty() || isOf(relationship, only.get())) {
        for (Join join : relationship.joins()) {
          rows.add(
              Arrays.asList(
                  relationship.left(),
                  relationship.right(),
                  join.name() + join.reverseName().map(back -> " / " + back).orElse(""),
                  join.cardinality().name().toLowerCase(Locale.ROOT),
                  Stream.of(
                          join.isDefault() ? "default" : "",
                          join.path().isDirect() ? "" : "lookup",
                          relationship.isReversible() ? "" : "one way")
                      .filter(word -> !word.isEmpty())
                      .reduce((a, b) -> a + ", " + b)
                      .orElse(""),
                  join.description()));
        }
      }
    }
    print(List.of("from", "to", "join", "cardinality", "what", "description"), rows);
  }

  private static boolean isOf(Relationship relationship, Entity entity) {
    return entity.isCalled(relationship.left()) || entity.isCalled(relationship.right());
  }

  /** All metrics, or those of an entity. */
  void metrics(String name) {
    Optional<Entity> only = only(name);
    List<List<Object>> rows = new ArrayList<>();
    for (EntityTable table : schema().entities()) {
      Entity entity = table.entity();
      if (only.isEmpty() || only.get() == entity) {
        for (Metric metric : entity.metrics()) {
          rows.add(
              Arrays.asList(
                  entity.name(), metric.name(), metric.sql().written(), metric.description()));
        }
      }
    }
    print(List.of("entity", "metric", "definition", "description"), rows);
  }

  void bridges() {
    List<List<Object>> rows = new ArrayList<>();
    schema()
        .bridges()
        .forEach(
            bridge ->
                rows.add(
                    Arrays.asList(SemanticSchema.BRIDGES + "." + bridge.name(), bridge.remarks())));
    print(List.of("bridge", "description"), rows);
  }

  void schemas() {
    print(
        List.of("schema", "description"),
        List.of(
            Arrays.asList(SemanticSchema.ENTITIES, "what is asked for; the default"),
            Arrays.asList(SemanticSchema.BRIDGES, "the pairs that lookups bring together"),
            Arrays.asList(SemanticSchema.META, "the model itself, as tables")));
  }

  private Optional<Entity> only(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(entity(name.replace(";", "")));
  }

  private Entity entity(String name) {
    return schema()
        .entity(name)
        .map(EntityTable::entity)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no entity " + name + NearestNames.hint(name, entityNames())));
  }

  private void print(List<String> labels, List<List<Object>> rows) {
    RowWriter writer = session.format().writer(session.out());
    writer.columns(labels.stream().map(label -> new RowWriter.Column(label, false)).toList());
    rows.forEach(writer::row);
    writer.end();
    session.out().flush();
  }
}
