package io.calque.bind;

import io.calque.sql.CalqueOperators;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/**
 * A star taken apart. Names are in lower case.
 *
 * @param id the star with its qualifier
 * @param excluded the columns that EXCLUDE names
 * @param replaced from a column's name to the expression, with its alias, in its place
 * @param renamed from a column's name to its new one
 */
record Star(
    SqlIdentifier id,
    Set<String> excluded,
    Map<String, SqlNode> replaced,
    Map<String, SqlIdentifier> renamed) {

  static boolean isStar(SqlNode item) {
    return item instanceof SqlIdentifier id && id.isStar()
        || item instanceof SqlCall call && call.getOperator() == CalqueOperators.STAR;
  }

  static Star of(SqlNode item) {
    if (item instanceof SqlIdentifier id) {
      return new Star(id, Set.of(), Map.of(), Map.of());
    }
    SqlCall call = (SqlCall) item;
    Set<String> excluded = new HashSet<>();
    ((SqlNodeList) call.operand(1)).forEach(name -> excluded.add(last(name)));
    Map<String, SqlNode> replaced = new LinkedHashMap<>();
    ((SqlNodeList) call.operand(2))
        .forEach(as -> replaced.put(last(((SqlCall) as).operand(1)), as));
    Map<String, SqlIdentifier> renamed = new LinkedHashMap<>();
    ((SqlNodeList) call.operand(3))
        .forEach(
            as ->
                renamed.put(
                    last(((SqlCall) as).operand(0)), (SqlIdentifier) ((SqlCall) as).operand(1)));
    return new Star((SqlIdentifier) call.operand(0), excluded, replaced, renamed);
  }

  private static String last(SqlNode name) {
    List<String> names = ((SqlIdentifier) name).names;
    return names.get(names.size() - 1).toLowerCase(Locale.ROOT);
  }

  /** The alias before the star. */
  Optional<String> qualifier() {
    int parts = id.names.size();
    return parts > 1 ? Optional.of(id.names.get(parts - 2)) : Optional.empty();
  }

  /** Whether it has neither EXCLUDE nor REPLACE nor RENAME. */
  boolean isPlain() {
    return excluded.isEmpty() && replaced.isEmpty() && renamed.isEmpty();
  }
}
