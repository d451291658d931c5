/**
 * The warehouses: how each writes SQL, how each is connected to, and what its tables look like.
 *
 * <p>In: a {@link io.calque.warehouse.WarehouseSettings} (URL, credentials, properties). Out: a
 * {@link io.calque.warehouse.Warehouse}, which describes queries, runs them as {@link
 * io.calque.warehouse.WarehouseCursor}s and knows the {@link io.calque.warehouse.TableNames}.
 * {@link io.calque.warehouse.Warehouses} shares one among all who ask with equal settings and
 * closes it with the last of them.
 *
 * <p>{@link io.calque.warehouse.WarehouseEngines} is the one list of engines. An {@link
 * io.calque.warehouse.WarehouseEngine} holds all that differs between them: the dialect, how
 * connections are made and interrupted, the types, and what its errors mean.
 *
 * <p>{@link io.calque.warehouse.StoredTableWriter} alone writes: it fills pre-aggregated tables.
 *
 * <p>Nothing is ever retried. Each running query has a connection of its own; {@link
 * io.calque.warehouse.CancelSignal} reaches it from any thread, while it executes and while its
 * rows flow.
 */
package io.calque.warehouse;
