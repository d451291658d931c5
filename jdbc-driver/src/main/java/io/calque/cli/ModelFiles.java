package io.calque.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that places in a model speak of.
 *
 * @param model the folder or the file that was read
 */
record ModelFiles(Path model) {
  /** The file of a place, which is relative to the model's folder, wherever that begins. */
  Optional<Path> file(String relative) {
    Path start = Files.isDirectory(model) ? model : model.getParent();
    return Stream.iterate(start, folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve(relative))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** A path that can be clicked on or pasted here: relative if the file is below this folder. */
  String shown(String relative) {
    return file(relative).map(ModelFiles::shown).orElse(relative);
  }

  private static String shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
  }
}
