package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Metric;
import io.calque.model.SqlTemplate.MetricRef;
import io.calque.model.read.Dependencies.Definition;
import io.calque.model.read.EntityDraft.MetricDraft;
import io.calque.model.read.Template.Hole;
import io.calque.model.read.TemplateReader.Use;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Makes metrics of drafts, for one entity. */
final class MetricValidator {
  private final Checks checks;
  private final EntityScope entity;
  private final FeatureValidator features;

  MetricValidator(Checks checks, EntityScope entity, FeatureValidator features) {
    this.checks = checks;
    this.entity = entity;
    this.features = features;
  }

  /** The metric; if it is left out, a problem has been added. */
  Optional<Metric> validate(MetricDraft draft) {
    String name = draft.name().text();
    String what = "metric " + name;
    Set<Unit> needs = new LinkedHashSet<>();
    Unit unit = Unit.metric(entity.name(), name);
    Optional<Template> template =
        new TemplateReader(entity.name(), checks.problems())
            .read(draft.sql(), Use.METRIC, what, entity.name());
    boolean sound = template.isPresent();
    if (sound) {
      sound = features.knownFeatures(template.get(), what, needs);
      sound &= knownMetrics(template.get(), what, needs);
      sound &=
          new SqlMeaning(entity, template.get(), draft.sql(), what, checks.problems())
              .checkMetric();
    }
    if (!sound) {
      checks.leftOut().add(unit);
      return Optional.empty();
    }
    checks
        .dependencies()
        .add(new Definition(unit, entity.name(), unit.label(), draft.place(), needs));
    return Optional.of(
        new Metric(
            name, draft.description(), draft.dataType(), template.get().sql(), draft.place()));
  }

  private boolean knownMetrics(Template template, String what, Set<Unit> needs) {
    boolean sound = true;
    for (Hole<MetricRef> hole : template.holes(MetricRef.class)) {
      String name = hole.part().name();
      Unit unit = Unit.metric(entity.name(), name);
      needs.add(unit);
      if (entity.metric(name).isEmpty() && !checks.leftOut().contains(unit)) {
        sound = false;
        String near = NearestNames.hint(name, entity.metricNames());
        checks
            .problems()
            .add(
                Rule.UNKNOWN_METRIC,
                hole.place(),
                entity.name(),
                "METRIC('" + name + "') in " + what + " is no metric of " + entity.name(),
                entity.feature(name).isPresent()
                    ? name + " is a feature: write {" + name + "}"
                    : near.isEmpty() ? "add it to the metrics" : "write one of its metrics" + near);
      }
    }
    return sound;
  }
}
