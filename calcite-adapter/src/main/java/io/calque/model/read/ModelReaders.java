package io.calque.model.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The formats that are read. A new format is added here and nowhere else. */
final class ModelReaders {
  private static final List<ModelReader> ALL =
      List.of(
          new LynkReader(),
          new Lynk3Reader(),
          new SegmentReader(),
          new SignalSmithReader(),
          new DefraReader(),
          new OssieReader());

  private ModelReaders() {}

  static List<ModelReader> all() {
    return ALL;
  }

  /** The format of that name, whatever its case. */
  static Optional<ModelReader> named(String format) {
    return ALL.stream().filter(reader -> reader.format().equalsIgnoreCase(format)).findFirst();
  }

  /** The formats that recognise the files: one, or none, unless a folder has several. */
  static List<ModelReader> of(ModelFiles files) throws IOException {
    List<ModelReader> readers = new ArrayList<>();
    for (ModelReader reader : ALL) {
      if (reader.recognises(files)) {
        readers.add(reader);
      }
    }
    return readers;
  }
}
