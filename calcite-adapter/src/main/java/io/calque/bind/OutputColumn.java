package io.calque.bind;

import java.util.Optional;

/**
 * A column of a query's result, as far as it can be told without the warehouse.
 *
 * @param label how the user calls it: the alias, the feature's name as in the model, else the
 *     expression as its text
 * @param origin the feature it shows unchanged, if it does
 */
public record OutputColumn(String label, Optional<Origin> origin) {
  /**
   * A feature of an entity.
   *
   * @param entity the entity's name as in the model
   * @param feature the feature's name as in the model
   */
  public record Origin(String entity, String feature) {}
}
