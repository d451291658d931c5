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
 *
 * <p>What tools see of a model is {@link io.calque.project.TableList}: the one list of tables and
 * of the keys between them. {@link io.calque.project.ColumnTypes} asks the warehouse for the types
 * of their columns, many tables at once. A project looks at its model's files before statements
 * ({@code ModelStamp}); a changed model that can be used takes the place of the one before.
 */
package io.calque.project;
