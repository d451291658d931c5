/** The contract of warehouses on Trino, and what only a distributed engine can show. */
package io.calque.warehouses.trino;
