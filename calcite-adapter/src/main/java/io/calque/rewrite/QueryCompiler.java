package io.calque.rewrite;

import io.calque.error.CalqueException;

/** SQL over a semantic model to SQL of the warehouse. Implementations are safe for all threads. */
@FunctionalInterface
public interface QueryCompiler {
  /**
   * Compiles one statement.
   *
   * @throws CalqueException if it is not a query, or not one that the model can answer
   */
  CompiledQuery compile(String sql);
}
