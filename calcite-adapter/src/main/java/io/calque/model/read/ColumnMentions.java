package io.calque.model.read;

import io.calque.model.Place;
import io.calque.model.read.FeatureDraft.FieldDraft;
import io.calque.model.read.FeatureDraft.Head;
import io.calque.model.read.FeatureDraft.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of one entity that its file mentions, each a feature. */
final class ColumnMentions {
  private final String source;
  private final Map<String, FeatureDraft> features = new LinkedHashMap<>();

  /**
   * @param source how features name the entity's table or query
   */
  ColumnMentions(String source) {
    this.source = source;
  }

  /** The name of the feature that shows a column; made when it is first mentioned. */
  String feature(Written column) {
    return features.computeIfAbsent(Unit.lower(column.text()), key -> field(column)).name();
  }

  private FeatureDraft field(Written column) {
    Place place = column.place();
    String written = TableNames.writtenColumn(column.text()).orElse(column.text());
    return new FieldDraft(
        new Head(
            new Written(SqlIdentifiers.feature(column.text()), place),
            "",
            Optional.empty(),
            Optional.of(true),
            place),
        new Origin(new Written(source, place), Optional.empty(), Optional.empty(), List.of()),
        Snippet.at(written, place));
  }

  /** All features so far, in the order of their first mention. */
  List<FeatureDraft> features() {
    return List.copyOf(features.values());
  }
}
