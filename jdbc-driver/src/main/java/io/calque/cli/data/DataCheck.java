package io.calque.cli.data;

import io.calque.model.Entity;
import io.calque.model.Join;
import io.calque.model.Relationship;
import io.calque.model.SemanticModel;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Asks the warehouse whether a model is true: at most three queries for an entity whose features
 * all can be read, and at most seven for a join.
 */
public final class DataCheck {
  private DataCheck() {}

  /**
   * Checks all entities, then all joins.
   *
   * @param connection to the model's project
   * @param step is told what comes next, in a word or two
   */
  public static List<Finding> of(
      SemanticModel model, Connection connection, Consumer<String> step) {
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
    JoinCheck joins = new JoinCheck(model, readable, asking, findings::add);
    for (Relationship relationship : model.relationships()) {
      for (Join join : relationship.joins()) {
        step.accept(relationship.name() + " " + join.name());
        joins.check(relationship, join);
      }
    }
    return findings;
  }
}
