/**
 * Joins: each shape of join that a model can declare, asked through the driver and, as hand-written
 * SQL, of DuckDB itself.
 *
 * <p>{@link io.calque.joins.SideBySide} sets a project up twice: once behind Calque and once as
 * plain tables that know nothing of a model. {@link io.calque.joins.JoinCases} says what each join
 * of the nasty shop means in terms of those tables; {@link io.calque.joins.JoinMatrixTest} runs
 * them all, in both directions, under each keyword and each notation.
 */
package io.calque.joins;
