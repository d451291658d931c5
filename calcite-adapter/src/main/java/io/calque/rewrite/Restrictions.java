package io.calque.rewrite;

import io.calque.bind.BoundName;
import io.calque.bind.BoundQuery;
import io.calque.bind.EntityUse;
import io.calque.model.Feature.FieldFeature;
import io.calque.sql.SqlSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/** Finds the {@link Restriction} of each mention of an entity: among the conjuncts of WHERE. */
final class Restrictions {
  private final SqlSource source;
  private final Map<Integer, BoundName> names = new HashMap<>();
  private final Map<EntityUse, Restriction> found = new HashMap<>();

  private Restrictions(BoundQuery query) {
    this.source = query.statement().source();
    query.names().forEach(name -> names.put(name.place().start(), name));
  }

  static Restrictions of(BoundQuery query) {
    Restrictions restrictions = new Restrictions(query);
    query
        .statement()
        .query()
        .accept(
            new SqlBasicVisitor<Void>() {
              @Override
              public Void visit(SqlCall call) {
                if (call instanceof SqlSelect select && isOfOneTable(select)) {
                  restrictions.add(select.getWhere());
                }
                return super.visit(call);
              }
            });
    return restrictions;
  }

  /** Among joins the warehouse does better when it may choose their order. */
  private static boolean isOfOneTable(SqlSelect select) {
    return select.getWhere() != null
        && select.getFrom() != null
        && select.getFrom().getKind() != SqlKind.JOIN;
  }

  Restriction of(EntityUse use) {
    return found.getOrDefault(use, Restriction.NONE);
  }

  private void add(SqlNode condition) {
    if (!(condition instanceof SqlCall call)) {
      return;
    }
    List<SqlNode> operands = call.getOperandList();
    switch (call.getKind()) {
      case AND -> operands.forEach(this::add);
      case EQUALS -> {
        fix(operands.get(0), operands.get(1));
        fix(operands.get(1), operands.get(0));
      }
      case IN -> list(operands.get(0), operands.get(1));
      default -> {}
    }
  }

  private void fix(SqlNode feature, SqlNode value) {
    if (isGiven(value)) {
      BoundName name = name(feature);
      if (name != null) {
        EntityUse use = name.use().orElseThrow();
        found.put(use, of(use).withFixed(name.feature()));
      }
    }
  }

  private void list(SqlNode feature, SqlNode values) {
    if (values instanceof SqlNodeList list && list.stream().allMatch(Restrictions::isGiven)) {
      BoundName name = name(feature);
      if (name != null) {
        EntityUse use = name.use().orElseThrow();
        found.put(use, of(use).withListed(name.feature()));
      }
    }
  }

  /** A field of an entity; what is aggregated is known too late to leave rows out before. */
  private BoundName name(SqlNode node) {
    BoundName name =
        node instanceof SqlIdentifier
            ? names.get(source.place(node.getParserPosition()).start())
            : null;
    return name != null && name.use().isPresent() && name.feature() instanceof FieldFeature
        ? name
        : null;
  }

  private static boolean isGiven(SqlNode node) {
    return node instanceof SqlLiteral
        || node instanceof SqlDynamicParam
        || node.getKind() == SqlKind.MINUS_PREFIX && isGiven(((SqlCall) node).operand(0));
  }
}
