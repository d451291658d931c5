package io.calque.schema;

import io.calque.model.Cardinality;
import io.calque.model.Entity;
import io.calque.model.Join;
import io.calque.model.Relationship;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The pairs of rows that a lookup or a many-to-many join brings together, each once, by the keys of
 * the two entities. A tool that joins only along foreign keys can cross such a join through it.
 */
public final class BridgeTable extends AbstractTable {
  private final String name;
  private final Relationship relationship;
  private final Join join;
  private final List<Column> columns;

  /**
   * A column of a bridge.
   *
   * @param name the entity's name (on a self-relationship {@code source} or {@code destination}),
   *     an underscore, and the key's name
   * @param isLeft whether it is a key of the relationship's left entity
   * @param key the key feature's name
   */
  public record Column(String name, boolean isLeft, String key) {}

  private BridgeTable(String name, Relationship relationship, Join join, List<Column> columns) {
    this.name = name;
    this.relationship = relationship;
    this.join = join;
    this.columns = List.copyOf(columns);
  }

  /** The bridges of a model, each called as its join or, where two share a name, more exactly. */
  static List<BridgeTable> of(SemanticSchema schema) {
    Map<String, Integer> uses = new HashMap<>();
    List<Relationship> relationships = schema.model().relationships();
    relationships.forEach(
        relationship ->
            bridged(relationship)
                .forEach(
                    join -> uses.merge(join.name().toLowerCase(Locale.ROOT), 1, Integer::sum)));
    List<BridgeTable> bridges = new ArrayList<>();
    for (Relationship relationship : relationships) {
      for (Join join : bridged(relationship)) {
        boolean isAlone = uses.get(join.name().toLowerCase(Locale.ROOT)) == 1;
        Entity left = schema.entity(relationship.left()).orElseThrow().entity();
        Entity right = schema.entity(relationship.right()).orElseThrow().entity();
        List<Column> columns = new ArrayList<>();
        String leftName = relationship.isSelf() ? "source" : left.name();
        String rightName = relationship.isSelf() ? "destination" : right.name();
        left.keys().forEach(key -> columns.add(new Column(leftName + "_" + key, true, key)));
        right.keys().forEach(key -> columns.add(new Column(rightName + "_" + key, false, key)));
        bridges.add(
            new BridgeTable(
                isAlone ? join.name() : relationship.name() + "__" + join.name(),
                relationship,
                join,
                columns));
      }
    }
    return bridges;
  }

  private static List<Join> bridged(Relationship relationship) {
    return relationship.joins().stream()
        .filter(join -> join.cardinality() == Cardinality.MANY_TO_MANY || !join.path().isDirect())
        .toList();
  }

  public String name() {
    return name;
  }

  public Relationship relationship() {
    return relationship;
  }

  public Join join() {
    return join;
  }

  /** The keys of the left entity, then those of the right one. */
  public List<Column> columns() {
    return columns;
  }

  /** What the table is, for people. */
  public String remarks() {
    return "Pairs of %s and %s that the join %s brings together"
        .formatted(relationship.left(), relationship.right(), join.name());
  }

  /** The types of the keys are the warehouse's; here all are nullable text. */
  @Override
  public RelDataType getRowType(RelDataTypeFactory types) {
    RelDataTypeFactory.Builder row = types.builder();
    columns.forEach(column -> row.add(column.name(), SqlTypeName.VARCHAR).nullable(true));
    return row.build();
  }
}
