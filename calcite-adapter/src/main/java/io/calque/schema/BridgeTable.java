package io.calque.schema;

import io.calque.model.Cardinality;
import io.calque.model.Entity;
import io.calque.model.Join;
import io.calque.model.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The pairs of rows that a lookup or a many-to-many join brings together, each once, by the keys of
 * the two entities. A tool that joins only along foreign keys can cross such a join through it.
 */
public final class BridgeTable extends AbstractTable {
  private static final String SOURCE = "source";
  private static final String DESTINATION = "destination";

  private final String name;
  private final Relationship relationship;
  private final Join join;
  private final List<Column> columns;

  /**
   * A column of a bridge.
   *
   * @param name the entity's name (on a self-relationship, and where two would be called alike,
   *     {@code source} or {@code destination}), an underscore, and the key's name
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

  /**
   * The bridges of a model, each called as its join or, where two share a name, more exactly. A
   * join has none if queries do not see the whole keys of both entities: a pair of what cannot be
   * joined with anything is of no use, and what queries do not see stays unseen.
   */
  static List<BridgeTable> of(SemanticSchema schema) {
    List<BridgeTable> bridges = new ArrayList<>();
    for (Relationship relationship : schema.model().relationships()) {
      Entity left = schema.entity(relationship.left()).orElseThrow().entity();
      Entity right = schema.entity(relationship.right()).orElseThrow().entity();
      if (isKeyVisible(left) && isKeyVisible(right)) {
        List<Column> columns = columns(left, right);
        bridged(relationship)
            .forEach(
                join -> bridges.add(new BridgeTable(join.name(), relationship, join, columns)));
      }
    }
    Map<String, Long> uses =
        bridges.stream().collect(Collectors.groupingBy(b -> lower(b.name), Collectors.counting()));
    return bridges.stream()
        .map(bridge -> uses.get(lower(bridge.name)) == 1 ? bridge : bridge.calledExactly())
        .toList();
  }

  private BridgeTable calledExactly() {
    return new BridgeTable(relationship.name() + "__" + name, relationship, join, columns);
  }

  private static boolean isKeyVisible(Entity entity) {
    return !entity.keys().isEmpty()
        && entity.keys().stream()
            .allMatch(key -> entity.feature(key).filter(f -> f.info().queryable()).isPresent());
  }

  private static List<Column> columns(Entity left, Entity right) {
    List<Column> columns = columns(left.name(), left, right.name(), right);
    long names = columns.stream().map(column -> lower(column.name())).distinct().count();
    return names == columns.size() ? columns : columns(SOURCE, left, DESTINATION, right);
  }

  private static List<Column> columns(
      String leftName, Entity left, String rightName, Entity right) {
    List<Column> columns = new ArrayList<>();
    left.keys().forEach(key -> columns.add(new Column(leftName + "_" + key, true, key)));
    right.keys().forEach(key -> columns.add(new Column(rightName + "_" + key, false, key)));
    return columns;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
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

  /** The name of the entity at an end. */
  public String entity(boolean isLeft) {
    return isLeft ? relationship.left() : relationship.right();
  }

  /** What tells an end from the other: the entity's name, unless both are the same. */
  public String end(boolean isLeft) {
    if (relationship.isSelf()) {
      return isLeft ? SOURCE : DESTINATION;
    }
    return entity(isLeft);
  }

  /** The names of the columns that together refer to the entity at an end, in its key's order. */
  public List<String> keys(boolean isLeft) {
    return columns.stream().filter(c -> c.isLeft() == isLeft).map(Column::name).toList();
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
