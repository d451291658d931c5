package io.calque.rewrite;

import io.calque.model.Node;
import io.calque.schema.EntityTable;
import io.calque.schema.SemanticSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes one node of a path as something that stands in FROM: a bare table shows its columns, an
 * entity those of its features that were asked for.
 */
final class NodeSql {
  private final Node node;
  private final String alias;
  private final SemanticSchema schema;
  private final Names names;
  private final EntitySql entities;
  private final Set<String> needed = new LinkedHashSet<>();
  private final Map<String, String> expressions = new LinkedHashMap<>();

  NodeSql(Node node, String alias, SemanticSchema schema, Names names, EntitySql entities) {
    this.node = node;
    this.alias = alias;
    this.schema = schema;
    this.names = names;
    this.entities = entities;
  }

  /** The SQL of a feature or column, which {@link #relation} then shows. */
  String column(String name) {
    needed.add(name);
    return alias
        + "."
        + (node instanceof Node.TableNode table
            ? names.column(table.source(), name)
            : names.feature(entity().feature(name).orElseThrow()));
  }

  /** The SQL of an expression over a bare table's columns, which {@link #relation} then shows. */
  String expression(String sql) {
    return alias
        + "."
        + expressions.computeIfAbsent(sql, k -> "calque_x" + (expressions.size() + 1));
  }

  /** The node with its alias; call it once everything has been asked for. */
  String relation() {
    if (node instanceof Node.TableNode table) {
      return withExpressions(names.source(table.source()), expressions) + " AS " + alias;
    }
    return "("
        + entities.select(
            entity(), needed.stream().map(name -> entity().feature(name).orElseThrow()).toList())
        + ") AS "
        + alias;
  }

  /**
   * A table that also shows expressions over its columns. They are computed in a subquery, where no
   * other table's names are in sight.
   *
   * @param expressions SQL to column name
   */
  static String withExpressions(String table, Map<String, String> expressions) {
    if (expressions.isEmpty()) {
      return table;
    }
    List<String> computed = new ArrayList<>();
    expressions.forEach((sql, name) -> computed.add("(" + sql + ") AS " + name));
    return "(SELECT s.*, %s FROM %s AS s)".formatted(String.join(", ", computed), table);
  }

  private EntityTable entity() {
    return schema.entity(((Node.EntityNode) node).entity()).orElseThrow();
  }
}
