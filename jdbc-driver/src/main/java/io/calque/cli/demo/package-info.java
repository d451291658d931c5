/**
 * The demo: a shop that sells pantry goods by post.
 *
 * <p>In: a folder. Out: a project in it ({@link io.calque.cli.demo.DemoProject}), with a model, a
 * DuckDB file that {@code data.sql} fills, and the questions that the verb asks ({@link
 * io.calque.cli.demo.DemoQuestion}). Everything is a resource in the folder beside this package's
 * classes; nothing is random.
 */
package io.calque.cli.demo;
