/**
 * Whether the data is as a model says.
 *
 * <p>In: a model and a connection to its project. Out: {@link io.calque.cli.data.Finding}s, each
 * with the place in the model that the data contradicts. {@link io.calque.cli.data.DataCheck} asks
 * in Calque's own SQL, so that joins and keys mean just what they mean in queries: for each entity
 * and each join a few queries over whole tables, however many rows there are. What queries never
 * see, columns of bridges, indexes and statistics, it asks the {@link
 * io.calque.warehouse.Warehouse} itself for. DuckDB and Trino have no indexes that joins need;
 * PostgreSQL has.
 */
package io.calque.cli.data;
