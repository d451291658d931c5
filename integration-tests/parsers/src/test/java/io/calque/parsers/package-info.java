/** What Calque writes for warehouses that do not run here, read by the vendors' own parsers. */
package io.calque.parsers;
