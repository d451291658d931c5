/**
 * What Calque writes for warehouses that do not run here: texts, compared with golden files that
 * were read beside each vendor's documentation.
 */
package io.calque.dialects;
