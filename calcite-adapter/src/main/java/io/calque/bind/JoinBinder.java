package io.calque.bind;

import io.calque.error.ErrorCode;
import io.calque.model.Direction;
import io.calque.model.JoinPath;
import io.calque.model.Node;
import io.calque.model.Side;
import io.calque.model.SqlTemplate;
import io.calque.model.Traversal;
import io.calque.sql.CalqueJoin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/** Binds a JOIN: which join of the model it means, if it means one. */
final class JoinBinder {
  private final Bindings bindings;
  private final ExpressionBinder expressions;
  private final NameResolver names;
  private final JoinChoice choice;

  JoinBinder(Bindings bindings, ExpressionBinder expressions) {
    this.bindings = bindings;
    this.expressions = expressions;
    this.names = new NameResolver(bindings);
    this.choice = new JoinChoice(bindings);
  }

  /**
   * Binds a join whose operands are bound.
   *
   * @param left what the left operand makes visible
   * @param right what the right operand makes visible
   * @param scope the scope of the SELECT
   */
  void bind(CalqueJoin join, List<Relation> left, List<Relation> right, Scope scope) {
    if (join.isNatural()) {
      if (join.getConditionType() != JoinConditionType.NONE) {
        throw bindings.error(
            join.getConditionTypeNode(),
            ErrorCode.SYNTAX_ERROR,
            "NATURAL JOIN takes no condition; leave NATURAL or the condition out");
      }
      markNullable(join.getJoinType(), left, right);
      mergeNatural(join, left, right, scope);
      return;
    }
    Scope visible = scope.join();
    left.forEach(visible::add);
    right.forEach(visible::add);
    markNullable(join.getJoinType(), left, right);
    SelectJoin.Builder facts = new SelectJoin.Builder(rows(join), left, right);
    switch (join.getConditionType()) {
      case NONE -> {
        if (asksForModelJoin(join)) {
          JoinChoice.Chosen chosen = choice.byDefault(join, left, right);
          add(join, chosen, new BoundJoin.Request.Default(), facts);
        }
      }
      case USING -> bindUsing(join, left, right, scope, facts);
      case ON -> bindOn(join, left, right, visible, facts);
    }
    scope.select().ifPresent(select -> select.joins.add(facts.build()));
  }

  private static SelectJoin.Rows rows(CalqueJoin join) {
    if (join.style() == CalqueJoin.Style.ANTI) {
      return SelectJoin.Rows.UNMATCHED_LEFT;
    }
    return switch (join.getJoinType()) {
      case LEFT -> SelectJoin.Rows.ALL_LEFT;
      case RIGHT -> SelectJoin.Rows.ALL_RIGHT;
      case FULL -> SelectJoin.Rows.ALL;
      default -> SelectJoin.Rows.MATCHED;
    };
  }

  private static void markNullable(JoinType type, List<Relation> left, List<Relation> right) {
    if (type == JoinType.RIGHT || type == JoinType.FULL) {
      left.forEach(JoinBinder::markNullable);
    }
    if (type == JoinType.LEFT || type == JoinType.FULL) {
      right.forEach(JoinBinder::markNullable);
    }
  }

  private static void markNullable(Relation relation) {
    if (relation instanceof EntityUse use) {
      use.markNullable();
    }
  }

  /** Whether the right side's columns cannot be seen after the join. */
  static boolean hidesRight(CalqueJoin join) {
    return join.style() == CalqueJoin.Style.SEMI || join.style() == CalqueJoin.Style.ANTI;
  }

  private static boolean asksForModelJoin(CalqueJoin join) {
    return (join.style() == CalqueJoin.Style.PLAIN || hidesRight(join))
        && switch (join.getJoinType()) {
          case INNER, LEFT, RIGHT, FULL -> true;
          default -> false;
        };
  }

  private void bindUsing(
      CalqueJoin join,
      List<Relation> left,
      List<Relation> right,
      Scope scope,
      SelectJoin.Builder facts) {
    if (join.relationshipJoin().isPresent()) {
      SqlNode name = join.getCondition();
      JoinChoice.Chosen chosen =
          choice.byName(join, name, join.relationshipJoin().get(), left, right);
      add(join, chosen, new BoundJoin.Request.Using(bindings.place(name)), facts);
      return;
    }
    for (SqlNode node : join.usingColumns().orElseThrow()) {
      SqlIdentifier column = (SqlIdentifier) node;
      Scope onLeft = Scope.root();
      left.forEach(onLeft::add);
      Scope onRight = Scope.root();
      right.forEach(onRight::add);
      Optional<BoundName> one = names.resolve(column, onLeft);
      Optional<BoundName> other = names.resolve(column, onRight);
      if (one.isPresent() && other.isPresent()) {
        facts.add(one.get(), other.get());
      }
      scope.addMerged(column.getSimple());
    }
  }

  private void bindOn(
      SqlJoin join,
      List<Relation> left,
      List<Relation> right,
      Scope visible,
      SelectJoin.Builder facts) {
    List<SqlNode> conjuncts = new ArrayList<>();
    conjuncts(join.getCondition(), conjuncts);
    SqlIdentifier joinName = null;
    for (SqlNode conjunct : conjuncts) {
      if (joinName == null
          && conjunct instanceof SqlIdentifier id
          && isJoinName(id, left, right, visible)) {
        joinName = id;
      } else {
        checkNoJoinName(conjunct, left, right, visible);
        bindConjunct(conjunct, visible, facts);
      }
    }
    if (joinName != null) {
      JoinChoice.Chosen chosen =
          choice.byName(join, joinName, String.join(".", joinName.names), left, right);
      add(
          join,
          chosen,
          new BoundJoin.Request.On(bindings.place(joinName), bindings.place(join.getCondition())),
          facts);
    }
  }

  /** A join's name stands once, and not under OR, NOT or anything else. */
  private void checkNoJoinName(
      SqlNode condition, List<Relation> left, List<Relation> right, Scope visible) {
    condition.accept(
        new SqlBasicVisitor<Void>() {
          @Override
          public Void visit(SqlIdentifier id) {
            if (isJoinName(id, left, right, visible)) {
              throw bindings.error(
                  id,
                  ErrorCode.JOIN_NOT_ALLOWED_HERE,
                  "the join %s can stand in ON only once, alone or before AND".formatted(id));
            }
            return null;
          }

          @Override
          public Void visit(SqlCall call) {
            return QueryBinder.isQuery(call) ? null : super.visit(call);
          }
        });
  }

  private void bindConjunct(SqlNode conjunct, Scope visible, SelectJoin.Builder facts) {
    if (conjunct.getKind() == SqlKind.EQUALS) {
      Optional<BoundName> one = expressions.bind(((SqlCall) conjunct).operand(0), visible);
      Optional<BoundName> other = expressions.bind(((SqlCall) conjunct).operand(1), visible);
      if (one.isPresent() && other.isPresent()) {
        facts.add(one.get(), other.get());
      }
    } else {
      expressions.bind(conjunct, visible);
    }
  }

  private boolean isJoinName(
      SqlIdentifier id, List<Relation> left, List<Relation> right, Scope visible) {
    if (id.isStar() || id.names.size() > 2) {
      return false;
    }
    return choice.isJoinName(String.join(".", id.names), left, right)
        && (id.names.size() > 1 || !names.isVisible(id, visible));
  }

  private static void conjuncts(SqlNode condition, List<SqlNode> into) {
    if (condition.getKind() == SqlKind.AND) {
      ((SqlCall) condition).getOperandList().forEach(operand -> conjuncts(operand, into));
    } else {
      into.add(condition);
    }
  }

  private void mergeNatural(SqlJoin join, List<Relation> left, List<Relation> right, Scope scope) {
    left.forEach(relation -> bindings.seal(relation, join));
    right.forEach(relation -> bindings.seal(relation, join));
    for (Relation relation : List.copyOf(scope.relations())) {
      if ((left.contains(relation) || right.contains(relation))
          && relation instanceof EntityUse use) {
        use.needWholeRow();
      }
    }
    for (Relation one : left) {
      for (DerivedColumn column : one.columns()) {
        Optional<String> name = column.name().map(Name::value);
        if (name.isPresent()
            && right.stream()
                .flatMap(r -> r.columns().stream())
                .anyMatch(c -> c.isCalled(name.get()))) {
          scope.addMerged(name.get());
        }
      }
    }
  }

  private void add(
      SqlJoin join, JoinChoice.Chosen chosen, BoundJoin.Request request, SelectJoin.Builder facts) {
    Traversal traversal = chosen.traversal();
    needEnds(chosen.from(), chosen.to(), traversal);
    if (keyword(join) == BoundJoin.Keyword.FULL && !traversal.join().path().isDirect()) {
      needKeys(chosen.to());
    }
    BoundJoin bound =
        new BoundJoin(
            chosen.from(),
            chosen.to(),
            traversal,
            keyword(join),
            bindings.place(join.getLeft()),
            bindings.place(join.getRight()),
            request);
    bindings.joins.add(bound);
    facts.add(bound);
  }

  private BoundJoin.Keyword keyword(SqlJoin join) {
    return switch (join.getJoinType()) {
      case INNER -> BoundJoin.Keyword.INNER;
      case LEFT -> BoundJoin.Keyword.LEFT;
      case RIGHT -> BoundJoin.Keyword.RIGHT;
      case FULL -> BoundJoin.Keyword.FULL;
      default ->
          throw bindings.error(
              join,
              ErrorCode.JOIN_NOT_ALLOWED_HERE,
              "a join of the model can be INNER, LEFT, RIGHT or FULL");
    };
  }

  /** The features in the conditions at both ends of the path. */
  private static void needEnds(EntityUse from, EntityUse to, Traversal traversal) {
    boolean forward = traversal.direction() == Direction.FORWARD;
    JoinPath path = traversal.join().path();
    SqlTemplate first = path.hops().get(0).predicate();
    SqlTemplate last = path.hops().get(path.hops().size() - 1).predicate();
    need(forward ? from : to, path.first(), first.sideRefs(Side.SOURCE));
    need(forward ? to : from, path.last(), last.sideRefs(Side.DESTINATION));
  }

  /** A full join through a lookup finds the far entity's rows again by their keys. */
  private static void needKeys(EntityUse use) {
    use.needMark();
    use.entity().keys().forEach(key -> use.need(use.table().feature(key).orElseThrow()));
  }

  private static void need(EntityUse use, Node node, List<String> names) {
    if (node instanceof Node.EntityNode) {
      names.forEach(name -> use.need(use.table().feature(name).orElseThrow()));
    }
  }
}
