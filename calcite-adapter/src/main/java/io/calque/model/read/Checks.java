package io.calque.model.read;

/**
 * What all validators share.
 *
 * @param directory all entities
 * @param dependencies filled by each validator with what it has checked
 */
record Checks(Directory directory, Dependencies dependencies, Problems problems, LeftOut leftOut) {}
