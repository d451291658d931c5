package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.DataType;
import io.calque.model.Filter;
import io.calque.model.Filter.Literal;
import io.calque.model.Place;
import io.calque.model.SqlTemplate.SideRef;
import io.calque.model.read.CheckedOrigin.OtherTable;
import io.calque.model.read.CheckedOrigin.OwnTable;
import io.calque.model.read.FeatureDraft.FilterDraft;
import io.calque.model.read.FeatureDraft.FilterDraft.FieldFilterDraft;
import io.calque.model.read.FeatureDraft.FilterDraft.SqlFilterDraft;
import io.calque.model.read.Template.Hole;
import io.calque.model.read.TemplateReader.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks up what the filters of one feature name, and types their values: features where the source
 * is an entity, columns where it is a table.
 */
final class FilterResolver {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private final Checks checks;
  private final EntityScope entity;
  private final String feature;
  private final CheckedOrigin origin;
  private final Set<Unit> needs;

  /**
   * @param entity that has the feature
   * @param origin whose rows are filtered
   * @param needs takes the features that the filters use
   */
  FilterResolver(
      Checks checks, EntityScope entity, String feature, CheckedOrigin origin, Set<Unit> needs) {
    this.checks = checks;
    this.entity = entity;
    this.feature = feature;
    this.origin = origin;
    this.needs = needs;
  }

  /** All filters; empty, with a problem, if one is unsound. */
  Optional<List<Filter>> resolve(List<FilterDraft> drafts) {
    List<Filter> filters = new ArrayList<>();
    for (FilterDraft draft : drafts) {
      Optional<Filter> filter =
          draft instanceof SqlFilterDraft sql ? sql(sql) : field((FieldFilterDraft) draft);
      filter.ifPresent(filters::add);
    }
    return filters.size() == drafts.size() ? Optional.of(filters) : Optional.empty();
  }

  private Optional<Filter> sql(SqlFilterDraft draft) {
    Optional<Template> template =
        new TemplateReader(entity.name(), checks.problems())
            .read(draft.sql(), Use.FILTER, "a filter of " + feature, entity.name());
    if (template.isEmpty()) {
      return Optional.empty();
    }
    boolean sound = true;
    for (Hole<SideRef> hole : template.get().holes(SideRef.class)) {
      sound &= exists(hole.part().name(), hole.place());
    }
    return sound ? Optional.of(new Filter.SqlFilter(template.get().sql())) : Optional.empty();
  }

  private Optional<Filter> field(FieldFilterDraft draft) {
    String name = draft.field().text();
    if (!exists(name, draft.field().place())) {
      return Optional.empty();
    }
    Optional<DataType> type = origin.sourceEntity().flatMap(source -> source.dataType(name));
    List<Literal> literals = new ArrayList<>();
    for (Snippet value : draft.values()) {
      literal(value, type, name).ifPresent(literals::add);
    }
    return literals.size() == draft.values().size()
        ? Optional.of(new Filter.FieldFilter(name, draft.operator(), literals, draft.place()))
        : Optional.empty();
  }

  private boolean exists(String name, Place place) {
    Optional<EntityScope> source = origin.sourceEntity();
    if (source.isEmpty()) {
      suspectFeature(name, place);
      return true;
    }
    Unit unit = Unit.feature(source.get().name(), name);
    needs.add(unit);
    if (source.get().hasFeature(name) || checks.leftOut().contains(unit)) {
      return true;
    }
    Optional<String> reading = source.get().featureOf(name);
    checks
        .problems()
        .add(
            reading.isPresent() ? Rule.FILTER_ON_WRONG_KIND : Rule.UNKNOWN_FILTER_FIELD,
            place,
            entity.name(),
            "a filter of "
                + feature
                + " asks for "
                + Shown.name(name)
                + (reading.isPresent() ? ", a column; " : "; ")
                + source.get().name()
                + " is an entity and has no such feature",
            reading
                .map(found -> "write " + found + ", the feature that reads it")
                .orElseGet(
                    () ->
                        "write one of its features"
                            + NearestNames.hint(name, source.get().featureNames())));
    return false;
  }

  /** On a table, a name that is a feature of the owner and reads another column of that table. */
  private void suspectFeature(String name, Place place) {
    String table =
        origin instanceof OtherTable other
            ? other.source().table().toString()
            : entity.draft().ownSource();
    Optional<String> column = columnOf(name, table);
    if (column.isPresent()) {
      checks
          .problems()
          .add(
              Severity.WARNING,
              Rule.FILTER_ON_WRONG_KIND,
              place,
              entity.name(),
              "a filter of "
                  + feature
                  + " asks for "
                  + name
                  + ", which is a feature; on a table a filter names columns",
              "if it means the feature, write its column, " + column.get());
    }
  }

  private Optional<String> columnOf(String name, String table) {
    boolean own = origin instanceof OwnTable;
    return entity
        .feature(name)
        .filter(FeatureDraft.FieldDraft.class::isInstance)
        .map(FeatureDraft.FieldDraft.class::cast)
        .filter(
            field ->
                own
                    ? entity.isOwnSource(field.origin().source().text())
                    : field.origin().source().text().equalsIgnoreCase(table))
        .map(field -> field.field().text().strip())
        .filter(column -> TableNames.column(column).isPresent())
        .filter(column -> !column.equalsIgnoreCase(name));
  }

  private Optional<Literal> literal(Snippet value, Optional<DataType> declared, String name) {
    String text = value.text().strip();
    DataType type = declared.orElseGet(() -> written(value));
    boolean fits =
        switch (type) {
          case NUMBER -> NUMBER.matcher(text).matches();
          case BOOLEAN -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
          case STRING, DATETIME -> true;
        };
    if (!fits) {
      checks
          .problems()
          .add(
              Rule.BAD_FILTER,
              value.place(),
              entity.name(),
              "the value "
                  + Shown.name(text)
                  + " of a filter of "
                  + feature
                  + " is no "
                  + Unit.lower(type.name())
                  + ", as "
                  + name
                  + " is",
              type == DataType.BOOLEAN ? "write true or false" : "write a number, such as 12.5");
      return Optional.empty();
    }
    return Optional.of(new Literal(type == DataType.STRING ? value.text() : text, type));
  }

  /** The type that the file itself gives a value: what has quotes is text. */
  private static DataType written(Snippet value) {
    String text = value.text().strip();
    if (!value.isPlain()) {
      return DataType.STRING;
    }
    if (NUMBER.matcher(text).matches() && !text.matches("[+-]?0[0-9]+.*")) {
      return DataType.NUMBER;
    }
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
        ? DataType.BOOLEAN
        : DataType.STRING;
  }
}
