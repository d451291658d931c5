/**
 * SQL text to syntax tree: Calcite's parser, extended by what analytical dialects write.
 *
 * <p>In: the text of one statement. Out: {@link io.calque.sql.ParsedStatement}, a tree of Calcite
 * {@code SqlNode}s in which each node knows its stretch of the text, through {@link
 * io.calque.sql.SqlSource}. Nothing is resolved here, and nothing is ever printed from the tree:
 * what the rewriter does not change reaches the warehouse as the user's own text.
 */
package io.calque.sql;
