package io.calque.model;

import java.util.Optional;

/**
 * A named aggregate over the rows of one entity.
 *
 * @param name unique within the entity, whatever its case
 * @param description may be empty
 * @param dataType what the file declares, if it does
 * @param sql an aggregate expression with {@code {feature}} and {@code METRIC('name')} holes
 * @param place where it is written
 */
public record Metric(
    String name, String description, Optional<DataType> dataType, SqlTemplate sql, Place place) {}
