package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.model.Feature;
import java.util.List;

/**
 * A star of a select list, with what it stands for.
 *
 * @param place the star with its qualifier and its EXCLUDE, REPLACE and RENAME; empty where {@code
 *     FROM t} begins that stands for {@code SELECT * FROM t}
 * @param items in order
 */
public record BoundStar(SqlPlace place, List<Item> items) {
  public BoundStar {
    items = List.copyOf(items);
  }

  /** A part of what a star stands for. */
  public sealed interface Item {
    /** A feature of an entity. */
    record FeatureItem(EntityUse use, Feature feature) implements Item {}

    /** A feature of an entity under another name, as the user wrote that name. */
    record RenamedItem(EntityUse use, Feature feature, String name) implements Item {}

    /** An expression of REPLACE, with its alias, as it stands in the text. */
    record ReplacedItem(SqlPlace expression) implements Item {}

    /** A column that a join merged: it is named without a qualifier. */
    record MergedItem(String name) implements Item {}

    /** All of a subquery's columns: its alias, as the user wrote it. */
    record AllOf(String alias) implements Item {}

    /** One column of a subquery. */
    record ColumnOf(String alias, String column) implements Item {}
  }
}
