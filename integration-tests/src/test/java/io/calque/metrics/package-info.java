/**
 * Metrics: the well-known ways to get them wrong, each against hand-written SQL on the tables, and
 * the ways to write them where they cannot stand. Random queries are in {@link
 * io.calque.generated}.
 */
package io.calque.metrics;
