/**
 * Names to what they mean: a parsed statement becomes a {@code BoundQuery}, in which each reference
 * to an entity, a feature or a join is known.
 */
package io.calque.bind;
