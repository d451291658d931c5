package io.calque.project;

import io.calque.error.CalqueException;
import io.calque.model.Join;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import io.calque.model.Side;
import io.calque.model.SqlTemplate;
import io.calque.project.ListedTable.ListedKey;
import io.calque.sql.StatementParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/**
 * The joins of a model that are foreign keys: direct ones whose condition is nothing but equalities
 * of columns, and whose columns on exactly one side are that side's whole primary key. They lead to
 * at most one row there, whatever cardinality is declared.
 */
final class KeyJoins {
  private static final String HOLE = "calque_hole_";

  /** An equality between the two sides, by the names that the model writes. */
  private record Pair(String source, String destination) {}

  private final Map<String, ListedTable> entities;

  private KeyJoins(Map<String, ListedTable> entities) {
    this.entities = entities;
  }

  /**
   * The foreign keys of a model, in its order.
   *
   * @param entities the tables by name in lower case
   */
  static List<ForeignKey> of(SemanticModel model, Map<String, ListedTable> entities) {
    KeyJoins joins = new KeyJoins(entities);
    List<ForeignKey> keys = new ArrayList<>();
    for (Relationship relationship : model.relationships()) {
      relationship
          .joins()
          .forEach(join -> joins.foreignKey(relationship, join).ifPresent(keys::add));
    }
    return keys;
  }

  private Optional<ForeignKey> foreignKey(Relationship relationship, Join join) {
    ListedTable left = entities.get(relationship.left().toLowerCase(Locale.ROOT));
    ListedTable right = entities.get(relationship.right().toLowerCase(Locale.ROOT));
    if (left == null || right == null || !join.path().isDirect()) {
      return Optional.empty();
    }
    return equalities(join.path().hops().get(0).predicate())
        .flatMap(
            pairs -> {
              Optional<List<String>> toRight =
                  referring(right, left, pairs, Pair::destination, Pair::source);
              Optional<List<String>> toLeft =
                  referring(left, right, pairs, Pair::source, Pair::destination);
              if (toRight.isPresent() == toLeft.isPresent()) {
                return Optional.empty();
              }
              return toRight
                  .map(columns -> new ForeignKey(join.name(), left, columns, right))
                  .or(
                      () ->
                          toLeft.map(columns -> new ForeignKey(join.name(), right, columns, left)));
            });
  }

  @FunctionalInterface
  private interface End {
    String of(Pair pair);
  }

  /** The columns that refer to the whole key of a table, in its order; empty if they do not. */
  private static Optional<List<String>> referring(
      ListedTable keyed, ListedTable other, List<Pair> pairs, End keyEnd, End otherEnd) {
    Map<String, String> byKey = new HashMap<>();
    pairs.forEach(pair -> byKey.put(lower(keyEnd.of(pair)), otherEnd.of(pair)));
    List<String> key = keyed.key().map(ListedKey::columns).orElse(List.of());
    if (key.isEmpty() || byKey.size() != pairs.size() || byKey.size() != key.size()) {
      return Optional.empty();
    }
    List<String> columns = new ArrayList<>();
    for (String column : key) {
      String referring = byKey.get(lower(column));
      other.columns().stream()
          .filter(c -> !c.isMetric() && c.name().equalsIgnoreCase(referring))
          .forEach(c -> columns.add(c.name()));
    }
    return columns.size() == key.size() ? Optional.of(columns) : Optional.empty();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The equalities that a condition consists of; empty if it is anything else. */
  private static Optional<List<Pair>> equalities(SqlTemplate condition) {
    StringBuilder sql = new StringBuilder();
    Map<String, SqlTemplate.SideRef> holes = new HashMap<>();
    for (SqlTemplate.Part part : condition.parts()) {
      if (part instanceof SqlTemplate.Text text) {
        sql.append(text.sql());
      } else if (part instanceof SqlTemplate.SideRef ref) {
        String hole = HOLE + holes.size();
        holes.put(hole, ref);
        sql.append(hole);
      } else {
        return Optional.empty();
      }
    }
    Map<Pair, Boolean> pairs = new LinkedHashMap<>();
    try {
      return collect(StatementParser.parseExpression(sql.toString()), holes, pairs)
          ? Optional.of(List.copyOf(pairs.keySet()))
          : Optional.empty();
    } catch (CalqueException dialectOfTheWarehouse) {
      return Optional.empty();
    }
  }

  private static boolean collect(
      SqlNode node, Map<String, SqlTemplate.SideRef> holes, Map<Pair, Boolean> into) {
    if (node.getKind() == SqlKind.AND) {
      return ((SqlCall) node)
          .getOperandList().stream().allMatch(operand -> collect(operand, holes, into));
    }
    if (node.getKind() != SqlKind.EQUALS) {
      return false;
    }
    SqlTemplate.SideRef one = hole(((SqlCall) node).operand(0), holes);
    SqlTemplate.SideRef other = hole(((SqlCall) node).operand(1), holes);
    if (one == null || other == null || one.side() == other.side()) {
      return false;
    }
    boolean inOrder = one.side() == Side.SOURCE;
    into.put(new Pair((inOrder ? one : other).name(), (inOrder ? other : one).name()), true);
    return true;
  }

  /** The hole that a node is, or null. */
  private static SqlTemplate.SideRef hole(SqlNode node, Map<String, SqlTemplate.SideRef> holes) {
    return node instanceof SqlIdentifier id && id.isSimple() ? holes.get(id.getSimple()) : null;
  }
}
