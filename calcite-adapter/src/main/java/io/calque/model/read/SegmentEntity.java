package io.calque.model.read;

import io.calque.model.Place;
import io.calque.model.Source;
import java.util.List;
import java.util.Optional;

/**
 * An entity of a Data Graph, or its profile.
 *
 * @param slug how relationships and conditions name it
 * @param name as SQL names it
 * @param label how people name it, if the graph says
 * @param key the column that identifies a row
 * @param mentions the columns that the graph mentions, which grow while it is read
 */
record SegmentEntity(
    Written slug,
    String name,
    Optional<Written> label,
    String description,
    Source source,
    Place sourcePlace,
    Written key,
    ColumnMentions mentions) {
  /**
   * The entity as a draft.
   *
   * @param aliases further names
   */
  EntityDraft draft(List<Written> aliases) {
    String keyFeature = mentions.feature(key);
    return new EntityDraft(
        new Written(name, slug.place()),
        description,
        source,
        sourcePlace,
        true,
        List.of(new Written(keyFeature, key.place())),
        mentions.features(),
        List.of(),
        List.of(),
        aliases);
  }
}
