/**
 * The JDBC driver: Avatica's skeleton over the warehouse's own result sets.
 *
 * <p>In: a URL, read by {@link io.calque.jdbc.CalqueUrl} into a project's request; SQL. Out: the
 * warehouse's rows. {@link io.calque.jdbc.Driver} makes a {@link io.calque.jdbc.CalqueConnection},
 * which leases a {@code Project}; its statements let the project compile the text and its warehouse
 * run it ({@link io.calque.jdbc.Execution}); {@link io.calque.jdbc.CalqueResultSet} reads each
 * value from the warehouse's row when it is asked for ({@link io.calque.jdbc.WarehouseRows}). No
 * row is copied.
 *
 * <p>{@link io.calque.jdbc.CalqueDatabaseMetaData} answers from the project's list of tables:
 * {@link io.calque.jdbc.MetadataColumns} has the columns that JDBC prescribes, {@link
 * io.calque.jdbc.MetadataRows} makes the rows. Avatica's classes leave much without a SQLSTATE; the
 * abstract classes between them and ours ({@code ReadOnlyConnection}, {@code ReadOnlyResultSet},
 * {@code TextlessStatement}…) refuse it in one way.
 *
 * <p>These classes know nothing of rewriting. {@link io.calque.jdbc.SqlErrors} is the one place
 * where Calque's errors become {@code SQLException}s.
 */
package io.calque.jdbc;
