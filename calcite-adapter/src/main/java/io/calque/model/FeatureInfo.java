package io.calque.model;

import java.util.Optional;

/**
 * What all kinds of feature have.
 *
 * @param name unique within the entity, whatever its case
 * @param description may be empty
 * @param dataType what the file declares, if it does
 * @param queryable whether queries see it; definitions see all. Where the model says nothing, names
 *     that begin with an underscore are not queryable; key columns that no feature declares never
 *     are
 * @param place where it is written
 */
public record FeatureInfo(
    String name, String description, Optional<DataType> dataType, boolean queryable, Place place) {
  @Override
  public int hashCode() {
    return 31 * place.hashCode() + name.hashCode();
  }
}
