package io.calque.rewrite;

import io.calque.bind.SystemTable;
import io.calque.model.DataType;
import io.calque.schema.BridgeTable;
import io.calque.schema.MetaTable;
import io.calque.warehouse.WarehouseDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the tables that are made of the model: a bridge is the distinct pairs of keys that its
 * join brings together, the model itself is a list of values.
 */
final class SystemTableRule {
  private final Names names;
  private final EntitySql entities;
  private final WarehouseDialect dialect;
  private final SourceEdits edits;

  SystemTableRule(Names names, EntitySql entities, WarehouseDialect dialect, SourceEdits edits) {
    this.names = names;
    this.entities = entities;
    this.dialect = dialect;
    this.edits = edits;
  }

  void apply(List<SystemTable> tables) {
    for (SystemTable table : tables) {
      String select =
          table.table() instanceof SystemTable.Kind.Bridge bridge
              ? bridge(bridge.table())
              : values(((SystemTable.Kind.Meta) table.table()).table());
      String alias = table.alias().map(name -> " AS " + names.identifier(name)).orElse("");
      edits.replace(table.place(), "(" + select + ")" + alias);
    }
  }

  private String bridge(BridgeTable bridge) {
    Near.Chain path = new Near.Chain(bridge.join().path().nodes(), bridge.join().path().hops());
    ChainSql chain = new ChainSql(path, "b", entities::node);
    String columns =
        bridge.columns().stream()
            .map(
                column ->
                    (column.isLeft() ? chain.first() : chain.last()).column(column.key())
                        + " AS "
                        + names.identifier(column.name()))
            .collect(Collectors.joining(", "));
    return "SELECT DISTINCT " + columns + " FROM " + chain.from();
  }

  private String values(MetaTable table) {
    List<List<String>> rows = new ArrayList<>();
    for (List<Object> row : table.rows()) {
      rows.add(row.stream().map(this::literal).toList());
    }
    String columns =
        table.columns().stream()
            .map(
                column ->
                    "CAST(v.%s AS %s) AS %s"
                        .formatted(
                            names.identifier(column.name()),
                            dialect.castType(dataType(column.type())),
                            names.identifier(column.name())))
            .collect(Collectors.joining(", "));
    boolean isEmpty = rows.isEmpty();
    if (isEmpty) {
      rows.add(table.columns().stream().map(column -> "NULL").toList());
    }
    List<String> columnNames =
        table.columns().stream().map(column -> names.identifier(column.name())).toList();
    return "SELECT %s FROM %s%s"
        .formatted(
            columns,
            dialect.values(rows, "v", columnNames),
            isEmpty ? " WHERE " + dialect.booleans().never() : "");
  }

  private static DataType dataType(MetaTable.Type type) {
    return switch (type) {
      case TEXT -> DataType.STRING;
      case NUMBER -> DataType.NUMBER;
      case FLAG -> DataType.BOOLEAN;
    };
  }

  private String literal(Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof Boolean flag) {
      return dialect.booleans().literal(flag);
    }
    return value instanceof String text ? dialect.stringLiteral(text) : value.toString();
  }
}
