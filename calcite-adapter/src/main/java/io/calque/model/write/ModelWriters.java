package io.calque.model.write;

import java.util.List;
import java.util.Optional;

/** The formats that are written. A new one is added here and nowhere else. */
public final class ModelWriters {
  private static final List<ModelWriter> ALL = List.of(new LynkWriter());

  private ModelWriters() {}

  public static List<ModelWriter> all() {
    return ALL;
  }

  /** The writer of the format of that name, whatever its case. */
  public static Optional<ModelWriter> named(String format) {
    return ALL.stream().filter(writer -> writer.format().equalsIgnoreCase(format)).findFirst();
  }
}
