package io.calque.warehouse;

/**
 * What an error of a warehouse means.
 *
 * @param sqlState five characters
 * @param text the warehouse's words, without excerpts of the generated SQL
 */
record WarehouseError(String sqlState, String text) {}
