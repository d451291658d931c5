/**
 * What every warehouse has to do, run against live servers.
 *
 * <p>One semantic model ({@code fair}) and its data are loaded into each warehouse. The abstract
 * classes called {@code …Contract} ask through Calque and compare with hand-written SQL that runs
 * straight on that warehouse; a class for each warehouse runs them all. A {@link
 * io.calque.warehouses.TestWarehouse} declares what its warehouse lacks, and the contract checks
 * that asking for it gives a coded error. {@code TpchContract} asks for the same numbers
 * everywhere.
 */
package io.calque.warehouses;
