/**
 * Formats of models: for each, a model of its own with a DuckDB of matching tables, asked over JDBC
 * and, as hand-written SQL, of DuckDB itself.
 */
package io.calque.formats;
