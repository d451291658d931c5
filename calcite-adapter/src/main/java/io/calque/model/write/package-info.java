/**
 * From a semantic model to the text of another format, with what that format cannot hold.
 *
 * <p>In: a {@link io.calque.model.SemanticModel}. Out: text, and one sentence for each loss. {@link
 * io.calque.model.write.OssieWriter} writes Apache Ossie.
 */
package io.calque.model.write;
