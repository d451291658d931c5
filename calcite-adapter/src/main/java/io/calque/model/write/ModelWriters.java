package io.calque.model.write;

import io.calque.model.SemanticModel;
import java.util.List;
import java.util.Optional;

/** The formats that models are written in. A new format is added here and nowhere else. */
public final class ModelWriters {
  private static final List<ModelWriter> ALL = List.of(new LynkWriter(), new OssieWriter());

  private ModelWriters() {}

  /** What the formats are called. */
  public static List<String> formats() {
    return ALL.stream().map(ModelWriter::format).toList();
  }

  /** The format of that name, whatever its case. */
  public static Optional<ModelWriter> named(String format) {
    return ALL.stream().filter(writer -> writer.format().equalsIgnoreCase(format)).findFirst();
  }

  /** The model's files in the native format, with comments. */
  public static WrittenModel withNotes(SemanticModel model, ModelNotes notes) {
    return LynkWriter.write(model, notes);
  }
}
