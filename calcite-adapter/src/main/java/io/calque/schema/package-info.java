/**
 * The one catalog: the semantic model as Calcite tables.
 *
 * <p>In: a {@link io.calque.model.SemanticModel}. Out: {@link io.calque.schema.SemanticSchema},
 * which binding looks names up in and metadata lists. It answers by name in constant time, whatever
 * the case, however many entities there are.
 */
package io.calque.schema;
