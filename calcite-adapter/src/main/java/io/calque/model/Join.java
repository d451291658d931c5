package io.calque.model;

import java.util.Optional;

/**
 * One named way to connect the two ends of a relationship or of a related source.
 *
 * @param name unique within its relationship or related source; unnamed joins are called {@code
 *     default_1}, {@code default_2}…
 * @param reverseName what it is called when walked from right to left, if that has a name of its
 *     own
 * @param description may be empty
 * @param isDefault whether it is meant when nobody names one; the only join of a relationship is
 * @param declaredType what the file says, {@link JoinType#LEFT} if it says nothing; read relative
 *     to the traversal
 * @param cardinality from the left end to the right end
 * @param path from the relationship's left end to its right end
 * @param place where it is written
 */
public record Join(
    String name,
    Optional<String> reverseName,
    String description,
    boolean isDefault,
    JoinType declaredType,
    Cardinality cardinality,
    JoinPath path,
    Place place) {
  /** What the way back of a self-relationship's join is called where it has no name of its own. */
  private static final String REVERSED = "__reversed";

  /** That of its name and place: a path is long, and queries ask often. */
  @Override
  public int hashCode() {
    return 31 * place.hashCode() + name.hashCode();
  }

  /**
   * What the join is called when walked that way.
   *
   * @param isSelf whether both ends are the same entity, so that the name has to tell the direction
   */
  public String name(Direction direction, boolean isSelf) {
    if (direction == Direction.FORWARD) {
      return name;
    }
    return reverseName.orElse(isSelf ? name + REVERSED : name);
  }
}
