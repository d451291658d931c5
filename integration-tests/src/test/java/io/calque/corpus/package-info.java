/**
 * Corpora: many statements, each with a name, that are run through Calque and judged by one rule.
 *
 * <ul>
 *   <li>{@link io.calque.corpus.DuckDbCorpusTest}: DuckDB's dialect over pass-through entities,
 *       equal to DuckDB itself;
 *   <li>{@link io.calque.corpus.HostileCorpusTest}: statements that must be refused, or must not
 *       show what is outside the model;
 *   <li>{@link io.calque.corpus.TpchTest}: the 22 queries of TPC-H.
 * </ul>
 *
 * <p>The statements are resources beside this package: {@code ### name [flags]}, then the text up
 * to the next such line.
 */
package io.calque.corpus;
