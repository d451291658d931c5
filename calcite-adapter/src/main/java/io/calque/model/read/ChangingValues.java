package io.calque.model.read;

import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.Feature.FirstLastFeature;
import io.calque.model.Feature.FormulaFeature;
import io.calque.model.Feature.MetricFeature;
import io.calque.model.FeatureOrigin;
import io.calque.model.Filter;
import io.calque.model.Hop;
import io.calque.model.JoinPath;
import io.calque.model.Metric;
import io.calque.model.SourceQuery;
import io.calque.model.SqlTemplate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what in a definition gives another value at another time, for another user or by chance, so
 * that a stored value is not the value. Functions that are not known are trusted, as all SQL of a
 * model is.
 */
final class ChangingValues {
  private static final Set<String> CHANGING =
      Set.of(
          "clock_timestamp",
          "current_date",
          "current_role",
          "current_setting",
          "current_time",
          "current_timestamp",
          "current_user",
          "gen_random_uuid",
          "get_current_time",
          "get_current_timestamp",
          "getdate",
          "localtime",
          "localtimestamp",
          "newid",
          "nextval",
          "now",
          "over",
          "rand",
          "random",
          "session_user",
          "statement_timestamp",
          "sysdate",
          "systimestamp",
          "timeofday",
          "today",
          "transaction_timestamp",
          "uuid",
          "uuidv4",
          "uuidv7");

  private final Map<String, Entity> entities;
  private final Set<Unit> seen = new HashSet<>();

  /**
   * @param entities by name in lower case
   */
  ChangingValues(Map<String, Entity> entities) {
    this.entities = entities;
  }

  /** The first such word in what a feature is made of, as it is written there. */
  Optional<String> in(Entity entity, Feature feature) {
    if (!seen.add(Unit.feature(entity.name(), feature.name()))) {
      return Optional.empty();
    }
    Optional<String> found = inSource(entity);
    if (feature instanceof FormulaFeature formula) {
      return found.or(() -> in(entity, formula.sql()));
    }
    if (feature instanceof FieldFeature field) {
      return found
          .or(() -> field.isExpression() ? in(field.field()) : Optional.empty())
          .or(() -> in(field.origin(), List.of(field.field()), field.filters(), entity));
    }
    if (feature instanceof FirstLastFeature pick) {
      List<String> names = List.of(pick.field(), pick.sortBy());
      return found.or(() -> in(pick.origin(), names, pick.filters(), entity));
    }
    MetricFeature metric = (MetricFeature) feature;
    Entity related = entity(metric.origin().entity());
    return found
        .or(() -> in(metric.origin(), List.of(), metric.filters(), entity))
        .or(() -> related.metric(metric.metric()).flatMap(its -> in(related, its)));
  }

  /** The same of a metric. */
  Optional<String> in(Entity entity, Metric metric) {
    if (!seen.add(Unit.metric(entity.name(), metric.name()))) {
      return Optional.empty();
    }
    return inSource(entity)
        .or(() -> in(entity, metric.sql()))
        .or(
            () ->
                first(
                    metric.sql().metricRefs(),
                    name -> entity.metric(name).flatMap(part -> in(entity, part))));
  }

  private Optional<String> inSource(Entity entity) {
    return entity.source() instanceof SourceQuery query
        ? in(query.sql()).filter(word -> !word.equalsIgnoreCase("over"))
        : Optional.empty();
  }

  private Optional<String> in(Entity entity, SqlTemplate template) {
    return inText(template)
        .or(
            () ->
                first(
                    template.featureRefs(),
                    name -> entity.feature(name).flatMap(feature -> in(entity, feature))));
  }

  private Optional<String> in(
      FeatureOrigin origin, List<String> names, List<Filter> filters, Entity owner) {
    Optional<String> found =
        first(
            filters,
            filter ->
                filter instanceof Filter.SqlFilter sql ? inText(sql.sql()) : Optional.empty());
    if (origin instanceof FeatureOrigin.RelatedTable table) {
      return found.or(() -> inPath(table.join().path()));
    }
    if (origin instanceof FeatureOrigin.RelatedEntity related) {
      Entity entity = entity(related.entity());
      return found
          .or(() -> inPath(related.traversal().join().path()))
          .or(
              () ->
                  first(
                      names, name -> entity.feature(name).flatMap(feature -> in(entity, feature))));
    }
    return found;
  }

  private static Optional<String> inPath(JoinPath path) {
    return first(path.hops().stream().map(Hop::predicate).toList(), ChangingValues::inText);
  }

  private static Optional<String> inText(SqlTemplate template) {
    return in(template.written());
  }

  private static Optional<String> in(String sql) {
    return SqlLexer.tokens(sql).stream()
        .filter(token -> token.is(SqlToken.Kind.WORD))
        .map(SqlToken::text)
        .filter(word -> CHANGING.contains(Unit.lower(word)))
        .findFirst();
  }

  private Entity entity(String name) {
    return entities.get(Unit.lower(name));
  }

  private static <T> Optional<String> first(List<T> items, Function<T, Optional<String>> search) {
    return items.stream().map(search).flatMap(Optional::stream).findFirst();
  }
}
