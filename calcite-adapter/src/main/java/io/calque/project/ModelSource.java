package io.calque.project;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import io.calque.model.SemanticModel;
import io.calque.model.read.ColumnSource;
import io.calque.project.ProjectParts.ModelProblem;
import io.calque.project.ProjectParts.ReadModel;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a project's model comes from, as often as it is wanted.
 *
 * @param config which files
 * @param reader how they are read
 * @param lenient whether to go on without what is wrong in them
 * @param columns what to ask for columns that the model does not list
 */
record ModelSource(
    ProjectConfig config, ProjectParts.ModelReading reader, boolean lenient, ColumnSource columns) {
  /**
   * A model that can be used.
   *
   * @param problems what is wrong and did not keep it from being used
   */
  record Usable(SemanticModel model, List<String> problems) {}

  ModelStamp stamp() {
    return ModelStamp.of(config.model());
  }

  /**
   * Reads the model.
   *
   * @throws CalqueException if it has errors
   */
  Usable read() {
    ReadModel read = reader.read(config.model(), config.loadOptions().withColumns(columns));
    if (!lenient && read.problems().stream().anyMatch(ModelProblem::isError)) {
      throw hasErrors(read.problems());
    }
    return new Usable(read.model(), read.problems().stream().map(ModelProblem::text).toList());
  }

  private CalqueException hasErrors(List<ModelProblem> problems) {
    List<String> errors =
        problems.stream().filter(ModelProblem::isError).map(ModelProblem::text).toList();
    return CalqueException.of(
        ErrorCode.MODEL_HAS_ERRORS,
        errors.stream()
            .collect(
                Collectors.joining(
                    "\n",
                    "the model of %s has %d %s; lenient=true connects without what is wrong\n"
                        .formatted(
                            config.name(), errors.size(), errors.size() == 1 ? "error" : "errors"),
                    "")));
  }
}
