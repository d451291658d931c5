/**
 * Projects: a model and the warehouse it is about, ready to answer.
 *
 * <p>In: a {@link io.calque.project.ProjectRequest}, what a URL or a command line says. Out: a
 * {@link io.calque.project.Project}, leased from {@link io.calque.project.Projects}, which shares
 * one among all equal requests of a JVM and closes it with the last of them.
 *
 * <p>{@link io.calque.project.ProjectConfig} reads {@code calque.yml}. How a model is read and how
 * its queries are compiled comes from {@link io.calque.project.ProjectParts}, so that this package
 * knows neither formats nor rewriting.
 */
package io.calque.project;
