package io.calque.project;

import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.FeatureInfo;
import io.calque.model.Node;
import io.calque.model.Source;
import io.calque.project.ListedTable.ListedKey;
import io.calque.schema.BridgeTable;
import io.calque.schema.MetaTable;
import io.calque.schema.SemanticSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tables that Calque makes of the model itself, and the keys by which they refer to each other
 * and to entities.
 */
record SystemListing(List<ListedTable> tables, List<ForeignKey> keys) {
  SystemListing {
    tables = List.copyOf(tables);
    keys = List.copyOf(keys);
  }

  /**
   * The schema {@code bridges}: each table refers to both of its entities.
   *
   * @param entities the tables of entities by name in lower case
   */
  static SystemListing bridges(SemanticSchema schema, Map<String, ListedTable> entities) {
    List<ListedTable> tables = new ArrayList<>();
    List<ForeignKey> keys = new ArrayList<>();
    for (BridgeTable bridge : schema.bridges()) {
      ListedTable table = table(bridge, schema);
      tables.add(table);
      for (boolean isLeft : new boolean[] {true, false}) {
        ListedTable entity = entities.get(lower(bridge.entity(isLeft)));
        keys.add(
            new ForeignKey(
                bridge.name() + "_" + bridge.end(isLeft), table, bridge.keys(isLeft), entity));
      }
    }
    return new SystemListing(tables, keys);
  }

  private static ListedTable table(BridgeTable bridge, SemanticSchema schema) {
    List<ListedColumn> columns = new ArrayList<>();
    for (BridgeTable.Column column : bridge.columns()) {
      Entity entity = schema.entity(bridge.entity(column.isLeft())).orElseThrow().entity();
      Feature feature = entity.feature(column.key()).orElseThrow();
      FeatureInfo key = feature.info();
      columns.add(
          new ListedColumn(
              column.name(),
              key.description().isEmpty()
                  ? "%s of %s".formatted(key.name(), entity.name())
                  : key.description(),
              ListedColumn.Kind.FEATURE,
              key.dataType(),
              Optional.empty(),
              ListedColumn.stored(feature, entity)));
    }
    return new ListedTable(
        SemanticSchema.BRIDGES,
        bridge.name(),
        ListedTable.Kind.TABLE,
        bridge.remarks(),
        columns,
        Optional.of(ListedKey.of(bridge.name(), columns.stream().map(ListedColumn::name).toList())),
        TableList.tables(bridge.join().path().nodes().stream().map(node -> source(node, schema))));
  }

  private static Source source(Node node, SemanticSchema schema) {
    return node instanceof Node.EntityNode entity
        ? schema.entity(entity.entity()).orElseThrow().entity().source()
        : ((Node.TableNode) node).source();
  }

  /** The schema {@code meta}. */
  static SystemListing meta(SemanticSchema schema) {
    Map<String, ListedTable> tables = new LinkedHashMap<>();
    schema.metaTables().forEach(table -> tables.put(table.name(), table(table)));
    List<ForeignKey> keys =
        schema.metaTables().stream()
            .flatMap(table -> table.references().stream().map(to -> key(table, to, tables)))
            .toList();
    return new SystemListing(List.copyOf(tables.values()), keys);
  }

  private static ForeignKey key(
      MetaTable table, MetaTable.Reference reference, Map<String, ListedTable> tables) {
    return new ForeignKey(
        Stream.concat(Stream.of(table.name()), reference.columns().stream())
            .reduce((a, b) -> a + "_" + b)
            .orElseThrow(),
        tables.get(table.name()),
        reference.columns(),
        tables.get(reference.table()));
  }

  private static ListedTable table(MetaTable table) {
    return new ListedTable(
        SemanticSchema.META,
        table.name(),
        ListedTable.Kind.VIEW,
        table.remarks(),
        table.columns().stream()
            .map(
                column ->
                    new ListedColumn(
                        column.name(),
                        column.remarks(),
                        ListedColumn.Kind.FEATURE,
                        Optional.empty(),
                        Optional.of(column.type().sqlName()),
                        Optional.empty()))
            .toList(),
        Optional.of(ListedKey.of(table.name(), table.key())),
        List.of());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
