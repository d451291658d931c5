package io.calque.warehouse;

import java.util.Optional;

/**
 * A type of a warehouse, as {@code DatabaseMetaData.getTypeInfo} describes types.
 *
 * @param name the warehouse's own name of it
 * @param jdbcType of {@link java.sql.Types}
 * @param precision the most digits, characters or bytes; 0 if that means nothing here
 * @param literalPrefix what a literal begins with
 * @param literalSuffix what a literal ends with
 * @param createParams what the name takes in parentheses, such as {@code precision,scale}
 * @param isCaseSensitive whether it is text in which case counts
 * @param isUnsigned whether it is a number that cannot be negative
 * @param maximumScale the most digits after the point; 0 if that means nothing here
 * @param isNumber whether it is a number, counted in decimal digits
 */
public record WarehouseType(
    String name,
    int jdbcType,
    int precision,
    Optional<String> literalPrefix,
    Optional<String> literalSuffix,
    Optional<String> createParams,
    boolean isCaseSensitive,
    boolean isUnsigned,
    int maximumScale,
    boolean isNumber) {}
