/**
 * The model as a picture.
 *
 * <p>In: a {@link io.calque.model.SemanticModel} and a {@link io.calque.cli.erd.Scope}, what of it
 * to show. Out: a {@link io.calque.cli.erd.Diagram}, boxes and lines without any notation, and from
 * it one of the forms of {@link io.calque.cli.erd.DiagramFormat}: text for PlantUML or Mermaid, or
 * the picture that PlantUML draws with its own layout, so that no program has to be installed.
 */
package io.calque.cli.erd;
