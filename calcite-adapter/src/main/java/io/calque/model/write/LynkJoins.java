package io.calque.model.write;

import io.calque.model.Cardinality;
import io.calque.model.Join;
import io.calque.model.JoinType;
import io.calque.model.Node;
import io.calque.model.SourceQuery;
import io.calque.model.TableName;
import io.calque.model.read.TableNames;
import java.util.ArrayList;
import java.util.List;

/** Writes the joins of relationships and related sources. */
final class LynkJoins {
  private LynkJoins() {}

  /**
   * A join.
   *
   * @param usual the cardinality of what it belongs to
   * @param siblings how many joins that has; one alone is the default without saying so
   */
  static YamlMap join(Join join, Cardinality usual, int siblings) {
    YamlMap map = new YamlMap().text("name", join.name());
    join.reverseName().ifPresent(name -> map.text("reverse_name", name));
    if (siblings > 1) {
      map.yaml("default", String.valueOf(join.isDefault()));
    }
    if (!join.description().isEmpty()) {
      map.text("description", join.description());
    }
    if (join.cardinality() != usual) {
      map.text("relationship", LynkWriter.word(join.cardinality()));
    }
    if (join.declaredType() != JoinType.LEFT) {
      map.text("join_type", LynkWriter.word(join.declaredType()));
    }
    if (join.path().isDirect()) {
      return map.text("type", "sql").text("sql", LynkSql.of(join.path().hops().get(0).predicate()));
    }
    List<YamlMap> steps = new ArrayList<>();
    for (int i = 0; i < join.path().hops().size(); i++) {
      steps.add(
          stop(join.path().nodes().get(i + 1))
              .text("type", "sql")
              .text("sql", LynkSql.of(join.path().hops().get(i).predicate())));
    }
    return map.text("type", "lookup").items("lookup", steps);
  }

  private static YamlMap stop(Node node) {
    YamlMap map = new YamlMap();
    if (!(node instanceof Node.TableNode bare)) {
      return map.text("destination", ((Node.EntityNode) node).entity());
    }
    if (bare.source() instanceof SourceQuery query) {
      return map.text("query", query.sql());
    }
    TableName table = (TableName) bare.source();
    boolean looksLikeEntity = table.parts().size() == 1;
    String written = TableNames.written(table);
    return map.text(
        "destination",
        looksLikeEntity && written.equals(table.last()) ? '"' + written + '"' : written);
  }
}
