package io.calque.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query over entities.
 *
 * @param where the condition, or null
 * @param grouping null for a query without aggregation
 * @param having the condition, or null
 * @param qualify the condition over windows, or null
 */
record Query(
    List<FromItem> from,
    Expr where,
    Grouping grouping,
    Expr having,
    Expr qualify,
    boolean distinct,
    List<Item> select,
    List<Order> orderBy) {

  /**
   * A column of the result.
   *
   * @param star the star that it is written as, together with its neighbours, or null
   */
  record Item(Expr expression, Type type, String label, Star star) {
    Item(Expr expression, Type type, String label) {
      this(expression, type, label, null);
    }
  }

  /**
   * A star.
   *
   * @param alias whose columns it shows
   * @param size how many
   */
  record Star(String alias, int size) {}

  /**
   * A part of ORDER BY.
   *
   * @param item the position of a selected item, from 0
   */
  record Order(int item, boolean descending, boolean nullsFirst, Form form) {
    /** How the item is referred to. */
    enum Form {
      ORDINAL,
      LABEL,
      EXPRESSION
    }
  }

  /**
   * GROUP BY.
   *
   * @param sets for GROUPING SETS, the keys of each by their positions
   */
  record Grouping(Kind kind, List<Expr> keys, List<List<Integer>> sets) {
    /** How keys are grouped; ORDINAL, LABEL and ALL are PLAIN, written otherwise. */
    enum Kind {
      /** Aggregation without GROUP BY. */
      NONE,
      PLAIN,
      ORDINAL,
      LABEL,
      ALL,
      ROLLUP,
      CUBE,
      /** The first key, and a rollup of the others. */
      KEY_AND_ROLLUP,
      SETS,
      /** The same, with keys written now as text, now as ordinal, now by their label. */
      MIXED_SETS
    }
  }

  /** A table in FROM. */
  sealed interface Source {}

  /** An entity. */
  record EntitySource(String entity) implements Source {}

  /**
   * An entity's rows in a derived table that passes its columns on, as tools nest them. Its metrics
   * are columns still, and no join of the model knows it.
   *
   * @param where the condition inside, over alias {@code t}, or null
   */
  record NestedSource(String entity, List<String> columns, Expr where, Form form)
      implements Source {
    /** How it is written; equal ones in WITH are the same one. */
    enum Form {
      DERIVED,
      /** A star around the derived table. */
      STAR,
      CTE,
      /** A star around the CTE. */
      STAR_OF_CTE
    }

    boolean cte() {
      return form == Form.CTE || form == Form.STAR_OF_CTE;
    }
  }

  /**
   * A derived table.
   *
   * @param union a query whose rows come below, or null
   * @param cte whether it is written in WITH
   */
  record QuerySource(Query query, Query union, boolean cte) implements Source {}

  /** How a table follows those before it. */
  enum Keyword {
    FIRST(""),
    INNER("JOIN"),
    LEFT("LEFT JOIN"),
    RIGHT("RIGHT JOIN"),
    FULL("FULL JOIN"),
    CROSS("CROSS JOIN"),
    COMMA(",");

    private final String sql;

    Keyword(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }

    boolean keepsLeft() {
      return this == LEFT || this == FULL;
    }

    boolean keepsRight() {
      return this == RIGHT || this == FULL;
    }
  }

  /** A table in FROM and what joins it to those before. */
  record FromItem(Keyword keyword, Source source, String alias, Link link) {
    /** The entity that joins of the model may start from. */
    Optional<String> entity() {
      return source instanceof EntitySource entity
          ? Optional.of(entity.entity())
          : Optional.empty();
    }
  }

  /** The entity whose rows and metrics an alias has, if it is one's. */
  Optional<String> measured(String alias) {
    Source source = source(alias);
    if (source instanceof NestedSource nested) {
      return Optional.of(nested.entity());
    }
    return source instanceof EntitySource entity ? Optional.of(entity.entity()) : Optional.empty();
  }

  /**
   * What it groups by. DuckDB's GROUP BY ALL also groups by the columns that HAVING mentions
   * outside of aggregates.
   */
  List<Expr> groupKeys() {
    List<Expr> keys = new ArrayList<>(grouping.keys());
    if (grouping.kind() == Grouping.Kind.ALL && having != null) {
      plainColumns(having).filter(column -> !keys.contains(column)).distinct().forEach(keys::add);
    }
    return keys;
  }

  private static Stream<Expr> plainColumns(Expr expression) {
    if (expression instanceof Expr.Column) {
      return Stream.of(expression);
    }
    if (expression instanceof Expr.Labelled labelled) {
      return plainColumns(labelled.expression());
    }
    return expression instanceof Expr.Aggregate || expression instanceof Expr.MetricCall
        ? Stream.of()
        : expression.children().stream().flatMap(Query::plainColumns);
  }

  /** The condition of a join. */
  sealed interface Link {}

  /** None. */
  record NoLink() implements Link {}

  /** A condition that the query writes itself. */
  record ManualLink(Expr condition) implements Link {}

  /**
   * A join of the model.
   *
   * @param near the alias on the left
   * @param join the name, with {@code __reversed} where need be, or null for the default
   * @param and a further condition in ON, or null
   */
  record ModelLink(String near, String join, Form form, Expr and) implements Link {
    /** How the join is referred to. */
    enum Form {
      DEFAULT,
      USING,
      USING_QUALIFIED,
      ON,
      ON_QUALIFIED
    }
  }

  Query withWhere(Expr condition) {
    return new Query(from, condition, grouping, having, qualify, distinct, select, orderBy);
  }

  Source source(String alias) {
    return from.stream().filter(item -> item.alias().equals(alias)).findFirst().get().source();
  }

  boolean has(String alias) {
    return from.stream().anyMatch(item -> item.alias().equals(alias));
  }
}
