package io.calque.model.write;

import io.calque.model.SemanticModel;

/** Writes models in one format. The list of all of them is {@link ModelWriters}. */
public interface ModelWriter {
  /** What the format is called on the command line. */
  String format();

  /**
   * The model's files, and what of it they cannot hold.
   *
   * @param origin where the model comes from, for comments
   */
  WrittenModel write(SemanticModel model, String origin);
}
