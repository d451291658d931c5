/**
 * A model mounted in a plain Calcite connection, beside whatever else is mounted there.
 *
 * <p>In: an operand of Calcite's {@code model.json}. Out: a Calcite schema of entities, whose
 * subschemas are {@code bridges} and {@code meta}. {@link io.calque.mount.SemanticSchemaFactory} is
 * the name to write there.
 *
 * <p>Calcite pushes as much of a query as it can into one query over entities, and that goes the
 * way of every other: through the driver, and so through the one compiler. Here is no second
 * opinion of what an entity means. This package stands above the driver, as data flows one way.
 *
 * <p>Calcite plans by its own semantics, not by the warehouse's: {@code 3 / 2} is 1 and the average
 * of whole numbers is a whole number, text has at most 65,536 characters, moments have
 * milliseconds, decimals 19 digits. It knows no METRIC and no join without a condition. What it
 * cannot push it computes itself. Whoever asks Calque directly has none of these limits.
 */
package io.calque.mount;
