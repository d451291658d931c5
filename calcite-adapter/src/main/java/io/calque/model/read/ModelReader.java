package io.calque.model.read;

import java.io.IOException;

/**
 * Reads one format of model. The list of all of them is {@link ModelReaders}. A folder that cannot
 * be listed is an IOException, which {@link ModelLoader} tells of.
 */
interface ModelReader {
  /** What people call the format. */
  String format();

  /** How one knows it, as a sentence that ends "…": shown when no format fits. */
  String recognisedBy();

  /** Whether the files are in this format; looks at them without adding problems. */
  boolean recognises(ModelFiles files) throws IOException;

  /**
   * What the files say. What cannot be used is left out, each time with a problem.
   *
   * @param leftOut to be told what was left out under a name that others may use
   */
  ModelDraft read(ModelFiles files, LoadOptions options, Problems problems, LeftOut leftOut)
      throws IOException;
}
