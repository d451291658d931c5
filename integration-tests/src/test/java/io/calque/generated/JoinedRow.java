package io.calque.generated;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A row of FROM: for each alias a row of its table, or null where an outer join put NULLs. */
final class JoinedRow implements Scope {
  private final Answer answer;
  private final Map<String, Row> rows;

  JoinedRow(Answer answer, Map<String, Row> rows) {
    this.answer = answer;
    this.rows = rows;
  }

  /** The row of an alias. */
  Row of(String alias) {
    return rows.get(alias);
  }

  JoinedRow with(String alias, Row row) {
    Map<String, Row> more = new HashMap<>(rows);
    more.put(alias, row);
    return new JoinedRow(answer, more);
  }

  JoinedRow with(JoinedRow other) {
    Map<String, Row> more = new HashMap<>(rows);
    more.putAll(other.rows);
    return new JoinedRow(answer, more);
  }

  @Override
  public Object column(Expr.Column column) {
    if (!rows.containsKey(column.owner())) {
      return answer.outer().value(column);
    }
    Row row = rows.get(column.owner());
    if (row == null) {
      return null;
    }
    Optional<String> entity = answer.query().measured(column.owner());
    return entity.isPresent()
        ? answer.world().value(entity.get(), row, column.name())
        : row.get(column.name());
  }

  @Override
  public Object scalar(Query query) {
    return answer.scalar(query, this);
  }

  @Override
  public boolean exists(Query query) {
    return answer.exists(query, this);
  }
}
