/** Bound query to warehouse SQL: {@link io.calque.rewrite.CompiledQuery}. */
package io.calque.rewrite;
