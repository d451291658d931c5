package io.calque.bind;

import io.calque.error.SqlPlace;
import io.calque.model.Feature;
import java.util.List;
import java.util.Optional;

/**
 * A SELECT that asks for metrics, or aggregates features.
 *
 * @param place the whole SELECT
 * @param source what follows FROM, up to the end of WHERE
 * @param entities the entities in its FROM
 * @param others how many subqueries, CTEs and functions are in its FROM besides
 * @param joins the joins in its FROM
 * @param calls the metrics asked for, in its own clauses
 * @param plainAggregates the aggregates over features, in its own clauses
 * @param columns the names in its own clauses that mean columns of its FROM
 * @param aliasesInSource the aliases of its select list that its WHERE uses
 * @param bareItems the items of its select list that are nothing but a name
 * @param groupingSets the keys of each grouping set; one empty set if it does not group
 * @param respelled grouping keys that are to be written as they were before
 * @param stars the stars of its select list of which it is known what they show
 * @param hasStar whether its select list shows columns that cannot be told
 * @param conjuncts the conditions that its WHERE joins by AND
 * @param rowsMatter whether anything but its metrics may depend on how often a row occurs
 */
public record MetricSelect(
    SqlPlace place,
    SqlPlace source,
    List<EntityUse> entities,
    int others,
    List<SelectJoin> joins,
    List<MetricCall> calls,
    List<PlainAggregate> plainAggregates,
    List<Column> columns,
    List<AliasUse> aliasesInSource,
    List<BareItem> bareItems,
    List<List<GroupingKey>> groupingSets,
    List<Respelled> respelled,
    List<BoundStar> stars,
    boolean hasStar,
    List<Conjunct> conjuncts,
    boolean rowsMatter) {
  /**
   * A condition of WHERE.
   *
   * @param place the condition, with parentheses that are around it
   * @param use the mention of an entity whose features are all that it names; empty if there is
   *     none, or a subquery in it
   * @param features the features that it names
   * @param hasFunction whether it calls a function, which may not be the same if it is called again
   */
  public record Conjunct(
      SqlPlace place, Optional<EntityUse> use, List<Feature> features, boolean hasFunction) {
    public Conjunct {
      features = List.copyOf(features);
    }
  }

  /**
   * An alias of the select list.
   *
   * @param place where it is used
   * @param expression what it stands for
   */
  public record AliasUse(SqlPlace place, SqlPlace expression) {}

  /**
   * A grouping key that stands for one which is written in another way before.
   *
   * @param place where it stands
   * @param as where the other one stands
   */
  public record Respelled(SqlPlace place, SqlPlace as) {}

  /**
   * A name that means a column of FROM.
   *
   * @param place the name
   * @param key equal for all spellings of one column, in lower case: alias and name, of a column
   *     that a join merged the name alone after a dot
   */
  public record Column(SqlPlace place, String key) {}

  /**
   * An item that is nothing but a name, which is therefore the column's name.
   *
   * @param place the item
   * @param feature the feature it means
   * @param name the name as the user wrote it, without its qualifier
   */
  public record BareItem(SqlPlace place, Optional<Feature> feature, String name) {}

  public MetricSelect {
    entities = List.copyOf(entities);
    joins = List.copyOf(joins);
    calls = List.copyOf(calls);
    plainAggregates = List.copyOf(plainAggregates);
    columns = List.copyOf(columns);
    aliasesInSource = List.copyOf(aliasesInSource);
    bareItems = List.copyOf(bareItems);
    respelled = List.copyOf(respelled);
    stars = List.copyOf(stars);
    conjuncts = List.copyOf(conjuncts);
    groupingSets = groupingSets.stream().map(List::copyOf).toList();
  }
}
