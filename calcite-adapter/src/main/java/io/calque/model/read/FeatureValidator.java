package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.DataType;
import io.calque.model.Feature;
import io.calque.model.FeatureInfo;
import io.calque.model.FeatureOrigin;
import io.calque.model.Filter;
import io.calque.model.Place;
import io.calque.model.SqlTemplate.FeatureRef;
import io.calque.model.read.CheckedOrigin.OtherEntity;
import io.calque.model.read.Dependencies.Definition;
import io.calque.model.read.FeatureDraft.FieldDraft;
import io.calque.model.read.FeatureDraft.FirstLastDraft;
import io.calque.model.read.FeatureDraft.FormulaDraft;
import io.calque.model.read.FeatureDraft.MetricFeatureDraft;
import io.calque.model.read.FeatureDraft.Origin;
import io.calque.model.read.Template.Hole;
import io.calque.model.read.TemplateReader.Use;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes features of drafts, for one entity. */
final class FeatureValidator {
  private final Checks checks;
  private final EntityScope entity;
  private final OriginResolver origins;
  private final Problems problems;

  FeatureValidator(Checks checks, EntityScope entity, OriginResolver origins) {
    this.checks = checks;
    this.entity = entity;
    this.origins = origins;
    this.problems = checks.problems();
  }

  /** The feature; if it is left out, a problem has been added. */
  Optional<CheckedFeature> validate(FeatureDraft draft) {
    Set<Unit> needs = new LinkedHashSet<>();
    Optional<CheckedFeature> feature =
        draft instanceof FormulaDraft formula
            ? formula(formula, needs)
            : withOrigin(draft, FeatureDraft.origin(draft).orElseThrow(), needs);
    Unit unit = Unit.feature(entity.name(), draft.name());
    if (feature.isEmpty()) {
      checks.leftOut().add(unit);
    } else {
      checks
          .dependencies()
          .add(
              new Definition(
                  unit, entity.name(), entity.name() + "." + draft.name(), draft.place(), needs));
    }
    return feature;
  }

  private FeatureInfo info(FeatureDraft draft) {
    return new FeatureInfo(
        draft.name(),
        draft.head().description(),
        draft.head().dataType(),
        draft.head().queryable().orElse(!draft.name().startsWith("_")),
        draft.place());
  }

  private CheckedFeature checked(
      FeatureDraft draft, Optional<CheckedOrigin> origin, Function<FeatureOrigin, Feature> build) {
    return new CheckedFeature(Unit.feature(entity.name(), draft.name()), origin, build);
  }

  private Optional<CheckedFeature> formula(FormulaDraft draft, Set<Unit> needs) {
    String what = "formula " + draft.name();
    Optional<Template> template =
        new TemplateReader(entity.name(), problems)
            .read(draft.sql(), Use.FORMULA, what, entity.name());
    if (template.isEmpty()) {
      return Optional.empty();
    }
    boolean sound = knownFeatures(template.get(), what, needs);
    sound &= new SqlMeaning(entity, template.get(), draft.sql(), what, problems).checkFormula();
    return sound
        ? Optional.of(
            checked(
                draft,
                Optional.empty(),
                origin -> new Feature.FormulaFeature(info(draft), template.get().sql())))
        : Optional.empty();
  }

  /** Whether each {@code {x}} names a feature of the entity; shared with metrics. */
  boolean knownFeatures(Template template, String what, Set<Unit> needs) {
    boolean sound = true;
    for (Hole<FeatureRef> hole : template.holes(FeatureRef.class)) {
      String name = hole.part().name();
      Unit unit = Unit.feature(entity.name(), name);
      needs.add(unit);
      if (!entity.hasFeature(name) && !checks.leftOut().contains(unit)) {
        unknownFeature(name, what, hole.place());
        sound = false;
      }
    }
    return sound;
  }

  private void unknownFeature(String name, String what, Place place) {
    Optional<String> reading = entity.featureOf(name);
    boolean isMetric = entity.metric(name).isPresent();
    String remedy;
    if (reading.isPresent()) {
      remedy = "write {" + reading.get() + "}: braces hold the feature's name, not the column's";
    } else if (isMetric && what.startsWith("metric")) {
      remedy = name + " is a metric: write METRIC('" + name + "')";
    } else {
      String near = NearestNames.hint(name, entity.featureNames());
      remedy =
          near.isEmpty()
              ? "add it to the features: {type: field, name: "
                  + name
                  + ", source: "
                  + entity.draft().ownSource()
                  + ", field: "
                  + name
                  + "}"
              : "write one of its features" + near;
    }
    problems.add(
        Rule.UNKNOWN_FEATURE,
        place,
        entity.name(),
        "{" + name + "} in " + what + " is no feature of " + entity.name(),
        remedy);
  }

  private Optional<CheckedFeature> withOrigin(FeatureDraft draft, Origin asked, Set<Unit> needs) {
    Optional<CheckedOrigin> origin = origins.resolve(draft, asked, needs);
    if (origin.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<Filter>> filters =
        new FilterResolver(checks, entity, draft.name(), origin.get(), needs)
            .resolve(asked.filters());
    timeField(draft, asked, origin.get());
    if (draft instanceof FieldDraft field) {
      return field(field, origin.get(), filters, needs);
    }
    keys(origin.get(), needs);
    return draft instanceof MetricFeatureDraft metric
        ? metricFeature(metric, (OtherEntity) origin.get(), filters, needs)
        : firstLast((FirstLastDraft) draft, origin.get(), filters, needs);
  }

  /** Rows are grouped by the owner's keys, and told apart by the source's. */
  private void keys(CheckedOrigin origin, Set<Unit> needs) {
    entity.draft().keys().forEach(key -> needs.add(Unit.feature(entity.name(), key.text())));
    origin
        .sourceEntity()
        .ifPresent(
            source ->
                source
                    .draft()
                    .keys()
                    .forEach(key -> needs.add(Unit.feature(source.name(), key.text()))));
  }

  private Optional<CheckedFeature> field(
      FieldDraft draft, CheckedOrigin origin, Optional<List<Filter>> filters, Set<Unit> needs) {
    Optional<EntityScope> source = origin.sourceEntity();
    Optional<String> column = TableNames.column(draft.field().text());
    if (source.isPresent()) {
      boolean exists = existsIn(source.get(), draft.field(), draft.name(), needs);
      if (exists) {
        sameType(draft, source.get());
      }
      return exists && filters.isPresent()
          ? Optional.of(
              checked(
                  draft,
                  Optional.of(origin),
                  finished ->
                      new Feature.FieldFeature(
                          info(draft),
                          finished,
                          draft.field().text().strip(),
                          false,
                          filters.get())))
          : Optional.empty();
    }
    boolean sound = column.isPresent() || expression(draft);
    return sound && filters.isPresent()
        ? Optional.of(
            checked(
                draft,
                Optional.of(origin),
                finished ->
                    new Feature.FieldFeature(
                        info(draft),
                        finished,
                        column.orElse(draft.field().text().strip()),
                        column.isEmpty(),
                        filters.get())))
        : Optional.empty();
  }

  /** An expression over the columns of a table, as the first generation allowed. */
  private boolean expression(FieldDraft draft) {
    String what = "field of " + draft.name();
    Optional<Template> template =
        new TemplateReader(entity.name(), problems)
            .read(draft.field(), Use.FORMULA, what, entity.name());
    if (template.isEmpty()) {
      return false;
    }
    List<Hole<FeatureRef>> holes = template.get().holes(FeatureRef.class);
    if (!holes.isEmpty()) {
      problems.add(
          Rule.MISPLACED_PLACEHOLDER,
          holes.get(0).place(),
          entity.name(),
          "{"
              + holes.get(0).part().name()
              + "} in the "
              + what
              + "; a field is a column of its source, or an expression over its columns",
          "for an expression over features use type: formula with sql:");
      return false;
    }
    return new SqlMeaning(entity, template.get(), draft.field(), what, problems).checkExpression();
  }

  private void sameType(FieldDraft draft, EntityScope source) {
    Optional<DataType> there = source.dataType(draft.field().text().strip());
    Optional<DataType> here = draft.head().dataType();
    if (there.isPresent() && here.isPresent() && !there.equals(here)) {
      problems.add(
          Rule.IMPLAUSIBLE_TYPE,
          draft.place(),
          entity.name(),
          draft.name()
              + " is declared as "
              + Unit.lower(here.get().name())
              + ", and "
              + source.name()
              + "."
              + draft.field()
              + " as "
              + Unit.lower(there.get().name()),
          "declare both alike");
    }
  }

  private Optional<CheckedFeature> metricFeature(
      MetricFeatureDraft draft,
      OtherEntity origin,
      Optional<List<Filter>> filters,
      Set<Unit> needs) {
    EntityScope source = origin.entity();
    String metric = draft.metric().text();
    Unit unit = Unit.metric(source.name(), metric);
    needs.add(unit);
    if (source.metric(metric).isEmpty() && !checks.leftOut().contains(unit)) {
      String near = NearestNames.hint(metric, source.metricNames());
      boolean own = entity != source && entity.metric(metric).isPresent();
      problems.add(
          Rule.UNKNOWN_METRIC,
          draft.metric().place(),
          entity.name(),
          source.name()
              + " has no metric "
              + Shown.name(metric)
              + ", which metric feature "
              + draft.name()
              + " asks for"
              + (own ? "; " + entity.name() + " has one, but the source's counts" : ""),
          near.isEmpty()
              ? "add to metrics: of " + source.name() + "\n- {name: " + metric + ", sql: …}"
              : "write one of its metrics" + near);
      return Optional.empty();
    }
    source.metric(metric).ifPresent(found -> plausible(draft, found));
    return filters.map(
        found ->
            checked(
                draft,
                Optional.of(origin),
                finished ->
                    new Feature.MetricFeature(
                        info(draft), (FeatureOrigin.RelatedEntity) finished, metric, found)));
  }

  /** A count or a sum is a number; what MIN and MAX give, nobody can say. */
  private void plausible(MetricFeatureDraft draft, EntityDraft.MetricDraft metric) {
    boolean number = metric.sql().text().strip().matches("(?is)(COUNT|SUM|AVG)\\s*\\(.*");
    if (number && draft.head().dataType().filter(type -> type != DataType.NUMBER).isPresent()) {
      problems.add(
          Rule.IMPLAUSIBLE_TYPE,
          draft.place(),
          entity.name(),
          draft.name()
              + " is declared as "
              + Unit.lower(draft.head().dataType().get().name())
              + ", but metric "
              + metric.name()
              + " is a number",
          "write data_type: number");
    }
  }

  private Optional<CheckedFeature> firstLast(
      FirstLastDraft draft, CheckedOrigin origin, Optional<List<Filter>> filters, Set<Unit> needs) {
    Optional<String> sortBy = value(draft, origin, draft.sortBy(), needs);
    Optional<String> field = value(draft, origin, draft.field(), needs);
    if (sortBy.isEmpty() || field.isEmpty() || filters.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        checked(
            draft,
            Optional.of(origin),
            finished ->
                new Feature.FirstLastFeature(
                    info(draft),
                    finished,
                    draft.method(),
                    sortBy.get(),
                    field.get(),
                    draft.offset(),
                    filters.get())));
  }

  private Optional<String> value(
      FirstLastDraft draft, CheckedOrigin origin, Snippet written, Set<Unit> needs) {
    if (origin.sourceEntity().isPresent()) {
      return existsIn(origin.sourceEntity().get(), written, draft.name(), needs)
          ? Optional.of(written.text().strip())
          : Optional.empty();
    }
    Optional<String> column = TableNames.column(written.text());
    if (column.isEmpty()) {
      problems.add(
          Rule.FIRST_LAST_INCOMPLETE,
          written.place(),
          entity.name(),
          written + " in the options of " + draft.name() + " is not the name of a column",
          "write a column; for an expression, make an entity of the table, with a formula");
    }
    return column;
  }

  private boolean existsIn(EntityScope source, Snippet written, String feature, Set<Unit> needs) {
    String name = written.text().strip();
    Unit unit = Unit.feature(source.name(), name);
    needs.add(unit);
    if (source.hasFeature(name) || checks.leftOut().contains(unit)) {
      return true;
    }
    Optional<String> reading = source.featureOf(name);
    problems.add(
        Rule.UNKNOWN_FEATURE,
        written.place(),
        entity.name(),
        source.name() + " has no feature " + Shown.name(name) + ", which " + feature + " reads",
        reading
            .map(found -> "write " + found + ", the feature that reads that column")
            .orElseGet(
                () ->
                    "write one of its features, or add it there"
                        + NearestNames.hint(name, source.featureNames())));
    return false;
  }

  private void timeField(FeatureDraft draft, Origin asked, CheckedOrigin origin) {
    Optional<EntityScope> source = origin.sourceEntity();
    if (asked.timeField().isEmpty() || source.isEmpty()) {
      return;
    }
    Written name = asked.timeField().get();
    Optional<DataType> type = source.get().dataType(name.text());
    boolean exists = source.get().hasFeature(name.text());
    if (!exists || type.filter(found -> found != DataType.DATETIME).isPresent()) {
      problems.add(
          Rule.TIME_FIELD,
          name.place(),
          entity.name(),
          "time_field "
              + name
              + " of "
              + draft.name()
              + (exists ? " is no datetime" : " is no feature of " + source.get().name()),
          "write a datetime feature of " + source.get().name());
    }
  }
}
