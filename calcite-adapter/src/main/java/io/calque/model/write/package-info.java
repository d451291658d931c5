/**
 * From a semantic model to files of a format.
 *
 * <p>In: a {@link io.calque.model.SemanticModel}. Out: {@link io.calque.model.write.ModelFile}s,
 * and what the format cannot hold. {@link io.calque.model.write.ModelWriters} is the one list of
 * formats that are written.
 */
package io.calque.model.write;
