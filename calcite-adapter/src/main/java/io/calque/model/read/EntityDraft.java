package io.calque.model.read;

import io.calque.model.Cardinality;
import io.calque.model.DataType;
import io.calque.model.Place;
import io.calque.model.TableName;
import java.util.List;
import java.util.Optional;

/**
 * An entity as its files have it.
 *
 * @param keys may be empty, then a problem has been added
 * @param source the key_source
 */
record EntityDraft(
    Written name,
    String description,
    TableName source,
    Place sourcePlace,
    List<Written> keys,
    List<FeatureDraft> features,
    List<MetricDraft> metrics,
    List<RelatedSourceDraft> relatedSources,
    List<Written> aliases) {
  EntityDraft {
    keys = List.copyOf(keys);
    features = List.copyOf(features);
    metrics = List.copyOf(metrics);
    relatedSources = List.copyOf(relatedSources);
    aliases = List.copyOf(aliases);
  }

  /** A metric as its file has it. */
  record MetricDraft(
      Written name, String description, Optional<DataType> dataType, Snippet sql, Place place) {}

  /** A related source as its file has it. */
  record RelatedSourceDraft(
      TableName table,
      Cardinality cardinality,
      String description,
      List<JoinDraft> joins,
      Place place) {
    RelatedSourceDraft {
      joins = List.copyOf(joins);
    }
  }
}
