package io.calque.cli.data;

import io.calque.cli.data.Finding.Kind;
import io.calque.model.Direction;
import io.calque.model.Entity;
import io.calque.model.Join;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import io.calque.model.Side;
import io.calque.model.Traversal;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Whether a join brings together what its relationship says. */
final class JoinCheck {
  private final SemanticModel model;
  private final Map<String, EntityCheck.Readable> readable;
  private final HopCheck hops;
  private final Asking asking;
  private final Consumer<Finding> findings;

  /**
   * @param readable the entities that can be read, by name in lower case
   */
  JoinCheck(
      SemanticModel model,
      Map<String, EntityCheck.Readable> readable,
      HopCheck hops,
      Asking asking,
      Consumer<Finding> findings) {
    this.model = model;
    this.readable = readable;
    this.hops = hops;
    this.asking = asking;
    this.findings = findings;
  }

  void check(Relationship relationship, Join join) {
    Entity left = model.entity(relationship.left()).orElseThrow();
    Entity right = model.entity(relationship.right()).orElseThrow();
    if (!isReadable(left) || !isReadable(right)) {
      return;
    }
    if (!hops.check(join)) {
      return;
    }
    try {
      if (reaches(join, left, right)) {
        for (SemanticModel.Way way : SemanticModel.waysOf(relationship)) {
          Traversal traversal = way.along(join);
          if (traversal.isToOne()) {
            checkToOne(traversal);
          }
        }
      }
    } catch (SQLException e) {
      findings.accept(EntityCheck.notChecked(join.place(), "the join " + join.name(), e));
    }
  }

  private boolean isReadable(Entity entity) {
    return readable.containsKey(key(entity.name()));
  }

  /** The JDBC type of a feature that queries see, else null. */
  private Integer type(Entity entity, String feature) {
    return readable.get(key(entity.name())).types().get(key(feature));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private boolean reaches(Join join, Entity left, Entity right) throws SQLException {
    String sql =
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM %s a JOIN %s b USING ('%s') LIMIT 1) d"
            .formatted(
                Asking.quoted(left.name()),
                Asking.quoted(right.name()),
                join.name().replace("'", "''"));
    if (asking.numbers(sql).get(0) > 0) {
      return true;
    }
    findings.accept(
        new Finding(
            Kind.REACHES_NOTHING,
            join.place(),
            "the join %s brings no row of %s together with any of %s"
                .formatted(join.name(), left.name(), right.name()),
            "queries that use it give no rows, or NULLs alone; look at the columns that it compares"));
    return false;
  }

  private void checkToOne(Traversal traversal) throws SQLException {
    Entity from = model.entity(traversal.from()).orElseThrow();
    Entity to = model.entity(traversal.to()).orElseThrow();
    String name = traversal.joinName().replace("'", "''");
    if (readable.get(key(from.name())).isKeySound()) {
      checkAtMostOne(traversal, from, to, name);
    } else {
      checkRowCount(traversal, from, to, name);
    }
    if (EntityCheck.isKeyVisible(to)) {
      checkDangling(traversal, from, to, name);
    }
  }

  private void checkAtMostOne(Traversal traversal, Entity from, Entity to, String name)
      throws SQLException {
    List<Long> repeated =
        asking.numbers(
            "SELECT COUNT(*), SUM(n - 1) FROM (SELECT COUNT(*) AS n FROM %s a JOIN %s b USING ('%s') GROUP BY %s HAVING COUNT(*) > 1) d"
                .formatted(
                    Asking.quoted(from.name()),
                    Asking.quoted(to.name()),
                    name,
                    Asking.columns("a", from.keys())));
    if (repeated.get(0) > 0) {
      findings.accept(
          multiplies(
              traversal,
              "%s of %s with more than one %s"
                  .formatted(EntityCheck.rows(repeated.get(0)), from.name(), to.name()),
              repeated.get(1)));
    }
  }

  /** The same where rows cannot be told apart: by how many there are. */
  private void checkRowCount(Traversal traversal, Entity from, Entity to, String name)
      throws SQLException {
    long rows = asking.numbers("SELECT COUNT(*) FROM " + Asking.quoted(from.name()) + " a").get(0);
    long joined =
        asking
            .numbers(
                "SELECT COUNT(*) FROM %s a LEFT JOIN %s b USING ('%s')"
                    .formatted(Asking.quoted(from.name()), Asking.quoted(to.name()), name))
            .get(0);
    if (joined > rows) {
      findings.accept(
          multiplies(
              traversal,
              "the join %s makes %s of %s out of %s"
                  .formatted(
                      traversal.joinName(),
                      EntityCheck.rows(joined),
                      from.name(),
                      EntityCheck.rows(rows)),
              joined - rows));
    }
  }

  private static Finding multiplies(Traversal traversal, String what, long tooMany) {
    boolean isDefault = traversal.join().isDefault();
    return new Finding(
        isDefault ? Kind.DEFAULT_MULTIPLIES : Kind.CARDINALITY,
        traversal.join().place(),
        "%s, but %s declares at most one %s"
            .formatted(what, traversal.relationship().name(), traversal.to()),
        ("%s joined with %s%s gets %s too many: metrics of %s count them twice, and a feature of %s"
                + " that reads %s over it repeats rows; correct relationship:, or the data")
            .formatted(
                traversal.from(),
                traversal.to(),
                isDefault ? ", if nobody names a join," : "",
                EntityCheck.rows(tooMany),
                traversal.from(),
                traversal.from(),
                traversal.to()));
  }

  /** Rows that refer to something which is not there. */
  private void checkDangling(Traversal traversal, Entity from, Entity to, String name)
      throws SQLException {
    if (!traversal.join().path().isDirect()) {
      return;
    }
    Side near = traversal.direction() == Direction.FORWARD ? Side.SOURCE : Side.DESTINATION;
    List<String> references =
        traversal.join().path().hops().get(0).predicate().sideRefs(near).stream()
            .filter(ref -> type(from, ref) != null)
            .toList();
    if (references.isEmpty() || isWholeKey(references, from)) {
      return;
    }
    String dangling =
        "FROM %s a LEFT JOIN %s b USING ('%s') WHERE %s AND %s"
            .formatted(
                Asking.quoted(from.name()),
                Asking.quoted(to.name()),
                name,
                Asking.allAre("b", to.keys(), "IS NULL"),
                Asking.allAre("a", references, "IS NOT NULL"));
    long count = asking.numbers("SELECT COUNT(*) " + dangling).get(0);
    if (count > 0) {
      String columns = Asking.columns("a", references);
      List<String> examples =
          asking.rows(
              "SELECT DISTINCT %s %s ORDER BY %s LIMIT 3".formatted(columns, dangling, columns));
      findings.accept(
          new Finding(
              Kind.DANGLING,
              traversal.join().place(),
              "%s of %s with a %s that is not there, such as %s %s"
                  .formatted(
                      EntityCheck.rows(count),
                      from.name(),
                      to.name(),
                      String.join(", ", references),
                      String.join("; ", examples)),
              "an inner join of %s with %s loses them; a LEFT JOIN shows them without %s"
                  .formatted(from.name(), to.name(), to.name())));
    }
  }

  /** Then the rows refer to nothing: it is the others that refer to them, or need not. */
  private static boolean isWholeKey(List<String> references, Entity entity) {
    return references.size() == entity.keys().size()
        && entity.keys().stream()
            .allMatch(key -> references.stream().anyMatch(key::equalsIgnoreCase));
  }
}
