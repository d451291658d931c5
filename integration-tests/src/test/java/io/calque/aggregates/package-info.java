/**
 * Pre-aggregated tables: queries give the same rows and column types with and without them, and
 * tables are built, refreshed and left alone as promised.
 */
package io.calque.aggregates;
