/**
 * What changed between two models.
 *
 * <p>In: two {@link io.calque.model.SemanticModel}s, of any formats. Out: the {@link
 * io.calque.model.diff.Change}s that {@link io.calque.model.diff.ModelDiff} finds. Each model is
 * first turned into {@link io.calque.model.diff.Definition}s, one for each of its elements, in
 * which order, layout and comments no longer show; these are compared.
 */
package io.calque.model.diff;
