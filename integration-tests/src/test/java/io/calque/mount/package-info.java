/** A model mounted in a plain Calcite connection by a {@code model.json}. */
package io.calque.mount;
