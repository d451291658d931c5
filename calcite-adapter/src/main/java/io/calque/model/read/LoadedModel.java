package io.calque.model.read;

import io.calque.model.SemanticModel;
import java.util.List;

/**
 * A model that was read, and what was wrong with it.
 *
 * @param model everything that is sound; whatever has an error, or depends on something that has
 *     one, is not in it
 * @param problems by file, line and column
 */
public record LoadedModel(SemanticModel model, List<Problem> problems) {
  public LoadedModel {
    problems = List.copyOf(problems);
  }

  /** Whether something was left out, so that only a lenient caller may use the model. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
