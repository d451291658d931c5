package io.calque.project;

import io.calque.error.CalqueException;
import io.calque.model.SemanticModel;
import io.calque.model.read.LoadOptions;
import io.calque.rewrite.QueryCompiler;
import io.calque.schema.SemanticSchema;
import io.calque.warehouse.StoredTables;
import io.calque.warehouse.TableNames;
import io.calque.warehouse.WarehouseDialect;
import java.nio.file.Path;
import java.util.List;

/**
 * What a project is made with.
 *
 * @param reader files to model
 * @param compilers model to compiler
 */
public record ProjectParts(ModelReading reader, Compiling compilers) {
  /** Reads models. */
  @FunctionalInterface
  public interface ModelReading {
    /**
     * Reads a model with all that is wrong in it.
     *
     * @throws CalqueException if there is nothing that could be read
     */
    ReadModel read(Path model, LoadOptions options);
  }

  /** Makes compilers. */
  @FunctionalInterface
  public interface Compiling {
    QueryCompiler compiler(
        SemanticSchema schema, WarehouseDialect dialect, TableNames names, StoredTables stored);
  }

  /**
   * A model that was read.
   *
   * @param model without the smallest broken units
   * @param problems in file order
   */
  public record ReadModel(SemanticModel model, List<ModelProblem> problems) {
    public ReadModel {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Something in a model.
   *
   * @param isError whether something had to be left out because of it
   * @param text {@code file:line:column: code: what is wrong, and what to write instead}
   */
  public record ModelProblem(boolean isError, String text) {}
}
