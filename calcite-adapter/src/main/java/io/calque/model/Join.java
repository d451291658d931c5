package io.calque.model;

/**
 * One named way to connect the two ends of a relationship or of a related source.
 *
 * @param name unique within its relationship or related source; unnamed joins are called {@code
 *     default_1}, {@code default_2}…
 * @param description may be empty
 * @param isDefault whether it is meant when nobody names one; the only join of a relationship is
 * @param declaredType what the file says, {@link JoinType#LEFT} if it says nothing; read relative
 *     to the traversal
 * @param path from the relationship's left end to its right end
 * @param place where it is written
 */
public record Join(
    String name,
    String description,
    boolean isDefault,
    JoinType declaredType,
    JoinPath path,
    Place place) {}
