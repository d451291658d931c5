/**
 * Whether two queries give the same rows, and how two texts differ.
 *
 * <p>In: two {@link io.calque.cli.diff.RowSource}s, each a query and the warehouse that answers it.
 * Out: a {@link io.calque.cli.diff.RowDifference}. Rows are compared as multisets: their order does
 * not count, how often each occurs does. Where both have one warehouse, that compares them ({@link
 * io.calque.cli.diff.SetComparison}); else, or where it cannot, both streams are read and only
 * hashes are kept ({@link io.calque.cli.diff.StreamComparison}), in memory that does not grow with
 * the rows.
 */
package io.calque.cli.diff;
