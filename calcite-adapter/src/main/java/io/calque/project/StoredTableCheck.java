package io.calque.project;

import io.calque.model.Entity;
import io.calque.model.PreAggregate;
import io.calque.model.SemanticModel;
import io.calque.rewrite.ModelCompiler;
import io.calque.rewrite.PreAggregateDefinition;
import io.calque.schema.SemanticSchema;
import io.calque.warehouse.CancelSignal;
import io.calque.warehouse.ParameterSetter;
import io.calque.warehouse.RunOptions;
import io.calque.warehouse.StoredTables.Standing;
import io.calque.warehouse.TableNames;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseCursor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares the pre-aggregated tables of a model with what they should hold. */
public final class StoredTableCheck {
  private final Warehouse warehouse;

  private StoredTableCheck(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * A table that is not as it should be.
   *
   * @param fault what is wrong
   * @param effect what it does to queries, and what to do about it
   */
  public record State(Entity entity, PreAggregate table, String fault, String effect) {}

  /**
   * The tables that are not as they should be.
   *
   * @param step is told what comes next
   */
  public static List<State> of(SemanticModel model, Warehouse warehouse, Consumer<String> step) {
    StoredTableCheck check = new StoredTableCheck(warehouse);
    ModelCompiler compiler =
        new ModelCompiler(new SemanticSchema(model), warehouse.dialect(), warehouse.tableNames());
    List<State> states = new ArrayList<>();
    for (Entity entity : model.entities()) {
      for (PreAggregate table : entity.preAggregates()) {
        step.accept(entity.name() + "." + table.name());
        check.state(entity, table, compiler.definition(entity, table)).ifPresent(states::add);
      }
    }
    return states;
  }

  private Optional<State> state(
      Entity entity, PreAggregate table, PreAggregateDefinition definition) {
    Standing standing =
        new WarehouseStoredTables(warehouse)
            .look(table.table(), definition.sql(), definition.fingerprint());
    if (standing instanceof Standing.Unusable unusable) {
      return Optional.of(
          new State(entity, table, unusable.why(), "until then no query is answered from it"));
    }
    try {
      long rows = differences(table, definition);
      return rows == 0
          ? Optional.empty()
          : Optional.of(
              new State(
                  entity,
                  table,
                  rows + (rows == 1 ? " row differs" : " rows differ") + " from its definition",
                  "queries that it answers tell how things were; calque materialize refreshes it"));
    } catch (SQLException e) {
      return Optional.of(
          new State(entity, table, "could not be compared", String.valueOf(e.getMessage())));
    }
  }

  /** Rows that only one of the two has, however often. */
  private long differences(PreAggregate table, PreAggregateDefinition definition)
      throws SQLException {
    TableNames names = warehouse.tableNames();
    String stored =
        "SELECT %s FROM %s"
            .formatted(
                String.join(
                    ", ",
                    definition.columns().stream()
                        .map(column -> names.column(table.table(), column))
                        .toList()),
                names.table(table.table()));
    String sql =
        """
        SELECT COUNT(*) FROM ((SELECT * FROM (%1$s) AS a EXCEPT ALL %2$s)
        UNION ALL (%2$s EXCEPT ALL SELECT * FROM (%1$s) AS b)) AS d\
        """
            .formatted(definition.sql(), stored);
    try (WarehouseCursor rows =
        warehouse.run(sql, ParameterSetter.NONE, new CancelSignal(), RunOptions.NONE)) {
      rows.next();
      return rows.row().getLong(1);
    }
  }
}
