package io.calque.generated;

import io.calque.generated.Query.EntitySource;
import io.calque.generated.Query.FromItem;
import io.calque.generated.Query.Grouping;
import io.calque.generated.Query.Item;
import io.calque.generated.Query.Keyword;
import io.calque.generated.Query.Link;
import io.calque.generated.Query.ManualLink;
import io.calque.generated.Query.ModelLink;
import io.calque.generated.Query.NestedSource;
import io.calque.generated.Query.Order;
import io.calque.generated.Query.QuerySource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A query as a user writes it. */
final class QueryText {
  private static final Function<Expr.Column, String> NAMING =
      column -> column.owner() + "." + column.name();

  private final Query query;

  QueryText(Query query) {
    this.query = query;
  }

  String sql() {
    StringBuilder sql = new StringBuilder(with());
    sql.append("SELECT ").append(query.distinct() ? "DISTINCT " : "");
    sql.append(
        query.select().stream().map(QueryText::item).distinct().collect(Collectors.joining(", ")));
    sql.append("\nFROM");
    query.from().forEach(item -> sql.append(from(item)));
    if (query.where() != null) {
      sql.append("\nWHERE ").append(text(query.where()));
    }
    if (query.grouping() != null) {
      sql.append(groupBy(query.grouping()));
    }
    if (query.having() != null) {
      sql.append("\nHAVING ").append(text(query.having()));
    }
    if (query.qualify() != null) {
      sql.append("\nQUALIFY ").append(text(query.qualify()));
    }
    if (!query.orderBy().isEmpty()) {
      sql.append("\nORDER BY ").append(joined(query.orderBy(), this::order));
    }
    return sql.toString();
  }

  private static String text(Expr expression) {
    return expression.sql(NAMING);
  }

  private static String item(Item item) {
    return item.star() == null
        ? text(item.expression()) + " AS " + item.label()
        : item.star().alias() + ".*";
  }

  private static <T> String joined(List<T> parts, Function<T, String> text) {
    return parts.stream().map(text).collect(Collectors.joining(", "));
  }

  private String with() {
    List<String> ctes = new ArrayList<>();
    for (FromItem item : query.from()) {
      if (item.source() instanceof QuerySource source && source.cte()) {
        ctes.add("q_" + item.alias() + " AS (" + text(source) + ")");
      }
      if (item.source() instanceof NestedSource nested && nested.cte()) {
        String cte = cte(nested) + " AS (" + text(nested) + ")";
        if (!ctes.contains(cte)) {
          ctes.add(cte);
        }
      }
    }
    return ctes.isEmpty() ? "" : "WITH " + String.join(", ", ctes) + "\n";
  }

  /** Equal ones have the same name. */
  private String cte(NestedSource nested) {
    return query.from().stream()
        .filter(item -> item.source().equals(nested))
        .map(item -> "q_" + item.alias())
        .findFirst()
        .orElseThrow();
  }

  private String from(FromItem item) {
    String separator = item.keyword() == Keyword.FIRST ? " " : "\n" + item.keyword().sql() + " ";
    return separator + source(item) + link(item.link());
  }

  private String source(FromItem item) {
    if (item.source() instanceof EntitySource entity) {
      return entity.entity().equals(item.alias())
          ? item.alias()
          : entity.entity() + " " + item.alias();
    }
    if (item.source() instanceof NestedSource nested) {
      return nested(nested) + " " + item.alias();
    }
    QuerySource source = (QuerySource) item.source();
    return source.cte()
        ? "q_" + item.alias() + " " + item.alias()
        : "(" + text(source) + ") " + item.alias();
  }

  private String nested(NestedSource nested) {
    return switch (nested.form()) {
      case DERIVED -> "(" + text(nested) + ")";
      case STAR -> "(SELECT * FROM (" + text(nested) + ") s)";
      case CTE -> cte(nested);
      case STAR_OF_CTE -> "(SELECT s.* FROM " + cte(nested) + " s)";
    };
  }

  private static String text(NestedSource nested) {
    String where = nested.where() == null ? "" : " WHERE " + text(nested.where());
    String columns = joined(nested.columns(), column -> "t." + column);
    return "SELECT " + columns + " FROM " + nested.entity() + " t" + where;
  }

  private static String text(QuerySource source) {
    String first = new QueryText(source.query()).sql();
    return source.union() == null
        ? first
        : first + "\nUNION ALL\n" + new QueryText(source.union()).sql();
  }

  private static String link(Link link) {
    if (link instanceof ManualLink manual) {
      return " ON " + text(manual.condition());
    }
    if (!(link instanceof ModelLink join)) {
      return "";
    }
    String and = join.and() == null ? "" : " AND " + text(join.and());
    return switch (join.form()) {
      case DEFAULT -> "";
      case USING -> " USING ('" + join.join() + "')";
      case USING_QUALIFIED -> " USING ('" + join.near() + "." + join.join() + "')";
      case ON -> " ON " + join.join() + and;
      case ON_QUALIFIED -> " ON " + join.near() + "." + join.join() + and;
    };
  }

  private String groupBy(Grouping grouping) {
    List<String> keys = grouping.keys().stream().map(QueryText::text).toList();
    String listed = String.join(", ", keys);
    return switch (grouping.kind()) {
      case NONE -> "";
      case PLAIN -> "\nGROUP BY " + listed;
      case ORDINAL -> "\nGROUP BY " + joined(positions(grouping), i -> String.valueOf(i + 1));
      case LABEL -> "\nGROUP BY " + joined(positions(grouping), i -> query.select().get(i).label());
      case ALL -> "\nGROUP BY ALL";
      case ROLLUP -> "\nGROUP BY ROLLUP (" + listed + ")";
      case CUBE -> "\nGROUP BY CUBE (" + listed + ")";
      case KEY_AND_ROLLUP ->
          "\nGROUP BY "
              + keys.get(0)
              + ", ROLLUP ("
              + String.join(", ", keys.subList(1, keys.size()))
              + ")";
      case MIXED_SETS -> "\nGROUP BY GROUPING SETS (" + mixed(grouping) + ")";
      case SETS ->
          "\nGROUP BY GROUPING SETS ("
              + joined(grouping.sets(), set -> "(" + joined(set, keys::get) + ")")
              + ")";
    };
  }

  /** Each key in the next of the ways in which it can be written. */
  private String mixed(Grouping grouping) {
    int[] mentions = new int[grouping.keys().size()];
    List<Integer> positions = positions(grouping);
    return joined(
        grouping.sets(),
        set ->
            "("
                + joined(
                    set,
                    key -> {
                      int position = positions.get(key);
                      int way = position < 0 ? 0 : mentions[key]++ % 3;
                      return switch (way) {
                        case 0 -> text(grouping.keys().get(key));
                        case 1 -> String.valueOf(position + 1);
                        default -> query.select().get(position).label();
                      };
                    })
                + ")");
  }

  private List<Integer> positions(Grouping grouping) {
    List<Expr> selected = query.select().stream().map(Item::expression).toList();
    return grouping.keys().stream().map(selected::indexOf).toList();
  }

  private String order(Order order) {
    Item item = query.select().get(order.item());
    String reference =
        switch (order.form()) {
          case ORDINAL -> String.valueOf(order.item() + 1);
          case LABEL -> item.label();
          case EXPRESSION -> text(item.expression());
        };
    return reference
        + (order.descending() ? " DESC" : " ASC")
        + (order.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
  }

  /** All positions of a list. */
  static List<Integer> indices(List<?> list) {
    return IntStream.range(0, list.size()).boxed().toList();
  }
}
