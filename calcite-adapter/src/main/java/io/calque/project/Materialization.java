package io.calque.project;

import io.calque.error.CalqueException;
import io.calque.model.Entity;
import io.calque.model.PreAggregate;
import io.calque.model.SemanticModel;
import io.calque.rewrite.ModelCompiler;
import io.calque.rewrite.PreAggregateDefinition;
import io.calque.schema.SemanticSchema;
import io.calque.warehouse.StoredTableWriter;
import io.calque.warehouse.WarehouseSettings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds and refreshes the pre-aggregated tables of a model, each from the metrics' own
 * definitions.
 */
public final class Materialization implements AutoCloseable {
  private final StoredTableWriter writer;
  private final ModelCompiler compiler;

  private Materialization(StoredTableWriter writer, ModelCompiler compiler) {
    this.writer = writer;
    this.compiler = compiler;
  }

  /** A pre-aggregated table with its entity. */
  public record Table(Entity entity, PreAggregate table) {
    /** As a person calls it: {@code order.by_day}. */
    public String name() {
      return entity.name() + "." + table.name();
    }

    /** Whether a word on a command line means it: its name, with or without the entity's. */
    public boolean isCalled(String word) {
      return name().equalsIgnoreCase(word)
          || table.name().equalsIgnoreCase(word)
          || entity.name().equalsIgnoreCase(word);
    }
  }

  /** The pre-aggregated tables of a model, in file order. */
  public static List<Table> tables(SemanticModel model) {
    List<Table> tables = new ArrayList<>();
    for (Entity entity : model.entities()) {
      entity.preAggregates().forEach(table -> tables.add(new Table(entity, table)));
    }
    return tables;
  }

  /**
   * Connects to a warehouse, for writing.
   *
   * @throws CalqueException if it cannot be reached
   */
  public static Materialization open(SemanticModel model, WarehouseSettings warehouse) {
    StoredTableWriter writer = StoredTableWriter.open(warehouse);
    return new Materialization(
        writer,
        new ModelCompiler(new SemanticSchema(model), writer.dialect(), writer.tableNames()));
  }

  /** The statements that {@link #fill} would run now. */
  public List<String> statements(Table table) throws SQLException {
    return writer.statements(stored(table));
  }

  /**
   * Builds or refreshes a table.
   *
   * @return how many rows it has
   * @throws CalqueException if a table of that name is somebody else's, or the warehouse refuses
   */
  public long fill(Table table) throws SQLException {
    return writer.fill(stored(table));
  }

  private StoredTableWriter.Table stored(Table table) {
    PreAggregateDefinition definition = compiler.definition(table.entity(), table.table());
    return new StoredTableWriter.Table(
        table.table().table(), definition.sql(), definition.fingerprint(), definition.columns());
  }

  @Override
  public void close() throws SQLException {
    writer.close();
  }
}
