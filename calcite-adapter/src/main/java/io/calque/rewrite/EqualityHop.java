package io.calque.rewrite;

import io.calque.model.Side;
import io.calque.model.SqlTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/**
 * A hop whose condition is a conjunction of equalities between its two sides, and perhaps of
 * conditions on the far side alone.
 *
 * @param pairs one or more
 * @param farOnly conditions in which only the far side occurs
 */
record EqualityHop(List<Pair> pairs, List<SqlTemplate> farOnly) {
  /**
   * An equality.
   *
   * @param near the feature or column on the near side
   * @param far the one on the far side
   */
  record Pair(String near, String far) {}

  /** Reads a hop's condition so; empty if it is anything else, or cannot be read. */
  static Optional<EqualityHop> of(SqlTemplate predicate, Side nearSide) {
    return SnippetSyntax.of(predicate).flatMap(syntax -> read(syntax, nearSide));
  }

  /** The equalities among a condition's conjuncts, whatever the others are. */
  static List<Pair> pairsIn(SqlTemplate predicate, Side nearSide) {
    return SnippetSyntax.of(predicate).stream()
        .flatMap(
            syntax ->
                conjuncts(syntax.tree(), new ArrayList<>()).stream()
                    .flatMap(conjunct -> pair(syntax, conjunct, nearSide).stream()))
        .toList();
  }

  private static Optional<EqualityHop> read(SnippetSyntax syntax, Side nearSide) {
    List<Pair> pairs = new ArrayList<>();
    List<SqlTemplate> farOnly = new ArrayList<>();
    for (SqlNode conjunct : conjuncts(syntax.tree(), new ArrayList<>())) {
      Optional<Pair> pair = pair(syntax, conjunct, nearSide);
      if (pair.isPresent()) {
        pairs.add(pair.get());
      } else if (isFarOnly(syntax, conjunct, nearSide)) {
        farOnly.add(syntax.slice(conjunct));
      } else {
        return Optional.empty();
      }
    }
    return pairs.isEmpty()
        ? Optional.empty()
        : Optional.of(new EqualityHop(List.copyOf(pairs), List.copyOf(farOnly)));
  }

  private static List<SqlNode> conjuncts(SqlNode node, List<SqlNode> into) {
    if (node.getKind() == SqlKind.AND) {
      ((SqlCall) node).getOperandList().forEach(operand -> conjuncts(operand, into));
    } else {
      into.add(node);
    }
    return into;
  }

  private static Optional<Pair> pair(SnippetSyntax syntax, SqlNode node, Side nearSide) {
    if (node.getKind() != SqlKind.EQUALS) {
      return Optional.empty();
    }
    Optional<SqlTemplate.Part> left = syntax.hole(((SqlCall) node).operand(0));
    Optional<SqlTemplate.Part> right = syntax.hole(((SqlCall) node).operand(1));
    if (left.isPresent()
        && right.isPresent()
        && left.get() instanceof SqlTemplate.SideRef one
        && right.get() instanceof SqlTemplate.SideRef other
        && one.side() != other.side()) {
      boolean oneIsNear = one.side() == nearSide;
      return Optional.of(
          new Pair(oneIsNear ? one.name() : other.name(), oneIsNear ? other.name() : one.name()));
    }
    return Optional.empty();
  }

  private static boolean isFarOnly(SnippetSyntax syntax, SqlNode node, Side nearSide) {
    AtomicBoolean farOnly = new AtomicBoolean(true);
    node.accept(
        new SqlBasicVisitor<Void>() {
          @Override
          public Void visit(SqlIdentifier id) {
            Optional<SqlTemplate.Part> hole = syntax.hole(id);
            if (hole.isEmpty()
                || !(hole.get() instanceof SqlTemplate.SideRef ref)
                || ref.side() == nearSide) {
              farOnly.set(false);
            }
            return null;
          }
        });
    return farOnly.get();
  }
}
