package io.calque.model.write;

import io.calque.model.SemanticModel;
import java.util.List;

/** Writes models in one format. */
public interface ModelWriter {
  /** What people call the format, in lower case. */
  String format();

  /**
   * The model in the format.
   *
   * @param origin where the model comes from, for a comment
   */
  Result write(SemanticModel model, String origin);

  /**
   * Files, and what is not in them.
   *
   * @param losses what the format cannot hold, a sentence each
   */
  record Result(List<ModelFile> files, List<String> losses) {
    public Result {
      files = List.copyOf(files);
      losses = List.copyOf(losses);
    }
  }
}
