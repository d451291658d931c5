package io.calque.model.read;

import io.calque.model.DataType;
import io.calque.model.Feature.Method;
import io.calque.model.Filter.Operator;
import io.calque.model.Place;
import java.util.List;
import java.util.Optional;

/** A feature as its file has it. */
sealed interface FeatureDraft {
  Head head();

  default String name() {
    return head().name().text();
  }

  default Place place() {
    return head().place();
  }

  /**
   * What all features have.
   *
   * @param queryable whether queries see it; empty to let its name decide
   */
  record Head(
      Written name,
      String description,
      Optional<DataType> dataType,
      Optional<Boolean> queryable,
      Place place) {}

  /** Where a feature's values come from, and which of them. */
  record Origin(
      Written source,
      Optional<Written> joinName,
      Optional<Written> timeField,
      List<FilterDraft> filters) {
    public Origin {
      filters = List.copyOf(filters);
    }
  }

  record FieldDraft(Head head, Origin origin, Snippet field) implements FeatureDraft {}

  record MetricFeatureDraft(Head head, Origin origin, Written metric) implements FeatureDraft {}

  record FirstLastDraft(
      Head head, Origin origin, Method method, Snippet sortBy, Snippet field, int offset)
      implements FeatureDraft {}

  record FormulaDraft(Head head, Snippet sql) implements FeatureDraft {}

  /** A feature that reads something other than its siblings. */
  static Optional<Origin> origin(FeatureDraft feature) {
    if (feature instanceof FieldDraft field) {
      return Optional.of(field.origin());
    }
    if (feature instanceof MetricFeatureDraft metric) {
      return Optional.of(metric.origin());
    }
    return feature instanceof FirstLastDraft firstLast
        ? Optional.of(firstLast.origin())
        : Optional.empty();
  }

  /** A filter as its file has it. */
  sealed interface FilterDraft {
    record SqlFilterDraft(Snippet sql) implements FilterDraft {}

    record FieldFilterDraft(Written field, Operator operator, List<Snippet> values, Place place)
        implements FilterDraft {
      public FieldFilterDraft {
        values = List.copyOf(values);
      }
    }
  }
}
