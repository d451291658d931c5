/**
 * JDBC's own contract: {@link io.calque.jdbcconformance.EveryMethodTest} calls every method of
 * every JDBC interface, on open and on closed objects, with sensible arguments and with senseless
 * ones.
 */
package io.calque.jdbcconformance;
