package io.calque.model;

import java.util.List;
import java.util.Optional;

/**
 * A table of the warehouse with an entity's metrics, one row for each combination of some features.
 * Queries that it answers exactly are sent to it.
 *
 * @param name unique within the entity, whatever its case
 * @param description may be empty
 * @param table where it is stored
 * @param grain names of features of the entity, one or more, each once
 * @param metrics what is stored, one or more, each once
 * @param place where it is written
 */
public record PreAggregate(
    String name,
    String description,
    TableName table,
    List<String> grain,
    List<Stored> metrics,
    Place place) {
  public PreAggregate {
    grain = List.copyOf(grain);
    metrics = List.copyOf(metrics);
  }

  /** In which directions the stored values of a metric may be added up. */
  public enum Additivity {
    /** Over every feature of the grain. */
    ADDITIVE,
    /** Over all but some. */
    SEMI_ADDITIVE,
    /** Over none: a group of a query has to be one row of the table. */
    NONE
  }

  /**
   * A metric of the entity that is stored.
   *
   * @param metric its name
   * @param additivity what its author says of it; if empty, its definition tells
   * @param notOver of a semi-additive one, the features of the grain that it is not added over
   */
  public record Stored(String metric, Optional<Additivity> additivity, List<String> notOver) {
    public Stored {
      notOver = List.copyOf(notOver);
    }
  }
}
