package io.calque.generated;

import io.calque.generated.Expr.MetricCall;
import io.calque.generated.Query.FromItem;
import io.calque.generated.Query.Grouping;
import io.calque.generated.Query.ModelLink;
import io.calque.generated.Query.QuerySource;
import io.calque.generated.Usage.Walked;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which constructs a case exercises. A suite that never meets one of {@link #required} fails. */
final class Constructs {
  private final Case used;
  private final Usage usage;
  private final Set<String> found = new LinkedHashSet<>();

  private Constructs(Case used) {
    this.used = used;
    this.usage = Usage.of(used);
  }

  static Set<String> of(Case used) {
    Constructs constructs = new Constructs(used);
    constructs.addQuery(used.query());
    constructs.usage.queryJoins().forEach(walked -> constructs.addJoin("query", walked));
    constructs.usage.featureJoins().forEach(walked -> constructs.addJoin("feature", walked));
    constructs.usage.features().forEach(constructs::addFeature);
    constructs.usage.metrics().forEach(constructs::addMetric);
    constructs.addData();
    return constructs.found;
  }

  /** What the cases of a run must exercise between them. */
  static Set<String> required() {
    Set<String> required = new TreeSet<>();
    for (Query.Keyword keyword : Query.Keyword.values()) {
      required.add(label("from", keyword));
    }
    for (ModelLink.Form form : ModelLink.Form.values()) {
      required.add(label("join by", form));
    }
    for (Grouping.Kind kind : Grouping.Kind.values()) {
      required.add(label("group by", kind));
    }
    for (Query.Order.Form form : Query.Order.Form.values()) {
      required.add(label("order by", form));
    }
    for (Expr.Kind kind : Expr.Kind.values()) {
      required.add(label("metric of", kind));
    }
    for (String by : List.of("query", "feature")) {
      Stream.of(
              "over one column",
              "over a whole composite key",
              "with OR",
              "with a one-sided condition",
              "over one bridge",
              "over two bridges",
              "over an entity",
              "as a lookup of one step",
              "backwards",
              "with itself",
              "with itself reversed")
          .forEach(kind -> required.add(by + " join " + kind));
    }
    required.addAll(NAMED);
    return required;
  }

  private static final List<String> NAMED =
      List.of(
          "join by hand",
          "join with a condition in ON",
          "same entity twice",
          "metrics of several aliases",
          "metric with FILTER",
          "metric in HAVING",
          "label in HAVING",
          "metric in ORDER BY",
          "metric in an expression",
          "metric in a window",
          "metric in a subquery of FROM",
          "metric in a correlated subquery",
          "metric beside an ordinary aggregate",
          "metric without an alias",
          "metric as a column",
          "metric in the aggregate of a tool",
          "metric of one row",
          "CTE",
          "derived table",
          "entity in a derived table",
          "entity in a derived table that filters",
          "entity in a CTE",
          "entity in a CTE twice",
          "star over metric columns",
          "star beside aggregates",
          "QUALIFY",
          "union",
          "EXISTS",
          "listing without aggregation",
          "SELECT DISTINCT",
          "GROUPING()",
          "grouping expression",
          "WHERE",
          "own feature",
          "formula feature",
          "to-one feature",
          "to-one feature with filters",
          "metric feature",
          "metric feature with filters",
          "metric feature over a lookup",
          "first_last feature",
          "first_last feature with an offset",
          "first_last feature of a table",
          "to-one feature of a table",
          "metric composition",
          "metric of distinct values",
          "metric with CASE",
          "metric with FILTER of its own",
          "metric of COUNT(*)",
          "metric over a metric feature",
          "metric over a first_last feature",
          "data with an empty table",
          "data with a NULL key",
          "keys that are columns");

  private static String label(String what, Enum<?> which) {
    return what + " " + which.name().toLowerCase(Locale.ROOT);
  }

  private void addIf(boolean condition, String construct) {
    if (condition) {
      found.add(construct);
    }
  }

  private void addQuery(Query query) {
    query.from().forEach(this::addFrom);
    List<Query.Source> ctes =
        query.from().stream()
            .map(FromItem::source)
            .filter(source -> source instanceof Query.NestedSource nested && nested.cte())
            .toList();
    addIf(ctes.stream().distinct().count() < ctes.size(), "entity in a CTE twice");
    addIf(query.qualify() != null, "QUALIFY");
    addIf(
        query.grouping() != null && query.select().stream().anyMatch(i -> i.star() != null),
        "star beside aggregates");
    List<String> entities = query.from().stream().flatMap(item -> item.entity().stream()).toList();
    addIf(entities.stream().distinct().count() < entities.size(), "same entity twice");
    addIf(query.distinct(), "SELECT DISTINCT");
    addIf(query.where() != null, "WHERE");
    addIf(query.grouping() == null, "listing without aggregation");
    if (query.grouping() != null) {
      found.add(label("group by", query.grouping().kind()));
      addIf(
          query.grouping().keys().stream().anyMatch(key -> !(key instanceof Expr.Column)),
          "grouping expression");
    }
    query.orderBy().forEach(order -> found.add(label("order by", order.form())));
    addAggregates(query);
  }

  private void addFrom(FromItem item) {
    found.add(label("from", item.keyword()));
    addIf(item.link() instanceof Query.ManualLink, "join by hand");
    if (item.link() instanceof ModelLink link) {
      found.add(label("join by", link.form()));
      addIf(link.and() != null, "join with a condition in ON");
    }
    if (item.source() instanceof Query.NestedSource nested) {
      found.add(nested.cte() ? "entity in a CTE" : "entity in a derived table");
      addIf(nested.form().name().startsWith("STAR"), "star over metric columns");
      addIf(nested.where() != null, "entity in a derived table that filters");
    }
    if (item.source() instanceof QuerySource source) {
      found.add(source.cte() ? "CTE" : "derived table");
      addIf(source.union() != null, "union");
      addQuery(source.query());
      addIf(!calls(source.query()).isEmpty(), "metric in a subquery of FROM");
    }
  }

  private static List<MetricCall> calls(Query query) {
    return Usage.expressions(query).flatMap(Constructs::calls).toList();
  }

  private static Stream<MetricCall> calls(Expr expression) {
    return expression
        .all()
        .filter(part -> part instanceof MetricCall)
        .map(part -> (MetricCall) part);
  }

  private void addAggregates(Query query) {
    List<MetricCall> calls = calls(query);
    List<Expr> items = query.select().stream().map(Query.Item::expression).toList();
    List<Expr> parts = Usage.expressions(query).flatMap(Expr::all).toList();
    addIf(
        calls.stream().map(MetricCall::alias).distinct().count() > 1, "metrics of several aliases");
    addIf(calls.stream().anyMatch(call -> call.filter() != null), "metric with FILTER");
    addIf(calls.stream().anyMatch(call -> !call.form().contains(".")), "metric without an alias");
    addIf(calls.stream().anyMatch(c -> c.form().equals("%1$s.%2$s")), "metric as a column");
    addIf(
        calls.stream().anyMatch(call -> call.form().endsWith("(%1$s.%2$s)")),
        "metric in the aggregate of a tool");
    addIf(usage.hasMetricOfOneRow(), "metric of one row");
    addIf(
        query.having() != null && calls(query.having()).findAny().isPresent(), "metric in HAVING");
    addIf(
        query.orderBy().stream().anyMatch(o -> calls(items.get(o.item())).findAny().isPresent()),
        "metric in ORDER BY");
    addIf(
        items.stream().anyMatch(i -> i instanceof Expr.Call && calls(i).findAny().isPresent()),
        "metric in an expression");
    addIf(
        items.stream().anyMatch(i -> i instanceof Expr.Total && calls(i).findAny().isPresent()),
        "metric in a window");
    addIf(
        !calls.isEmpty() && parts.stream().anyMatch(part -> part instanceof Expr.Aggregate),
        "metric beside an ordinary aggregate");
    addIf(parts.stream().anyMatch(part -> part instanceof Expr.Grouped), "GROUPING()");
    addIf(parts.stream().anyMatch(part -> part instanceof Expr.Exists), "EXISTS");
    addIf(parts.stream().anyMatch(part -> part instanceof Expr.Labelled), "label in HAVING");
    addIf(
        parts.stream()
            .anyMatch(part -> part instanceof Expr.Scalar s && !calls(s.query()).isEmpty()),
        "metric in a correlated subquery");
  }

  private void addJoin(String by, Walked walked) {
    Relationship.Join join = walked.join();
    String prefix = by + " join ";
    List<Expr> parts = join.hops().stream().flatMap(hop -> hop.condition().all()).toList();
    int bridges = join.hops().size() - 1;
    boolean overEntity =
        bridges == 1 && used.model().findEntity(join.hops().get(0).destination()).isPresent();
    addIf(bridges == 0 && parts.size() == 3, prefix + "over one column");
    addIf(
        bridges == 0 && parts.stream().filter(Constructs::isKeyEquality).count() == 2,
        prefix + "over a whole composite key");
    addIf(parts.stream().anyMatch(part -> is(part, Operator.OR)), prefix + "with OR");
    addIf(parts.stream().anyMatch(Constructs::isOneSided), prefix + "with a one-sided condition");
    addIf(bridges == 1 && !overEntity, prefix + "over one bridge");
    addIf(bridges == 2, prefix + "over two bridges");
    addIf(overEntity, prefix + "over an entity");
    addIf(bridges == 0 && join.lookup(), prefix + "as a lookup of one step");
    boolean self = walked.relationship().isSelf();
    addIf(!self && !walked.forwards(), prefix + "backwards");
    addIf(self, prefix + "with itself");
    addIf(self && !walked.forwards(), prefix + "with itself reversed");
  }

  private static boolean is(Expr part, Operator operator) {
    return part instanceof Expr.Call call && call.operator() == operator;
  }

  private static Stream<String> owners(Expr part) {
    return part.all()
        .filter(p -> p instanceof Expr.Column)
        .map(p -> ((Expr.Column) p).owner())
        .distinct();
  }

  private static boolean isKeyEquality(Expr part) {
    return is(part, Operator.EQ) && owners(part).count() == 2;
  }

  private static boolean isOneSided(Expr part) {
    return part instanceof Expr.Call call
        && call.operator().alike().isEmpty()
        && owners(part).count() == 1;
  }

  private void addFeature(Feature feature) {
    if (feature instanceof Feature.Own) {
      found.add("own feature");
    } else if (feature instanceof Feature.Formula) {
      found.add("formula feature");
    } else {
      addRelated((Feature.Related) feature);
    }
  }

  private void addRelated(Feature.Related feature) {
    String kind =
        feature instanceof Feature.ToOne
            ? "to-one feature"
            : feature instanceof Feature.Metric ? "metric feature" : "first_last feature";
    found.add(kind);
    addIf(!feature.filters().isEmpty(), kind + " with filters");
    addIf(used.model().findEntity(feature.source()).isEmpty(), kind + " of a table");
    addIf(
        feature instanceof Feature.FirstLast f && f.offset() > 1,
        "first_last feature with an offset");
    addIf(
        feature instanceof Feature.Metric
            && usage.featureJoins().stream()
                .anyMatch(walked -> walked.join().lookup() && is(walked, feature)),
        "metric feature over a lookup");
  }

  private static boolean is(Walked walked, Feature.Related feature) {
    return feature.join() != null && feature.join().startsWith(walked.join().name());
  }

  private void addMetric(Usage.Measured measured) {
    List<Expr> parts = measured.metric().sql().all().toList();
    Entity entity = used.model().entity(measured.entity());
    addIf(parts.stream().anyMatch(part -> part instanceof MetricCall), "metric composition");
    addIf(parts.stream().anyMatch(part -> is(part, Operator.CASE)), "metric with CASE");
    for (Expr part : parts) {
      if (part instanceof Expr.Aggregate aggregate) {
        found.add(label("metric of", aggregate.kind()));
        addIf(aggregate.distinct(), "metric of distinct values");
        addIf(aggregate.argument() == null, "metric of COUNT(*)");
        addIf(aggregate.filter() != null, "metric with FILTER of its own");
      }
      if (part instanceof Expr.Column column) {
        Feature feature = entity.feature(column.name());
        addIf(feature instanceof Feature.Metric, "metric over a metric feature");
        addIf(feature instanceof Feature.FirstLast, "metric over a first_last feature");
      }
    }
  }

  private void addData() {
    for (Entity entity : used.model().entities()) {
      Table table = used.model().table(entity.table());
      addIf(table.rows().isEmpty(), "data with an empty table");
      boolean nullKey =
          entity.keys().stream()
              .map(key -> key.startsWith("c_") ? key : "c_" + key)
              .anyMatch(
                  key -> table.rows().stream().map(r -> r.get(key)).anyMatch(Objects::isNull));
      addIf(nullKey, "data with a NULL key");
      addIf(entity.keys().get(0).startsWith("c_"), "keys that are columns");
    }
  }
}
