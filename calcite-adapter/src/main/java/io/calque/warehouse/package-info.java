/** The warehouses: how each writes SQL, how each is connected to, and what its tables look like. */
package io.calque.warehouse;
