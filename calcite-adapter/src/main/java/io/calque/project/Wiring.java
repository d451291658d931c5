package io.calque.project;

import io.calque.model.read.LoadedModel;
import io.calque.model.read.ModelLoader;
import io.calque.model.read.Severity;
import io.calque.project.ProjectParts.ModelProblem;
import io.calque.project.ProjectParts.ReadModel;
import io.calque.rewrite.ModelCompiler;

/** The one place where projects meet the readers of models and the compiler of queries. */
final class Wiring {
  private Wiring() {}

  static ProjectParts parts() {
    return new ProjectParts(
        (path, options) -> {
          LoadedModel loaded = ModelLoader.load(path, options);
          return new ReadModel(
              loaded.model(),
              loaded.problems().stream()
                  .filter(problem -> problem.severity() != Severity.INFO)
                  .map(
                      problem ->
                          new ModelProblem(
                              problem.severity() == Severity.ERROR, problem.toString()))
                  .toList());
        },
        ModelCompiler::new);
  }
}
