package io.calque.bind;

import java.util.List;
import java.util.Optional;

/** What a FROM clause makes visible under a name. */
sealed interface Relation permits EntityUse, DerivedRelation {
  /** The name that qualifies its columns; empty for a subquery without an alias. */
  Optional<String> alias();

  /** Whether it may have columns that cannot be known here. */
  boolean isOpen();

  /** The columns that {@code *} shows, as far as they are known. */
  List<DerivedColumn> columns();
}
