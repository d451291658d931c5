package io.calque.rewrite;

import io.calque.model.Feature;
import io.calque.model.Feature.FieldFeature;
import io.calque.model.Feature.FirstLastFeature;
import io.calque.model.Feature.FormulaFeature;
import io.calque.model.Feature.MetricFeature;
import io.calque.model.FeatureOrigin;
import io.calque.schema.EntityTable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes one entity as a SELECT.
 *
 * <p>It works outwards from the entity's table. At each level it joins what the features available
 * so far allow to join, and computes the formulas that they allow to compute; a feature that needs
 * one of those formulas waits for the next level, whose FROM is this one's SELECT. So each feature
 * is computed once however often it is used, and windows in formulas range over all rows.
 */
final class EntitySelect {
  private final EntityTable entity;
  private final Restriction restriction;
  private final Names names;
  private final FilterSql filters;
  private final EntitySql entities;

  /** The SQL of the features that can be used at the present level. */
  private final Map<Feature, String> available = new LinkedHashMap<>();

  private String alias = "t";
  private String from;
  private int joins;
  private int levels;

  EntitySelect(
      EntityTable entity,
      Restriction restriction,
      Names names,
      FilterSql filters,
      EntitySql entities) {
    this.entity = entity;
    this.restriction = restriction;
    this.names = names;
    this.filters = filters;
    this.entities = entities;
  }

  String write(Collection<Feature> wanted, boolean marked) {
    Set<Feature> missing = new LinkedHashSet<>();
    wanted.forEach(feature -> addWithDependencies(feature, missing));
    from = base(missing);
    missing.removeAll(available.keySet());
    while (true) {
      joinWhatCanBe(missing);
      Map<Feature, String> formulas = computeWhatCanBe(missing);
      if (missing.isEmpty()) {
        Map<Feature, String> shown = new LinkedHashMap<>();
        Map<Feature, String> all = new LinkedHashMap<>(available);
        all.putAll(formulas);
        wanted.forEach(feature -> shown.put(feature, all.get(feature)));
        return select(shown, marked);
      }
      if (formulas.isEmpty()) {
        throw new IllegalStateException("features wait for each other: " + missing);
      }
      nextLevel(formulas);
    }
  }

  private void addWithDependencies(Feature feature, Set<Feature> into) {
    if (into.contains(feature)) {
      return;
    }
    for (String name : dependencies(feature)) {
      addWithDependencies(entity.feature(name).orElseThrow(), into);
    }
    into.add(feature);
  }

  /** The names of the features of this entity that a feature is made of or joined by. */
  private static List<String> dependencies(Feature feature) {
    if (feature instanceof FormulaFeature formula) {
      return formula.sql().featureRefs();
    }
    FeatureOrigin origin = origin(feature);
    return origin instanceof FeatureOrigin.KeySource ? List.of() : Reach.near(origin).nearRefs();
  }

  private static FeatureOrigin origin(Feature feature) {
    if (feature instanceof FieldFeature field) {
      return field.origin();
    }
    return feature instanceof MetricFeature metric
        ? metric.origin()
        : ((FirstLastFeature) feature).origin();
  }

  /** The entity's table, with expressions over its columns as further columns. */
  private String base(Set<Feature> features) {
    String table = names.source(entity.entity().source());
    Map<String, String> expressions = new LinkedHashMap<>();
    for (Feature feature : features) {
      if (feature instanceof FieldFeature field
          && field.origin() instanceof FeatureOrigin.KeySource) {
        String column =
            field.isExpression()
                ? expressions.computeIfAbsent(
                    field.field(), k -> "calque_x" + (expressions.size() + 1))
                : names.column(entity.entity().source(), field.field());
        available.put(feature, filtered(field, alias + "." + column));
      }
    }
    return NodeSql.withExpressions(table, expressions) + " AS " + alias;
  }

  private String filtered(FieldFeature field, String column) {
    if (field.filters().isEmpty()) {
      return column;
    }
    String condition =
        filters.all(
            field.filters(), name -> alias + "." + names.column(entity.entity().source(), name));
    return "CASE WHEN " + condition + " THEN " + column + " END";
  }

  private void joinWhatCanBe(Set<Feature> missing) {
    while (true) {
      List<Feature> ready =
          missing.stream()
              .filter(feature -> !(feature instanceof FormulaFeature) && isReady(feature))
              .toList();
      if (ready.isEmpty()) {
        return;
      }
      for (FeatureJoin join :
          entities.joins(ready, this::nextAlias, this::availableSql, restriction)) {
        from += join.sql();
        available.putAll(join.values());
      }
      ready.forEach(missing::remove);
    }
  }

  private String nextAlias() {
    return "r" + ++joins;
  }

  private String availableSql(String name) {
    return available.get(feature(name));
  }

  private Map<Feature, String> computeWhatCanBe(Set<Feature> missing) {
    Map<Feature, String> formulas = new LinkedHashMap<>();
    for (Feature feature : missing) {
      if (feature instanceof FormulaFeature formula && isReady(feature)) {
        String sql = TemplateSql.formula(formula.sql(), name -> operand(availableSql(name)));
        formulas.put(feature, sql);
      }
    }
    missing.removeAll(formulas.keySet());
    return formulas;
  }

  /** A column stands as it is inside an expression, anything else in parentheses. */
  private static String operand(String sql) {
    boolean delimited = sql.startsWith("(") || sql.startsWith("COALESCE(");
    return delimited || sql.indexOf(' ') < 0 ? sql : "(" + sql + ")";
  }

  private boolean isReady(Feature feature) {
    return dependencies(feature).stream().map(this::feature).allMatch(available::containsKey);
  }

  private Feature feature(String name) {
    return entity.feature(name).orElseThrow();
  }

  private void nextLevel(Map<Feature, String> formulas) {
    available.putAll(formulas);
    String inner = select(available, false);
    alias = "t" + ++levels;
    joins = 0;
    from = "(" + inner + ") AS " + alias;
    available.replaceAll((feature, sql) -> alias + "." + names.feature(feature));
  }

  private String select(Map<Feature, String> shown, boolean marked) {
    String columns =
        shown.entrySet().stream()
            .map(entry -> column(entry.getValue(), names.feature(entry.getKey())))
            .collect(Collectors.joining(", "));
    if (marked || columns.isEmpty()) {
      columns +=
          (columns.isEmpty() ? "" : ", ")
              + entities.dialect().booleans().trueValue()
              + " AS "
              + Names.PRESENT;
    }
    return "SELECT " + columns + " FROM " + from;
  }

  private static String column(String sql, String name) {
    return sql.endsWith("." + name) ? sql : sql + " AS " + name;
  }
}
