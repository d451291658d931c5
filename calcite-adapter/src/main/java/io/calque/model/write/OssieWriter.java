package io.calque.model.write;

import io.calque.model.SemanticModel;

/** Writes Apache Ossie, version 0.2: one document. */
final class OssieWriter implements ModelWriter {
  @Override
  public String format() {
    return "ossie";
  }

  @Override
  public WrittenModel write(SemanticModel model, String origin) {
    return OssieDocument.of(model);
  }
}
