/**
 * Generated cases: random small models, random data and random queries, whose answers are compared
 * with those of an evaluator that shares no code with Calque.
 *
 * <p>A {@code Case} flows through: {@code ModelMaker} and {@code QueryMaker} make it from a seed;
 * {@code ModelYaml}, {@code Table} and {@code QueryText} write it down for Calque; {@code World}
 * (what a model means), {@code Answer} and {@code FromAnswer} (what a query means) give the rows
 * that the definitions ask for; {@code Verdict} compares; {@code Shrinker} makes what fails small
 * and {@code Report} tells it. {@code Constructs} says what a case exercises, {@code KnownDefect}
 * lists what is left out until it is mended.
 */
package io.calque.generated;
