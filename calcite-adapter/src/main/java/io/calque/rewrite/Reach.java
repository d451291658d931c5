package io.calque.rewrite;

import io.calque.model.Direction;
import io.calque.model.FeatureOrigin;
import io.calque.model.Filter;
import io.calque.model.Traversal;
import java.util.List;

/**
 * What several features of an entity may share: the way to their source and the filters on it.
 *
 * @param origin a related source or a related entity
 * @param filters which of the source's rows count
 */
record Reach(FeatureOrigin origin, List<Filter> filters) {

  /** The path from the owning entity to the origin. */
  Near near() {
    return near(origin);
  }

  /** The path from the owning entity to a related source; the own table has none. */
  static Near near(FeatureOrigin origin) {
    if (origin instanceof FeatureOrigin.RelatedTable table) {
      return new Near(table.join().path(), Direction.FORWARD);
    }
    Traversal traversal = ((FeatureOrigin.RelatedEntity) origin).traversal();
    return new Near(traversal.join().path(), traversal.direction());
  }
}
