/**
 * Metrics in SQL: queries over the market of the transcripts, each beside the SQL that somebody
 * would have to write by hand over the tables.
 */
package io.calque.metricsql;
