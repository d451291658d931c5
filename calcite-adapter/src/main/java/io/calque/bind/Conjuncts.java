package io.calque.bind;

import io.calque.error.SqlPlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/** Takes a WHERE apart into the conditions that it joins by AND, once its names are bound. */
final class Conjuncts {
  private final Bindings bindings;
  private final Map<Integer, BoundName> names = new HashMap<>();

  private Conjuncts(Bindings bindings, SqlPlace where) {
    this.bindings = bindings;
    for (BoundName name : bindings.names) {
      if (where.start() <= name.place().start() && name.place().end() <= where.end()) {
        names.put(name.place().start(), name);
      }
    }
  }

  /**
   * The conjuncts of a condition.
   *
   * @param where may be null, then there are none
   */
  static List<MetricSelect.Conjunct> of(SqlNode where, Bindings bindings) {
    List<MetricSelect.Conjunct> conjuncts = new ArrayList<>();
    if (where != null) {
      new Conjuncts(bindings, bindings.place(where)).add(where, conjuncts);
    }
    return conjuncts;
  }

  private void add(SqlNode condition, List<MetricSelect.Conjunct> into) {
    if (condition.getKind() == SqlKind.AND) {
      ((SqlCall) condition).getOperandList().forEach(operand -> add(operand, into));
      return;
    }
    Reader reader = new Reader();
    condition.accept(reader);
    boolean isOfOne =
        reader.isOfOne
            && !reader.found.isEmpty()
            && reader.found.stream().map(BoundName::use).distinct().count() == 1;
    into.add(
        new MetricSelect.Conjunct(
            bindings.place(condition),
            isOfOne ? reader.found.get(0).use() : Optional.empty(),
            reader.found.stream().map(BoundName::feature).toList(),
            reader.hasFunction));
  }

  /** Looks for what a condition speaks of. */
  private final class Reader extends SqlBasicVisitor<Void> {
    private final List<BoundName> found = new ArrayList<>();
    private boolean isOfOne = true;
    private boolean hasFunction;

    @Override
    public Void visit(SqlIdentifier id) {
      BoundName name = names.get(bindings.place(id).start());
      if (name != null && name.use().isPresent()) {
        found.add(name);
      } else {
        isOfOne = false;
      }
      return null;
    }

    @Override
    public Void visit(SqlCall call) {
      if (QueryBinder.isQuery(call)) {
        isOfOne = false;
        return null;
      }
      hasFunction |=
          call.getOperator() instanceof SqlFunction
              && call.getKind() != SqlKind.CAST
              && call.getKind() != SqlKind.COALESCE
              && call.getKind() != SqlKind.NULLIF
              && call.getKind() != SqlKind.EXTRACT;
      return super.visit(call);
    }
  }
}
