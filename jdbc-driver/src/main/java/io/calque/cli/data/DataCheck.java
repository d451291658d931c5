package io.calque.cli.data;

import io.calque.cli.data.Finding.Kind;
import io.calque.model.Entity;
import io.calque.model.Join;
import io.calque.model.RelatedSource;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import io.calque.project.StoredTableCheck;
import io.calque.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Asks the warehouse whether a model is true: at most three queries for an entity whose features
 * all can be read, one for a bridge, at most nine for a join, and three for all indexes and
 * statistics, where there are any.
 */
public final class DataCheck {
  private DataCheck() {}

  /**
   * Checks all entities, then all joins, then what helps the warehouse to join.
   *
   * @param connection to the model's project
   * @param warehouse of that project
   * @param step is told what comes next, in a word or two
   */
  public static List<Finding> of(
      SemanticModel model, Connection connection, Warehouse warehouse, Consumer<String> step) {
    List<Finding> findings = new ArrayList<>();
    Asking asking = new Asking(connection);
    EntityCheck entities = new EntityCheck(asking, findings::add);
    Map<String, EntityCheck.Readable> readable = new HashMap<>();
    for (Entity entity : model.entities()) {
      step.accept(entity.name());
      entities
          .check(entity)
          .ifPresent(found -> readable.put(entity.name().toLowerCase(Locale.ROOT), found));
    }
    HopCheck hops = new HopCheck(readable, new BridgeColumns(warehouse), findings::add);
    for (Entity entity : model.entities()) {
      for (RelatedSource related : entity.relatedSources()) {
        related.joins().forEach(hops::check);
      }
    }
    JoinCheck joins = new JoinCheck(model, readable, hops, asking, findings::add);
    for (Relationship relationship : model.relationships()) {
      for (Join join : relationship.joins()) {
        step.accept(relationship.name() + " " + join.name());
        joins.check(relationship, join);
      }
    }
    checkAids(model, warehouse, findings);
    for (StoredTableCheck.State state : StoredTableCheck.of(model, warehouse, step)) {
      findings.add(
          new Finding(
              Kind.STORED_TABLE,
              state.table().place(),
              "pre-aggregated table %s of %s: %s"
                  .formatted(state.table().name(), state.entity().name(), state.fault()),
              state.effect()));
    }
    return findings;
  }

  private static void checkAids(SemanticModel model, Warehouse warehouse, List<Finding> findings) {
    try {
      new AidCheck(model, findings::add).check(warehouse);
    } catch (SQLException e) {
      model.entities().stream()
          .findFirst()
          .map(entity -> EntityCheck.notChecked(entity.place(), "indexes and statistics", e))
          .ifPresent(findings::add);
    }
  }
}
