package io.calque.rewrite;

import io.calque.model.Feature;
import io.calque.model.Node;
import io.calque.schema.EntityTable;
import io.calque.schema.SemanticSchema;
import io.calque.warehouse.WarehouseDialect;
import java.util.Collection;

/** Writes entities as queries on the warehouse that show the features asked for and no others. */
final class EntitySql {
  private final SemanticSchema schema;
  private final Names names;
  private final FilterSql filters;

  EntitySql(SemanticSchema schema, Names names, WarehouseDialect dialect) {
    this.schema = schema;
    this.names = names;
    this.filters = new FilterSql(dialect);
  }

  /** The writer of a node of a path. */
  NodeSql node(Node node, String alias) {
    return new NodeSql(node, alias, schema, names, this);
  }

  /** A SELECT with a row for each row of the entity and a column for each of the features. */
  String select(EntityTable entity, Collection<Feature> features) {
    return new EntitySelect(entity, names, filters, this).write(features, false);
  }

  /** The same with one more column, {@link Names#PRESENT}, that is true in each row. */
  String selectMarked(EntityTable entity, Collection<Feature> features) {
    return new EntitySelect(entity, names, filters, this).write(features, true);
  }
}
