package io.calque.generated;

import io.calque.generated.Query.EntitySource;
import io.calque.generated.Query.FromItem;
import io.calque.generated.Query.Keyword;
import io.calque.generated.Query.Link;
import io.calque.generated.Query.ManualLink;
import io.calque.generated.Query.ModelLink;
import io.calque.generated.Query.NestedSource;
import io.calque.generated.Query.QuerySource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The rows of FROM. Outer joins keep their meaning between the two tables, however many bridges are
 * between; each path is a row.
 */
final class FromAnswer {
  /** More joined rows than a readable case has. */
  static final int MOST_ROWS = 4000;

  private final Answer answer;

  FromAnswer(Answer answer) {
    this.answer = answer;
  }

  /** The rows that the comma puts side by side, and within each side the joins. */
  List<JoinedRow> rows() {
    List<JoinedRow> sides = List.of(new JoinedRow(answer, Map.of()));
    List<JoinedRow> side = List.of();
    List<String> aliases = new ArrayList<>();
    for (FromItem item : answer.query().from()) {
      List<Row> rows = rows(item);
      if (item.keyword() == Keyword.FIRST || item.keyword() == Keyword.COMMA) {
        sides = item.keyword() == Keyword.FIRST ? sides : product(sides, side);
        JoinedRow nothing = new JoinedRow(answer, Map.of());
        side = rows.stream().map(row -> nothing.with(item.alias(), row)).toList();
        aliases.clear();
      } else {
        side = join(side, aliases, item, rows);
      }
      aliases.add(item.alias());
      checkSize(side.size());
    }
    return product(sides, side);
  }

  private static void checkSize(long size) {
    if (size > MOST_ROWS) {
      throw new TooManyRowsException();
    }
  }

  /** The query joins to more rows than are worth the time. */
  static final class TooManyRowsException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private List<JoinedRow> product(List<JoinedRow> left, List<JoinedRow> right) {
    checkSize((long) left.size() * right.size());
    return left.stream().flatMap(l -> right.stream().map(l::with)).toList();
  }

  private List<Row> rows(FromItem item) {
    if (item.source() instanceof EntitySource entity) {
      return answer.world().rows(entity.entity());
    }
    if (item.source() instanceof NestedSource nested) {
      return rows(nested);
    }
    QuerySource source = (QuerySource) item.source();
    List<Row> rows = new ArrayList<>(rows(source.query()));
    if (source.union() != null) {
      rows.addAll(rows(source.union()));
    }
    return rows;
  }

  private List<Row> rows(NestedSource nested) {
    World world = answer.world();
    return world.rows(nested.entity()).stream()
        .filter(
            row -> {
              Scope scope = column -> world.value(nested.entity(), row, column.name());
              return nested.where() == null || scope.isTrue(nested.where());
            })
        .toList();
  }

  private List<Row> rows(Query query) {
    return new Answer(answer.world(), query, Answer.NOWHERE).asRows();
  }

  private List<JoinedRow> join(
      List<JoinedRow> left, List<String> leftAliases, FromItem item, List<Row> right) {
    Set<Row> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    List<JoinedRow> joined = new ArrayList<>();
    Function<JoinedRow, List<JoinedRow>> partners = partners(item, right);
    for (JoinedRow row : left) {
      List<JoinedRow> matches = partners.apply(row);
      joined.addAll(matches);
      checkSize(joined.size());
      matches.forEach(match -> reached.add(match.of(item.alias())));
      if (matches.isEmpty() && item.keyword().keepsLeft()) {
        joined.add(row.with(item.alias(), null));
      }
    }
    if (item.keyword().keepsRight()) {
      Map<String, Row> nulls = new HashMap<>();
      leftAliases.forEach(alias -> nulls.put(alias, null));
      right.stream()
          .filter(row -> !reached.contains(row))
          .forEach(row -> joined.add(new JoinedRow(answer, nulls).with(item.alias(), row)));
    }
    return joined;
  }

  /** What a row on the left is joined to. */
  private Function<JoinedRow, List<JoinedRow>> partners(FromItem item, List<Row> right) {
    Link link = item.link();
    if (link instanceof ModelLink join) {
      String near = ((EntitySource) answer.query().source(join.near())).entity();
      Walk walk = answer.world().walk(near, item.entity().orElseThrow(), join.join());
      return row -> matching(row, item, walk.paths(row.of(join.near())), join.and());
    }
    Expr condition = link instanceof ManualLink manual ? manual.condition() : null;
    return row -> matching(row, item, right, condition);
  }

  private static List<JoinedRow> matching(
      JoinedRow left, FromItem item, List<Row> right, Expr condition) {
    return right.stream()
        .map(row -> left.with(item.alias(), row))
        .filter(row -> condition == null || row.isTrue(condition))
        .toList();
  }
}
