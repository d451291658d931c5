package io.calque.model.read;

import io.calque.error.NearestNames;
import io.calque.model.Place;
import io.calque.model.SemanticModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Loads models. */
public final class ModelLoader {
  private ModelLoader() {}

  /**
   * Reads a model and checks it, completely: all problems are found at once. What has an error is
   * left out, in the smallest unit possible, with everything that depends on it.
   *
   * @param modelFolderOrFile the folder of a project, or one of its files
   * @return what is sound, and all problems; a path without a model gives an empty model and a
   *     problem, never an exception
   */
  public static LoadedModel load(Path modelFolderOrFile, LoadOptions options) {
    Problems problems = new Problems();
    LeftOut leftOut = new LeftOut();
    SemanticModel model =
        Files.exists(modelFolderOrFile)
            ? read(ModelFiles.of(modelFolderOrFile), options, problems, leftOut)
            : nothing(modelFolderOrFile, options, problems);
    return new LoadedModel(model, problems.sorted());
  }

  private static SemanticModel read(
      ModelFiles files, LoadOptions options, Problems problems, LeftOut leftOut) {
    ModelDraft draft;
    try {
      draft = draft(files, options, problems, leftOut);
    } catch (IOException e) {
      problems.add(
          Rule.NO_MODEL,
          files.start(),
          "",
          "the folder cannot be read: " + e.getMessage(),
          "check that it may be read");
      return empty(options);
    }
    ModelDraft complete = new ColumnCompletion(options.columns(), problems).complete(draft);
    return new ModelValidator(complete, options.modelName(), problems, leftOut).validate();
  }

  private static ModelDraft draft(
      ModelFiles files, LoadOptions options, Problems problems, LeftOut leftOut)
      throws IOException {
    Optional<ModelReader> reader = reader(files, options, problems);
    if (reader.isEmpty()) {
      List<String> known =
          ModelReaders.all().stream()
              .map(known1 -> known1.format() + ": " + known1.recognisedBy())
              .toList();
      problems.add(
          Rule.NO_MODEL,
          files.start(),
          "",
          "there is no model here in a format that is known",
          String.join("\n", known));
      return new ModelDraft(List.of(), List.of());
    }
    return reader.get().read(files, options, problems, leftOut);
  }

  /** The reader of the format that the options name, else the one that knows the content. */
  private static Optional<ModelReader> reader(
      ModelFiles files, LoadOptions options, Problems problems) throws IOException {
    if (options.format().isEmpty()) {
      return only(ModelReaders.of(files), files, problems);
    }
    String format = options.format().get();
    Optional<ModelReader> named = ModelReaders.named(format);
    if (named.isEmpty()) {
      List<String> formats = ModelReaders.all().stream().map(ModelReader::format).toList();
      problems.add(
          Rule.NO_MODEL,
          files.start(),
          "",
          "there is no format " + Shown.name(format),
          "write format: with one of "
              + String.join(", ", formats)
              + NearestNames.hint(format, formats));
      return only(ModelReaders.of(files), files, problems);
    }
    return named;
  }

  /** The only format of the files; of several the first, with a problem. */
  private static Optional<ModelReader> only(
      List<ModelReader> readers, ModelFiles files, Problems problems) {
    if (readers.size() > 1) {
      List<String> formats = readers.stream().map(ModelReader::format).toList();
      problems.add(
          Rule.NO_MODEL,
          files.start(),
          "",
          "there are models of several formats here: " + Shown.list(formats),
          "write format: with one of them in calque.yml, or model: with the one that is meant");
    }
    return readers.stream().findFirst();
  }

  private static SemanticModel nothing(Path path, LoadOptions options, Problems problems) {
    problems.add(
        Rule.NO_MODEL,
        new Place(path.toString(), 1, 1),
        "",
        "there is no such folder or file",
        "check the path; it is relative to " + Path.of("").toAbsolutePath());
    return empty(options);
  }

  private static SemanticModel empty(LoadOptions options) {
    return new SemanticModel(options.modelName(), List.of(), List.of());
  }
}
