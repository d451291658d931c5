package io.calque.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An SQL expression of a model or a query, which can be both written and evaluated. Two that are
 * written alike are equal.
 */
sealed interface Expr {
  /** The value, where no part of it is known as a whole; see {@link Scope#value}. */
  Object evaluate(Scope scope);

  /** The text, given how columns are written. */
  String sql(Function<Column, String> naming);

  default List<Expr> children() {
    return List.of();
  }

  default Expr withChildren(List<Expr> children) {
    return this;
  }

  /** This and all parts of it, but not those of subqueries. */
  default Stream<Expr> all() {
    return Stream.concat(Stream.of(this), children().stream().flatMap(Expr::all));
  }

  default Expr and(Expr other) {
    return new Call(Operator.AND, List.of(this, other));
  }

  static Expr call(Operator operator, Expr... operands) {
    return new Call(operator, List.of(operands));
  }

  static Expr literal(Object value) {
    return new Literal(value);
  }

  static Column column(String owner, String name) {
    return new Column(owner, name);
  }

  /**
   * A constant.
   *
   * @param value Long, String, Boolean or null
   */
  record Literal(Object value) implements Expr {
    @Override
    public Object evaluate(Scope scope) {
      return value;
    }

    @Override
    public String sql(Function<Column, String> naming) {
      return value instanceof String ? "'" + value + "'" : String.valueOf(value).toUpperCase();
    }
  }

  /**
   * A feature or column.
   *
   * @param owner in queries an alias; in models {@code source}, {@code destination}, or nothing for
   *     a feature of the entity itself
   */
  record Column(String owner, String name) implements Expr {
    @Override
    public Object evaluate(Scope scope) {
      return scope.column(this);
    }

    @Override
    public String sql(Function<Column, String> naming) {
      return naming.apply(this);
    }
  }

  /** An operator or scalar function. */
  record Call(Operator operator, List<Expr> children) implements Expr {
    @Override
    public Object evaluate(Scope scope) {
      List<Object> values = new ArrayList<>();
      children.forEach(child -> values.add(scope.value(child)));
      return operator.apply(values);
    }

    @Override
    public String sql(Function<Column, String> naming) {
      return operator.sql(children.stream().map(child -> child.sql(naming)).toList());
    }

    @Override
    public Expr withChildren(List<Expr> children) {
      return new Call(operator, children);
    }
  }

  /** An aggregate function. */
  enum Kind {
    COUNT,
    SUM,
    MIN,
    MAX,
    AVG,
    MEDIAN,
    /** The same, in the form that has an order of its own. */
    PERCENTILE,
    /** All texts in their order. */
    STRING_AGG,
    /** Largest less smallest, by a function that only the warehouse knows to be an aggregate. */
    SPREAD
  }

  /**
   * An ordinary aggregate.
   *
   * @param argument null for COUNT(*)
   * @param filter the condition of FILTER, or null
   */
  record Aggregate(Kind kind, boolean distinct, Expr argument, Expr filter) implements Expr {
    @Override
    public Object evaluate(Scope scope) {
      return scope.aggregate(this);
    }

    @Override
    public String sql(Function<Column, String> naming) {
      String over = argument == null ? "*" : (distinct ? "DISTINCT " : "") + argument.sql(naming);
      String call =
          switch (kind) {
            case PERCENTILE -> "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY " + over + ")";
            // DuckDB refuses to order by a constant, and there it makes no difference.
            case STRING_AGG ->
                "STRING_AGG(%s, '+'%s)"
                    .formatted(over, argument instanceof Literal ? "" : " ORDER BY " + over);
            default -> kind + "(" + over + ")";
          };
      return call + filterSql(filter, naming);
    }

    @Override
    public List<Expr> children() {
      return Stream.of(argument, filter).filter(Objects::nonNull).toList();
    }

    @Override
    public Expr withChildren(List<Expr> children) {
      return new Aggregate(
          kind,
          distinct,
          argument == null ? null : children.get(0),
          filter == null ? null : children.get(children.size() - 1));
    }
  }

  private static String filterSql(Expr filter, Function<Column, String> naming) {
    return filter == null ? "" : " FILTER (WHERE " + filter.sql(naming) + ")";
  }

  /**
   * A metric.
   *
   * @param alias in queries whose metric; in models nothing
   * @param form how it is written, given the name
   * @param filter the condition of FILTER, or null
   */
  record MetricCall(String alias, String metric, String form, Expr filter) implements Expr {
    /** As models write it. */
    static MetricCall own(String metric) {
      return new MetricCall("", metric, "METRIC('%2$s')", null);
    }

    @Override
    public Object evaluate(Scope scope) {
      return scope.metric(this);
    }

    @Override
    public String sql(Function<Column, String> naming) {
      return form.formatted(alias, metric) + filterSql(filter, naming);
    }

    @Override
    public List<Expr> children() {
      return filter == null ? List.of() : List.of(filter);
    }

    @Override
    public Expr withChildren(List<Expr> children) {
      return new MetricCall(alias, metric, form, children.isEmpty() ? null : children.get(0));
    }
  }

  /** {@code SUM(…) OVER ()}: over all rows of the result. */
  record Total(Expr argument) implements Expr {
    @Override
    public Object evaluate(Scope scope) {
      return scope.total(this);
    }

    @Override
    public String sql(Function<Column, String> naming) {
      return "SUM(" + argument.sql(naming) + ") OVER ()";
    }

    @Override
    public List<Expr> children() {
      return List.of(argument);
    }

    @Override
    public Expr withChildren(List<Expr> children) {
      return new Total(children.get(0));
    }
  }

  /** {@code GROUPING(…)} of a grouping key. */
  record Grouped(Expr key) implements Expr {
    @Override
    public Object evaluate(Scope scope) {
      return scope.grouping(this);
    }

    @Override
    public String sql(Function<Column, String> naming) {
      return "GROUPING(" + key.sql(naming) + ")";
    }
  }

  /** A subquery of one column, with at most one row. */
  record Scalar(Query query) implements Expr {
    @Override
    public Object evaluate(Scope scope) {
      return scope.scalar(query);
    }

    @Override
    public String sql(Function<Column, String> naming) {
      return "(" + new QueryText(query).sql() + ")";
    }
  }

  /** {@code EXISTS}. */
  record Exists(Query query) implements Expr {
    @Override
    public Object evaluate(Scope scope) {
      return scope.exists(query);
    }

    @Override
    public String sql(Function<Column, String> naming) {
      return "EXISTS (" + new QueryText(query).sql() + ")";
    }
  }

  /** An expression of the select list, which another part of the query calls by its label. */
  record Labelled(String label, Expr expression) implements Expr {
    @Override
    public Object evaluate(Scope scope) {
      return scope.value(expression);
    }

    @Override
    public String sql(Function<Column, String> naming) {
      return label;
    }
  }
}
