package io.calque.model;

/**
 * The condition between two neighbouring nodes of a path.
 *
 * @param predicate a condition in which {@code {source}.{x}} is the node before the hop and {@code
 *     {destination}.{x}} the node after it, in stored order, whichever way the path is walked
 */
public record Hop(SqlTemplate predicate) {}
