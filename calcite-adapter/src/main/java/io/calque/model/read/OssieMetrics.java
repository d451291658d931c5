package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.read.DottedNames.DottedName;
import io.calque.model.read.EntityDraft.MetricDraft;
import io.calque.model.read.FeatureDraft.FieldDraft;
import io.calque.model.read.FeatureDraft.Head;
import io.calque.model.read.FeatureDraft.Origin;
import io.calque.model.read.OssieModel.Dataset;
import io.calque.model.read.OssieModel.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds an owner for each metric of an Ossie model, whose metrics belong to no dataset. A metric
 * over several datasets belongs to the one from which a foreign key leads to each of the others;
 * what it reads there becomes a hidden feature. It can be expressed only if no aggregate then
 * counts a row of another dataset more than once.
 */
final class OssieMetrics {
  /** Aggregates that do not care how often a value comes. */
  private static final Set<String> WHATEVER_OFTEN =
      Set.of(
          "min",
          "max",
          "approx_count_distinct",
          "approx_distinct",
          "any_value",
          "bool_and",
          "bool_or");

  private final OssieModel model;
  private final Map<Dataset, OwnColumns> columns;
  private final OssieRelationships relationships;
  private final Problems problems;

  OssieMetrics(
      OssieModel model,
      Map<Dataset, OwnColumns> columns,
      OssieRelationships relationships,
      Problems problems) {
    this.model = model;
    this.columns = columns;
    this.relationships = relationships;
    this.problems = problems;
  }

  /**
   * A metric and where it belongs.
   *
   * @param helpers features that it needs, which queries do not see
   */
  record Owned(Dataset owner, MetricDraft metric, List<FeatureDraft> helpers) {}

  /** The metric with its owner; if empty, a problem has been added. */
  Optional<Owned> read(Expression metric) {
    List<SqlToken> all = SqlLexer.tokens(metric.sql().text());
    List<SqlToken> tokens = all.stream().filter(token -> !token.isComment()).toList();
    if (!new SqlForm("", problems).check(all, metric.sql(), "metric " + metric.name())) {
      return Optional.empty();
    }
    Map<DottedName, Dataset> names = new LinkedHashMap<>();
    for (DottedName name : DottedNames.of(tokens)) {
      Optional<Dataset> dataset = dataset(name, metric);
      if (dataset.isEmpty()) {
        return Optional.empty();
      }
      names.put(name, dataset.get());
    }
    if (names.isEmpty()) {
      problems.add(
          Rule.UNKNOWN_SOURCE,
          metric.sql().place(),
          "",
          "metric " + metric.name() + " names no dataset, so nothing says whose rows it aggregates",
          "write dataset.field" + hint(tokens));
      return Optional.empty();
    }
    Set<Dataset> datasets = new LinkedHashSet<>(names.values());
    Optional<Dataset> owner = owner(metric, datasets, names, tokens);
    return owner.map(found -> owned(metric, found, names));
  }

  private Optional<Dataset> dataset(DottedName name, Expression metric) {
    Optional<Dataset> dataset =
        name.parts().size() == 2
            ? model.dataset(name.first()).filter(columns::containsKey)
            : Optional.empty();
    if (dataset.isEmpty()) {
      List<String> known = model.datasets().stream().map(found -> found.name().text()).toList();
      problems.add(
          Rule.UNKNOWN_SOURCE,
          metric.sql().placeAt(name.start()),
          "",
          name + " in metric " + metric.name() + " is no field of a dataset",
          "write dataset.field" + NearestNames.hint(name.first(), known));
    }
    return dataset;
  }

  /** The datasets that have a field of one of the words. */
  private String hint(List<SqlToken> tokens) {
    Set<String> fields = new LinkedHashSet<>();
    for (SqlToken token : tokens) {
      model.datasets().stream()
          .filter(dataset -> dataset.field(token.text()).isPresent())
          .forEach(dataset -> fields.add(dataset.name() + "." + token.text()));
    }
    return fields.isEmpty() ? "" : ", such as " + Shown.list(List.copyOf(fields));
  }

  /** The dataset whose rows are aggregated; if empty, a problem has been added. */
  private Optional<Dataset> owner(
      Expression metric,
      Set<Dataset> datasets,
      Map<DottedName, Dataset> names,
      List<SqlToken> tokens) {
    if (datasets.size() == 1) {
      return datasets.stream().findFirst();
    }
    List<Dataset> fromWhere =
        datasets.stream().filter(dataset -> reachesAll(dataset, datasets)).toList();
    Optional<Dataset> owner =
        fromWhere.stream().filter(dataset -> countsOnce(dataset, names, tokens)).findFirst();
    if (owner.isEmpty()) {
      lost(metric, datasets, fromWhere.isEmpty());
    }
    return owner;
  }

  private void lost(Expression metric, Set<Dataset> datasets, boolean unreachable) {
    List<String> spanned = datasets.stream().map(dataset -> dataset.name().text()).toList();
    problems.add(
        Rule.NOT_EXPRESSED,
        metric.name().place(),
        "",
        "metric "
            + metric.name()
            + " is left out: it spans "
            + Shown.list(spanned)
            + (unreachable
                ? ", and from none of them one foreign key leads to each of the others"
                : ", and one of its aggregates would count rows more than once"),
        "write a metric for each dataset, and put them together in the query: METRIC('"
            + spanned.get(0)
            + ".…') / METRIC('"
            + spanned.get(1)
            + ".…')");
  }

  private boolean reachesAll(Dataset from, Set<Dataset> datasets) {
    return datasets.stream()
        .filter(other -> other != from)
        .allMatch(
            other ->
                relationships.between(from, other).size() == 1
                    && relationships.count(from, other) == 1);
  }

  /** Whether each aggregate reads the owner's rows, or does not mind repeated values. */
  private boolean countsOnce(Dataset owner, Map<DottedName, Dataset> names, List<SqlToken> tokens) {
    List<SqlCalls.Call> aggregates =
        SqlCalls.of(tokens).stream().filter(SqlCalls.Call::isAggregate).toList();
    Set<DottedName> inAggregates = new LinkedHashSet<>();
    for (SqlCalls.Call call : aggregates) {
      int start = tokens.get(call.open()).start();
      int end = tokens.get(call.close()).end();
      List<DottedName> inside =
          names.keySet().stream()
              .filter(name -> start < name.start() && name.end() <= end)
              .toList();
      inAggregates.addAll(inside);
      boolean distinct =
          WHATEVER_OFTEN.contains(call.name()) || tokens.get(call.open() + 1).isWord("distinct");
      boolean ofOwner =
          inside.isEmpty() || inside.stream().anyMatch(name -> names.get(name) == owner);
      if (!distinct && !ofOwner) {
        return false;
      }
    }
    return names.keySet().stream()
        .allMatch(name -> inAggregates.contains(name) || names.get(name) == owner);
  }

  private Owned owned(Expression metric, Dataset owner, Map<DottedName, Dataset> names) {
    Rewriting braces = new Rewriting(metric.sql());
    List<FeatureDraft> helpers = new ArrayList<>();
    Map<String, String> known = new LinkedHashMap<>();
    names.forEach(
        (name, dataset) -> {
          Written field = new Written(name.last(), metric.sql().placeAt(name.start()));
          Written there = OssieDrafts.feature(dataset, columns.get(dataset), field, problems);
          String feature =
              dataset == owner
                  ? there.text()
                  : known.computeIfAbsent(
                      Unit.lower(dataset.name() + "." + there),
                      key -> {
                        FeatureDraft helper = helper(owner, dataset, there);
                        helpers.add(helper);
                        return helper.name();
                      });
          braces.replace(name.start(), name.end(), "{" + feature + "}");
        });
    MetricDraft draft =
        new MetricDraft(
            metric.name(),
            metric.description(),
            metric.dataType(),
            braces.finish(),
            metric.place());
    return new Owned(owner, draft, helpers);
  }

  private FeatureDraft helper(Dataset owner, Dataset other, Written feature) {
    String name =
        columns
            .get(owner)
            .free(("_" + other.name() + "_" + feature).replaceAll("[^A-Za-z0-9_]", "_"));
    Written join = relationships.between(owner, other).get(0).name();
    Origin origin =
        new Origin(
            new Written(other.name().text(), feature.place()),
            Optional.of(new Written(join.text(), feature.place())),
            Optional.empty(),
            List.of());
    return new FieldDraft(
        new Head(
            new Written(name, feature.place()),
            "",
            Optional.empty(),
            Optional.of(false),
            feature.place()),
        origin,
        Snippet.at(feature.text(), feature.place()));
  }
}
