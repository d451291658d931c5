/**
 * Features: each kind that a model can declare, compared with what it means in hand-written SQL.
 *
 * <p>A {@link io.calque.features.Meaning} is the expression that gives a feature's value in one row
 * of the entity's table, as a correlated subquery over the tables where need be: slow, and as plain
 * as the sentence that defines the feature.
 */
package io.calque.features;
