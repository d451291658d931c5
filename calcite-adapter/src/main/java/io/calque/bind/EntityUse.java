package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.model.Entity;
import io.calque.model.Feature;
import io.calque.schema.EntityTable;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One mention of an entity in FROM. Two mentions of one entity are two uses.
 *
 * <p>While binding goes on it gathers the features that the query needs of it; once bound it no
 * longer changes.
 */
public final class EntityUse implements Relation {
  private final EntityTable table;
  private final String alias;
  private final boolean aliasGiven;
  private final boolean aliasQuoted;
  private final SqlPlace place;
  private final Set<Feature> needed = new LinkedHashSet<>();
  private boolean wholeRow;
  private boolean marked;
  private boolean nullable;

  EntityUse(
      EntityTable table, String alias, boolean aliasGiven, boolean aliasQuoted, SqlPlace place) {
    this.table = table;
    this.alias = alias;
    this.aliasGiven = aliasGiven;
    this.aliasQuoted = aliasQuoted;
    this.place = place;
  }

  public Entity entity() {
    return table.entity();
  }

  /** The name that qualifies its columns: the alias, else the name it was mentioned by. */
  public String name() {
    return alias;
  }

  /** Whether the user gave an alias; if not, the rewriter has to. */
  public boolean isAliasGiven() {
    return aliasGiven;
  }

  /** Whether the user quoted the alias, or the name that stands for it. */
  public boolean isAliasQuoted() {
    return aliasQuoted;
  }

  /** The entity's name as it stands in FROM, without an alias. */
  public SqlPlace place() {
    return place;
  }

  /** The features that the query needs of it, its joins included, in order of first use. */
  public Set<Feature> needed() {
    return Collections.unmodifiableSet(needed);
  }

  /**
   * Whether the query sees all its columns at once, as NATURAL JOIN does. Then exactly the features
   * that queries see are shown, in the model's order.
   */
  public boolean isWholeRow() {
    return wholeRow;
  }

  /** Whether it has to show a column that is true in each of its rows, and NULL in no row of it. */
  public boolean isMarked() {
    return marked;
  }

  /** Whether a join of the query may extend other rows by NULLs in its place. */
  public boolean isNullable() {
    return nullable;
  }

  void markNullable() {
    nullable = true;
  }

  void needMark() {
    marked = true;
  }

  void need(Feature feature) {
    needed.add(feature);
  }

  void needWholeRow() {
    wholeRow = true;
    needed.addAll(table.columns());
  }

  Optional<Feature> column(String columnName) {
    return table.column(columnName);
  }

  EntityTable table() {
    return table;
  }

  @Override
  public Optional<String> alias() {
    return Optional.of(alias);
  }

  @Override
  public boolean isOpen() {
    return false;
  }

  @Override
  public List<DerivedColumn> columns() {
    return table.columns().stream().map(this::asColumn).toList();
  }

  DerivedColumn asColumn(Feature feature) {
    return new DerivedColumn(
        Optional.of(Name.given(feature.name())),
        feature.name(),
        Optional.of(new OutputColumn.Origin(entity().name(), feature.name())),
        Optional.of(feature),
        Optional.empty());
  }
}
