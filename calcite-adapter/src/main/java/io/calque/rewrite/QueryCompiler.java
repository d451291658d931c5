package io.calque.rewrite;

import io.calque.error.CalqueException;
import io.calque.schema.SemanticSchema;

/** SQL over a semantic model to SQL of the warehouse. Implementations are safe for all threads. */
@FunctionalInterface
public interface QueryCompiler {
  /**
   * Compiles one statement.
   *
   * @param schema the schema of tables that are named without one; those of {@code entities} are
   *     found after its own
   * @throws CalqueException if it is not a query, or not one that the model can answer
   */
  CompiledQuery compile(String sql, String schema);

  /**
   * Whether statements that were compiled before would be compiled otherwise now; once it has said
   * so, it says so again only when there is something newer. It is cheap to ask.
   */
  default boolean hasLearnt() {
    return false;
  }

  /**
   * Compiles one statement, in which tables without a schema are entities.
   *
   * @throws CalqueException if it is not a query, or not one that the model can answer
   */
  default CompiledQuery compile(String sql) {
    return compile(sql, SemanticSchema.ENTITIES);
  }
}
