/**
 * From a semantic model to the files of another format, with what that format cannot hold.
 *
 * <p>In: a {@link io.calque.model.SemanticModel}. Out: a {@link
 * io.calque.model.write.WrittenModel}. Each format has a {@link io.calque.model.write.ModelWriter};
 * all of them are in {@link io.calque.model.write.ModelWriters}.
 */
package io.calque.model.write;
