package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.model.Feature;
import java.util.List;
import java.util.Optional;

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

  /** Whether each column that it shows is among the items. */
  public boolean isSpelledOut() {
    return items.stream().noneMatch(Item.AllOf.class::isInstance);
  }

  /** A part of what a star stands for. */
  public sealed interface Item {
    /** A feature of an entity. */
    record FeatureItem(EntityUse use, Feature feature) implements Item {}

    /** A feature of an entity under another name. */
    record RenamedItem(EntityUse use, Feature feature, Name name) implements Item {}

    /**
     * An expression of REPLACE.
     *
     * @param item the expression with its alias
     */
    record ReplacedItem(SqlPlace item, SqlPlace expression) implements Item {}

    /** A column that a join merged: it is named without a qualifier. */
    record MergedItem(String name) implements Item {}

    /** All of a subquery's columns, which cannot be told one by one. */
    record AllOf(Name alias) implements Item {}

    /**
     * One column of a subquery.
     *
     * @param alias the subquery's; empty where there is nothing else in FROM
     * @param shownAs its other name, which RENAME gives
     */
    record ColumnOf(Optional<Name> alias, Name column, Optional<Name> shownAs) implements Item {}
  }
}
