/**
 * The semantic model: what a team wrote down, checked and immutable.
 *
 * <p>In: nothing; the readers of {@code io.calque.model.read} build it. Out: {@link
 * io.calque.model.SemanticModel}, with its {@link io.calque.model.Entity entities}, their {@link
 * io.calque.model.Feature features} and {@link io.calque.model.Metric metrics}, and the {@link
 * io.calque.model.Relationship relationships} between them, each a choice of {@link
 * io.calque.model.Join joins} along a {@link io.calque.model.JoinPath path} of nodes and hops.
 *
 * <p>A model that exists has been validated: every name in it resolves, no definition is circular,
 * each traversal that a feature uses is the one its author meant. It knows neither Calcite nor a
 * warehouse.
 */
package io.calque.model;
