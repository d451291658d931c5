package io.calque.model.read;

import io.calque.model.DataType;
import io.calque.model.Place;
import io.calque.model.TableName;
import io.calque.model.read.DottedNames.DottedName;
import io.calque.model.read.EntityDraft.MetricDraft;
import io.calque.model.read.FeatureDraft.FieldDraft;
import io.calque.model.read.FeatureDraft.FilterDraft;
import io.calque.model.read.FeatureDraft.FilterDraft.SqlFilterDraft;
import io.calque.model.read.FeatureDraft.FirstLastDraft;
import io.calque.model.read.FeatureDraft.FormulaDraft;
import io.calque.model.read.FeatureDraft.Head;
import io.calque.model.read.FeatureDraft.MetricFeatureDraft;
import io.calque.model.read.FeatureDraft.Origin;
import io.calque.model.read.Lynk3Entity.Definition;
import io.calque.model.read.Lynk3Entity.Path;
import io.calque.model.read.Lynk3Expression.MetricCall;
import io.calque.model.read.Lynk3Expression.Part;
import io.calque.model.read.Lynk3Expression.Pick;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the features and metrics of one entity of Lynk's third generation into the four kinds of
 * feature. A feature that is made of several parts becomes a formula over hidden features, one for
 * each part.
 */
final class Lynk3Features {
  private final Lynk3Scope scope;
  private final OwnColumns columns;
  private final Problems problems;
  private final LeftOut leftOut;
  private final List<FeatureDraft> features = new ArrayList<>();

  Lynk3Features(Lynk3Scope scope, OwnColumns columns, Problems problems, LeftOut leftOut) {
    this.scope = scope;
    this.columns = columns;
    this.problems = problems;
    this.leftOut = leftOut;
  }

  /** All features; for each that is left out a problem has been added. */
  List<FeatureDraft> features() {
    for (Definition definition : scope.features()) {
      Optional<FeatureDraft> feature = feature(definition);
      if (feature.isPresent()) {
        features.add(feature.get());
      } else {
        leftOut.add(Unit.feature(scope.name(), definition.name().text()));
      }
    }
    return List.copyOf(features);
  }

  /** All metrics; for each that is left out a problem has been added. */
  List<MetricDraft> metrics() {
    List<MetricDraft> metrics = new ArrayList<>();
    Lynk3Metrics reader = new Lynk3Metrics(scope, columns, problems);
    for (Definition definition : scope.metrics()) {
      Optional<Snippet> sql = reader.sql(definition);
      if (sql.isPresent()) {
        metrics.add(
            new MetricDraft(
                definition.name(),
                definition.description(),
                definition.dataType(),
                sql.get(),
                definition.place()));
      } else {
        leftOut.add(Unit.metric(scope.name(), definition.name().text()));
      }
    }
    return metrics;
  }

  private Optional<FeatureDraft> feature(Definition definition) {
    String what = "feature " + definition.name();
    Optional<Lynk3Expression> sql =
        Lynk3Expression.read(definition.sql(), what, scope.name(), problems);
    Optional<Lynk3Expression> filter =
        definition
            .filter()
            .flatMap(
                text ->
                    Lynk3Expression.read(text, "the filter of " + what, scope.name(), problems));
    if (sql.isEmpty() || definition.filter().isPresent() && filter.isEmpty()) {
      return Optional.empty();
    }
    Optional<Path> path = definition.joinName().flatMap(name -> scope.path(name.text()));
    if (definition.joinName().isPresent() && path.isEmpty()) {
      Written name = definition.joinName().get();
      problems.add(
          Rule.UNKNOWN_JOIN,
          name.place(),
          scope.name(),
          scope.name()
              + " has no relationship "
              + Shown.name(name.text())
              + ", which "
              + what
              + " names",
          "add it to entity_relationships or table_relationships of " + scope.name());
      return Optional.empty();
    }
    Head head = head(definition);
    return path.isPresent()
        ? new Related(head, sql.get(), filter, path.get(), what).read()
        : own(head, sql.get(), filter, what);
  }

  private Head head(Definition definition) {
    Optional<Boolean> queryable =
        scope.hidden().contains(Unit.lower(definition.name().text()))
            ? Optional.of(false)
            : Optional.empty();
    return new Head(
        definition.name(),
        definition.description(),
        definition.dataType(),
        queryable,
        definition.place());
  }

  /** A feature of the entity's own table and features. */
  private Optional<FeatureDraft> own(
      Head head, Lynk3Expression sql, Optional<Lynk3Expression> filter, String what) {
    boolean sound = sql.parts().stream().allMatch(part -> isOwn(part, sql, what));
    sound &=
        filter.isEmpty()
            || filter.get().parts().stream().allMatch(part -> isOwn(part, filter.get(), what));
    if (!sound) {
      return Optional.empty();
    }
    boolean onlyColumns =
        !sql.parts().isEmpty()
            && sql.parts().stream().allMatch(part -> scope.isOwnColumn(part.name()));
    if (onlyColumns && filter.isEmpty()) {
      Rewriting field = new Rewriting(sql.snippet());
      sql.parts()
          .forEach(
              part ->
                  field.replace(part.start(), part.end(), OwnColumns.written(part.name().last())));
      return Optional.of(new FieldDraft(head, columns.origin(head.place()), field.finish()));
    }
    Rewriting formula = holes(sql);
    if (filter.isEmpty()) {
      return Optional.of(new FormulaDraft(head, formula.finish()));
    }
    return Optional.of(new FormulaDraft(head, cased(formula.finish(), holes(filter.get()))));
  }

  private static Snippet cased(Snippet value, Rewriting condition) {
    String text =
        "CASE WHEN "
            + Rewriting.enclosed(condition.finish().text())
            + " THEN "
            + Rewriting.enclosed(value.text())
            + " END";
    return Snippet.at(text, value.place());
  }

  /** The expression with a hole for each feature and column of its own. */
  private Rewriting holes(Lynk3Expression sql) {
    Rewriting formula = new Rewriting(sql.snippet());
    for (Part part : sql.parts()) {
      String feature =
          scope.isOwnColumn(part.name())
              ? columns.feature(part.name().last(), sql.snippet().placeAt(part.start()))
              : part.name().last();
      formula.replace(part.start(), part.end(), "{" + feature + "}");
    }
    return formula;
  }

  /** Whether a part belongs to this entity; if not, a problem has been added. */
  private boolean isOwn(Part part, Lynk3Expression sql, String what) {
    boolean isValue = part instanceof Lynk3Expression.Value;
    if (isValue && (scope.isOwnFeature(part.name()) || scope.isOwnColumn(part.name()))) {
      return true;
    }
    String written = sql.snippet().text().substring(part.start(), part.end());
    problems.add(
        Rule.UNKNOWN_SOURCE,
        sql.snippet().placeAt(part.start()),
        scope.name(),
        written
            + " in "
            + what
            + (part.name().parts().size() == 3
                ? " has three words; a feature has two, a column has four"
                : " lies outside of " + scope.name() + ", and no join_name leads there"),
        "add join_name: with a relationship of " + scope.name() + " that leads there");
    return false;
  }

  /** A feature that reads over a relationship, while it is read. */
  private final class Related {
    private final Head head;
    private final Lynk3Expression sql;
    private final Optional<Lynk3Expression> filter;
    private final Path path;
    private final String what;
    private final boolean isTable;
    private final Optional<TableName> table;

    Related(
        Head head, Lynk3Expression sql, Optional<Lynk3Expression> filter, Path path, String what) {
      this.head = head;
      this.sql = sql;
      this.filter = filter;
      this.path = path;
      this.what = what;
      this.isTable = scope.isTablePath(path);
      this.table = isTable ? TableNames.parse(path.target().text()) : Optional.empty();
    }

    Optional<FeatureDraft> read() {
      Optional<List<FilterDraft>> filters = filters();
      if (filters.isEmpty()) {
        return Optional.empty();
      }
      Origin origin =
          new Origin(
              isTable && table.isPresent()
                  ? new Written(TableNames.written(table.get()), path.target().place())
                  : path.target(),
              Optional.of(path.name()),
              Optional.empty(),
              filters.get());
      if (sql.isOnePart() && isThere(sql.parts().get(0).name())) {
        return part(sql.parts().get(0), head, origin);
      }
      Rewriting formula = new Rewriting(sql.snippet());
      boolean sound = true;
      int number = 0;
      for (Part part : sql.parts()) {
        if (!isThere(part.name()) && isOwnValue(part)) {
          String feature =
              scope.isOwnColumn(part.name())
                  ? columns.feature(part.name().last(), sql.snippet().placeAt(part.start()))
                  : part.name().last();
          formula.replace(part.start(), part.end(), "{" + feature + "}");
          continue;
        }
        number++;
        Place place = sql.snippet().placeAt(part.start());
        Written name = new Written(columns.free("_" + head.name() + "_" + number), place);
        Optional<DataType> type = Optional.empty();
        Optional<FeatureDraft> helper =
            isThere(part.name())
                ? part(part, new Head(name, "", type, Optional.of(false), place), origin)
                : elsewhere(part);
        helper.ifPresent(features::add);
        sound &= helper.isPresent();
        formula.replace(part.start(), part.end(), "{" + name + "}");
      }
      return sound ? Optional.of(new FormulaDraft(head, formula.finish())) : Optional.empty();
    }

    private boolean isOwnValue(Part part) {
      return part instanceof Lynk3Expression.Value
          && (scope.isOwnFeature(part.name()) || scope.isOwnColumn(part.name()));
    }

    /** Whether a name belongs to where the relationship leads. */
    private boolean isThere(DottedName name) {
      return isTable
          ? table.filter(found -> Lynk3Scope.isColumnOf(name, found)).isPresent()
          : name.parts().size() == 2 && name.first().equalsIgnoreCase(path.target().text());
    }

    private Optional<FeatureDraft> elsewhere(Part part) {
      String written = sql.snippet().text().substring(part.start(), part.end());
      boolean onTheWay =
          path.steps().stream()
              .anyMatch(step -> step.target().text().equalsIgnoreCase(part.name().first()));
      problems.add(
          Rule.UNKNOWN_SOURCE,
          sql.snippet().placeAt(part.start()),
          scope.name(),
          written
              + " in "
              + what
              + (onTheWay
                  ? " lies on the way of " + path.name() + ", and a feature reads from its end"
                  : " is not where " + path.name() + " leads, " + path.target()),
          onTheWay
              ? "add a relationship that ends at " + part.name().first() + ", and name that"
              : "read from " + path.target() + ", or name another relationship");
      return Optional.empty();
    }

    private Optional<FeatureDraft> part(Part part, Head partHead, Origin origin) {
      Place place = sql.snippet().placeAt(part.start());
      if (part instanceof MetricCall metric) {
        if (isTable) {
          return elsewhere(part);
        }
        return Optional.of(
            new MetricFeatureDraft(partHead, origin, new Written(metric.name().last(), place)));
      }
      if (part instanceof Pick pick) {
        if (!isThere(pick.orderBy())) {
          return elsewhere(new Lynk3Expression.Value(pick.orderBy()));
        }
        return Optional.of(
            new FirstLastDraft(
                partHead,
                origin,
                pick.method(),
                name(pick.orderBy(), sql.snippet()),
                name(pick.name(), sql.snippet()),
                pick.offset() + 1));
      }
      return Optional.of(new FieldDraft(partHead, origin, name(part.name(), sql.snippet())));
    }

    private Snippet name(DottedName name, Snippet in) {
      String last = isTable ? OwnColumns.written(name.last()) : name.last();
      return Snippet.at(last, in.placeAt(name.start()));
    }

    /** The filter over the rows at the end; if empty, a problem has been added. */
    private Optional<List<FilterDraft>> filters() {
      if (filter.isEmpty()) {
        return Optional.of(List.of());
      }
      Rewriting condition = new Rewriting(filter.get().snippet());
      boolean sound = true;
      for (Part part : filter.get().parts()) {
        boolean isValue = part instanceof Lynk3Expression.Value && isThere(part.name());
        condition.replace(part.start(), part.end(), "{source}.{" + part.name().last() + "}");
        if (!isValue) {
          sound = false;
          problems.add(
              Rule.FILTER_ON_WRONG_KIND,
              filter.get().snippet().placeAt(part.start()),
              scope.name(),
              filter.get().snippet().text().substring(part.start(), part.end())
                  + " in the filter of "
                  + what
                  + " is not of "
                  + path.target()
                  + ", whose rows it filters",
              "compare features of " + path.target() + " with constants");
        }
      }
      return sound
          ? Optional.of(List.of(new SqlFilterDraft(condition.finish())))
          : Optional.empty();
    }
  }
}
