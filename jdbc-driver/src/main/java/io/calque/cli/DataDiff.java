package io.calque.cli;

import io.calque.bind.OutputColumn;
import io.calque.cli.diff.RowComparison;
import io.calque.cli.diff.RowDifference;
import io.calque.cli.diff.RowDifference.NotComparable;
import io.calque.cli.diff.RowDifference.Refused;
import io.calque.cli.diff.RowSource;
import io.calque.error.CalqueException;
import io.calque.model.SemanticModel;
import io.calque.project.CheckedModel;
import io.calque.project.ProjectConfig;
import io.calque.rewrite.CompiledQuery;
import io.calque.rewrite.QueryCompiler;
import io.calque.sql.ParsedStatement;
import io.calque.warehouse.Lease;
import io.calque.warehouse.Warehouse;
import io.calque.warehouse.Warehouses;

/** Asks two projects the same and compares the answers. Connected until it is closed. */
final class DataDiff implements AutoCloseable {
  private final Side before;
  private final Side after;

  /** One of the projects. */
  private record Side(Lease<Warehouse> warehouse, QueryCompiler compiler) {
    static Side of(ProjectConfig config, SemanticModel model, Warehouses warehouses) {
      Lease<Warehouse> lease = warehouses.lease(config.requiredWarehouse());
      return new Side(lease, CheckedModel.compiler(model, lease.value()));
    }

    RowSource source(CompiledQuery query) {
      return new RowSource(
          warehouse.value(),
          query.sql(),
          query.columns().stream().map(OutputColumn::label).toList());
    }
  }

  private DataDiff(Side before, Side after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Connects. Projects with the same warehouse share their connections to it.
   *
   * @throws CalqueException if one names no warehouse, or it cannot be reached
   */
  static DataDiff open(ModelOptions.Read older, ModelOptions.Read newer) {
    Warehouses warehouses = new Warehouses();
    Side before = Side.of(older.config(), older.loaded().model(), warehouses);
    try {
      return new DataDiff(before, Side.of(newer.config(), newer.loaded().model(), warehouses));
    } catch (RuntimeException e) {
      before.warehouse().close();
      throw e;
    }
  }

  RowDifference of(String sql) {
    CompiledQuery old;
    CompiledQuery now;
    try {
      old = before.compiler().compile(sql);
    } catch (CalqueException e) {
      return new NotComparable("it did not compile before: " + e.reason());
    }
    try {
      now = after.compiler().compile(sql);
    } catch (CalqueException e) {
      return new Refused(e.reason());
    }
    if (now.kind() != ParsedStatement.Kind.QUERY) {
      return new NotComparable("only queries have rows that can be compared");
    }
    if (now.parameterCount() > 0) {
      return new NotComparable("it takes parameters");
    }
    return RowComparison.of(before.source(old), after.source(now), Values::text);
  }

  @Override
  public void close() {
    before.warehouse().close();
    after.warehouse().close();
  }
}
