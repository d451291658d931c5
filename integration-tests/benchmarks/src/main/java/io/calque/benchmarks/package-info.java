/**
 * How fast Calque is, told by ratios against rivals in the same run.
 *
 * <p>{@link io.calque.benchmarks.Benchmarks} runs each {@code Benchmark} and prints its {@code
 * Figure}s as one table. Times are taken in {@code Pairs}: Calque and the rival in turns, in random
 * order, so that what else the machine does falls on both; a figure is the median of the pairs'
 * ratios with its 95% {@code Interval}, and a target is met when the interval reaches it. What the
 * driver does by itself ({@code DriverWork}) runs under JMH, and what happens once in a program in
 * a {@code FreshMachine}.
 *
 * <p>Before a time is taken, both sides have given the same rows. Data is generated once ({@code
 * TpchProject}, {@code Events}, {@code Wide}, {@code GeneratedModel}) and kept.
 */
package io.calque.benchmarks;
