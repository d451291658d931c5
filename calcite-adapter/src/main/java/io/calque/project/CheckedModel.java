package io.calque.project;

import io.calque.model.SemanticModel;
import io.calque.model.read.LoadOptions;
import io.calque.model.read.LoadedModel;
import io.calque.model.read.ModelLoader;
import io.calque.rewrite.ModelCompiler;
import io.calque.rewrite.QueryCompiler;
import io.calque.schema.SemanticSchema;
import io.calque.warehouse.Lease;
import io.calque.warehouse.TableNames;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.WarehouseDialect;
import io.calque.warehouse.WarehouseEngines;
import io.calque.warehouse.Warehouses;

/** Reads the model of a project for those who want to look at it and at its problems. */
public final class CheckedModel {
  private CheckedModel() {}

  /**
   * The model with all problems. The project's warehouse, if it names one, is asked only for the
   * columns that the model leaves to it, and not even connected to otherwise.
   */
  public static LoadedModel read(ProjectConfig config) {
    Warehouses warehouses = new Warehouses();
    Once<Lease<Warehouse>> lease = new Once<>(() -> warehouses.lease(config.requiredWarehouse()));
    LoadOptions options = config.loadOptions();
    try {
      return ModelLoader.load(
          config.model(),
          config.warehouse().isPresent()
              ? options.withColumns(new WarehouseColumns(lease))
              : options);
    } finally {
      lease.made().ifPresent(Lease::close);
    }
  }

  /**
   * A compiler for a model of that project which asks no warehouse: tables and columns are called
   * as the model calls them.
   *
   * @throws io.calque.error.CalqueException if the project names a dialect that there is none of
   */
  public static QueryCompiler compiler(ProjectConfig config, SemanticModel model) {
    WarehouseDialect dialect =
        config
            .dialect()
            .map(WarehouseEngines::dialect)
            .or(() -> config.warehouse().map(w -> WarehouseEngines.dialectOf(w.url())))
            .orElseGet(() -> WarehouseEngines.dialect(WarehouseEngines.DEFAULT));
    return new ModelCompiler(new SemanticSchema(model), dialect, TableNames.asWritten(dialect));
  }

  /** A compiler for a model over a warehouse: tables and columns are called as they are there. */
  public static QueryCompiler compiler(SemanticModel model, Warehouse warehouse) {
    return new ModelCompiler(
        new SemanticSchema(model), warehouse.dialect(), warehouse.tableNames());
  }
}
