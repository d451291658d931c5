package io.calque.model.read;

import io.calque.model.Cardinality;
import io.calque.model.DataType;
import io.calque.model.Place;
import io.calque.model.PreAggregate;
import io.calque.model.Source;
import io.calque.model.TableName;
import java.util.List;
import java.util.Optional;

/**
 * An entity as its files have it.
 *
 * @param keys may be empty, then a problem has been added
 * @param source the key_source, or the query in its place
 * @param allColumns whether each column of the source is a feature, listed or not
 */
record EntityDraft(
    Written name,
    String description,
    Source source,
    Place sourcePlace,
    boolean allColumns,
    List<Written> keys,
    List<FeatureDraft> features,
    List<MetricDraft> metrics,
    List<RelatedSourceDraft> relatedSources,
    List<Written> aliases,
    List<PreAggregateDraft> preAggregates) {
  /** How features name the query that their entity is over. */
  static final String OWN_QUERY = "query";

  EntityDraft {
    keys = List.copyOf(keys);
    features = List.copyOf(features);
    metrics = List.copyOf(metrics);
    relatedSources = List.copyOf(relatedSources);
    aliases = List.copyOf(aliases);
    preAggregates = List.copyOf(preAggregates);
  }

  /** An entity of a format that has no pre-aggregated tables. */
  EntityDraft(
      Written name,
      String description,
      Source source,
      Place sourcePlace,
      boolean allColumns,
      List<Written> keys,
      List<FeatureDraft> features,
      List<MetricDraft> metrics,
      List<RelatedSourceDraft> relatedSources,
      List<Written> aliases) {
    this(
        name,
        description,
        source,
        sourcePlace,
        allColumns,
        keys,
        features,
        metrics,
        relatedSources,
        aliases,
        List.of());
  }

  /** What the {@code source} of a feature is that reads the entity's own table or query. */
  String ownSource() {
    return source instanceof TableName table ? TableNames.written(table) : OWN_QUERY;
  }

  /** These with other features. */
  EntityDraft withFeatures(List<FeatureDraft> others) {
    return new EntityDraft(
        name,
        description,
        source,
        sourcePlace,
        allColumns,
        keys,
        others,
        metrics,
        relatedSources,
        aliases,
        preAggregates);
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

  /** A pre-aggregated table as its file has it. */
  record PreAggregateDraft(
      Written name,
      String description,
      TableName table,
      Place tablePlace,
      List<Written> grain,
      List<StoredDraft> metrics,
      Place place) {
    PreAggregateDraft {
      grain = List.copyOf(grain);
      metrics = List.copyOf(metrics);
    }
  }

  /** A metric of a pre-aggregated table as its file has it. */
  record StoredDraft(
      Written metric, Optional<PreAggregate.Additivity> additivity, List<Written> notOver) {
    StoredDraft {
      notOver = List.copyOf(notOver);
    }
  }
}
