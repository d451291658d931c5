/**
 * Trino as it is operated: a coordinator and a worker, each a process on a JDK of its own, from the
 * server's archive. Iceberg and Hive tables are Parquet files in a folder.
 *
 * <p>{@link io.calque.warehouses.cluster.TrinoNode} is a process, {@link
 * io.calque.warehouses.cluster.TrinoCluster} what both of them know together, {@link
 * io.calque.warehouses.cluster.Cluster} the one that the contracts run on.
 */
package io.calque.warehouses.cluster;
