package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Metric;
import io.calque.model.Place;
import io.calque.model.PreAggregate;
import io.calque.model.PreAggregate.Additivity;
import io.calque.model.read.EntityDraft.PreAggregateDraft;
import io.calque.model.read.EntityDraft.StoredDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the pre-aggregated tables of entities of which everything else is known. */
final class PreAggregateValidator {
  private final Map<String, Entity> entities = new HashMap<>();
  private final Map<String, String> tables = new HashMap<>();
  private final Problems problems;
  private final LeftOut leftOut;

  PreAggregateValidator(List<Entity> entities, Problems problems, LeftOut leftOut) {
    entities.forEach(entity -> this.entities.put(Unit.lower(entity.name()), entity));
    this.problems = problems;
    this.leftOut = leftOut;
  }

  /** The entity with its tables; those that are unsound are left out. */
  Entity complete(Entity entity, List<PreAggregateDraft> drafts) {
    if (drafts.isEmpty()) {
      return entity;
    }
    Set<String> names = new HashSet<>();
    List<PreAggregate> found = new ArrayList<>();
    for (PreAggregateDraft draft : drafts) {
      boolean isNew = names.add(Unit.lower(draft.name().text()));
      if (!isNew) {
        error(
            Rule.PRE_AGGREGATE_NAMES,
            draft.name().place(),
            entity,
            entity.name() + " has a second pre-aggregated table " + draft.name(),
            "rename one of the two");
      }
      Optional<PreAggregate> table = new One(entity, draft).table();
      if (isNew) {
        table.ifPresent(found::add);
      }
    }
    return entity.withPreAggregates(found);
  }

  private void error(Rule rule, Place place, Entity entity, String message, String remedy) {
    problems.add(rule, place, entity.name(), message, remedy);
  }

  /** One table while it is looked at. */
  private final class One {
    private final Entity entity;
    private final PreAggregateDraft draft;
    private final String what;
    private final List<String> grain = new ArrayList<>();
    private boolean sound = true;

    One(Entity entity, PreAggregateDraft draft) {
      this.entity = entity;
      this.draft = draft;
      this.what = "pre-aggregated table " + draft.name();
    }

    Optional<PreAggregate> table() {
      checkTable();
      Set<String> columns = new HashSet<>();
      for (Written feature : draft.grain()) {
        if (isNewColumn(feature, columns)) {
          feature(feature).ifPresent(grain::add);
        }
      }
      List<PreAggregate.Stored> metrics = new ArrayList<>();
      for (StoredDraft stored : draft.metrics()) {
        if (isNewColumn(stored.metric(), columns)) {
          metric(stored).ifPresent(metrics::add);
        }
      }
      return sound
          ? Optional.of(
              new PreAggregate(
                  draft.name().text(),
                  draft.description(),
                  draft.table(),
                  grain,
                  metrics,
                  draft.place()))
          : Optional.empty();
    }

    private void checkTable() {
      String other =
          tables.putIfAbsent(
              Unit.lower(draft.table().toString()), entity.name() + "." + draft.name());
      boolean isSource =
          entities.values().stream()
              .anyMatch(
                  each ->
                      each.source().toString().equalsIgnoreCase(draft.table().toString())
                          || each.relatedSources().stream()
                              .anyMatch(related -> related.table().matches(draft.table())));
      if (other != null || isSource) {
        fail(
            Rule.PRE_AGGREGATE_NAMES,
            draft.tablePlace(),
            draft.table()
                + (isSource ? " is what an entity is made from" : " is that of " + other + " too"),
            "name a table of its own, which calque materialize may replace");
      }
    }

    private boolean isNewColumn(Written name, Set<String> columns) {
      boolean isNew = columns.add(Unit.lower(name.text()));
      if (!isNew) {
        fail(
            Rule.PRE_AGGREGATE_NAMES,
            name.place(),
            what + " has a second column " + name,
            "keep one of the two");
      }
      return isNew;
    }

    private Optional<String> feature(Written name) {
      if (leftOut.contains(Unit.feature(entity.name(), name.text()))) {
        return needsBroken(name.place(), entity.name() + "." + name);
      }
      Optional<Feature> feature =
          entity.feature(name.text()).filter(found -> found.info().queryable());
      if (feature.isEmpty()) {
        List<String> names = entity.queryableFeatures().stream().map(Feature::name).toList();
        fail(
            Rule.UNKNOWN_FEATURE,
            name.place(),
            name + " in the grain of " + what + " is no feature that queries see",
            "write one of its features" + NearestNames.hint(name.text(), names));
        return Optional.empty();
      }
      new ChangingValues(entities)
          .in(entity, feature.get())
          .ifPresent(word -> changes(name, "feature", word));
      return feature.map(Feature::name);
    }

    private Optional<PreAggregate.Stored> metric(StoredDraft stored) {
      Written name = stored.metric();
      if (leftOut.contains(Unit.metric(entity.name(), name.text()))) {
        needsBroken(name.place(), "METRIC('" + entity.name() + "." + name + "')");
        return Optional.empty();
      }
      Optional<Metric> metric = entity.metric(name.text());
      if (metric.isEmpty()) {
        List<String> names = entity.metrics().stream().map(Metric::name).toList();
        fail(
            Rule.UNKNOWN_METRIC,
            name.place(),
            name + " in " + what + " is no metric of " + entity.name(),
            "write one of its metrics" + NearestNames.hint(name.text(), names));
        return Optional.empty();
      }
      new ChangingValues(entities)
          .in(entity, metric.get())
          .ifPresent(word -> changes(name, "metric", word));
      List<String> notOver = notOver(stored);
      if (notOver.size() == stored.notOver().size()) {
        checkAdditivity(stored, metric.get(), notOver);
      }
      return Optional.of(
          new PreAggregate.Stored(metric.get().name(), stored.additivity(), notOver));
    }

    private List<String> notOver(StoredDraft stored) {
      boolean isSemi = stored.additivity().filter(Additivity.SEMI_ADDITIVE::equals).isPresent();
      if (isSemi == stored.notOver().isEmpty()) {
        fail(
            Rule.ADDITIVITY,
            stored.metric().place(),
            isSemi
                ? stored.metric() + " is semi_additive without saying over what it is not added"
                : stored.metric() + " has not_over, but is not semi_additive",
            isSemi
                ? "add not_over: [" + draft.grain().get(0) + "]"
                : "write additivity: semi_additive, or remove not_over");
      }
      List<String> names = new ArrayList<>();
      for (Written name : stored.notOver()) {
        Optional<String> found = grain.stream().filter(name.text()::equalsIgnoreCase).findFirst();
        found.ifPresent(names::add);
        if (found.isEmpty()) {
          fail(
              Rule.UNKNOWN_FEATURE,
              name.place(),
              name + " in not_over of " + stored.metric() + " is not in the grain of " + what,
              "write features of the grain" + NearestNames.hint(name.text(), grain));
        }
      }
      return names;
    }

    private void checkAdditivity(StoredDraft stored, Metric metric, List<String> notOver) {
      if (stored.additivity().filter(said -> said != Additivity.NONE).isEmpty()) {
        return;
      }
      for (String feature : grain) {
        Optional<String> obstacle =
            notOver.contains(feature)
                ? Optional.empty()
                : new MetricAdditivity(entity).obstacle(metric, feature);
        if (obstacle.isPresent()) {
          fail(
              Rule.ADDITIVITY,
              stored.metric().place(),
              "%s is not %s over %s: %s"
                  .formatted(
                      metric.name(),
                      Unit.lower(stored.additivity().get().name()),
                      feature,
                      obstacle.get()),
              "leave additivity: away, so that the definition decides, or write additivity: none");
          return;
        }
      }
    }

    private void changes(Written name, String kind, String word) {
      fail(
          Rule.CHANGING_VALUE,
          name.place(),
          "%s %s of %s depends on %s, so that a stored value is soon another one"
              .formatted(kind, name, what, word),
          "leave it out, or store what it is made of");
    }

    private <T> Optional<T> needsBroken(Place place, String cause) {
      Dependencies.note(problems, place, entity.name(), what, cause);
      sound = false;
      return Optional.empty();
    }

    private void fail(Rule rule, Place place, String message, String remedy) {
      error(rule, place, entity, message, remedy);
      sound = false;
    }
  }
}
