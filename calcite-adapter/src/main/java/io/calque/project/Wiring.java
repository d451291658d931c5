package io.calque.project;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.model.SemanticModel;
import io.calque.project.ProjectParts.ReadModel;
import java.util.List;

/** The one place where projects meet the readers of models and the compiler of queries. */
final class Wiring {
  private Wiring() {}

  static ProjectParts parts() {
    return new ProjectParts(
        (model, options) ->
            new ReadModel(new SemanticModel(options.name(), List.of(), List.of()), List.of()),
        (model, dialect, names) ->
            sql -> {
              throw CalqueException.of(
                  ErrorCode.NOT_SUPPORTED, "this build of Calque has no compiler of queries");
            });
  }
}
