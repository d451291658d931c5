/**
 * What in a model depends on what.
 *
 * <p>In: a {@link io.calque.model.SemanticModel}. Out: a {@link io.calque.model.graph.ModelGraph}
 * of {@link io.calque.model.graph.Element}s, to be followed down to the warehouse's columns, which
 * is lineage, or up to everything that would break, which is impact; and {@link
 * io.calque.model.graph.Reduction}, a model without some of its elements.
 */
package io.calque.model.graph;
