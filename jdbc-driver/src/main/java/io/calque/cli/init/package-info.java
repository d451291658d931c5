/**
 * A first model of a warehouse that has none.
 *
 * <p>In: a {@link io.calque.warehouse.Warehouse}. Out: a {@link io.calque.cli.init.FirstModel}, to
 * be written with its notes by {@code io.calque.model.write}. {@link
 * io.calque.cli.init.FirstModels} goes through the steps, each a class of its own: names for tables
 * and columns, keys, links between tables, junctions that become lookups, and at last the model.
 *
 * <p>What the catalog declares is taken as it is. Everything else is a guess, proven as far as the
 * data can prove it by {@link io.calque.cli.init.Probes}, and a note beside it says so and why. A
 * name alone proves nothing, and neither does data alone: small numbers are in every table.
 */
package io.calque.cli.init;
