package io.calque.cli;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;

/** How this program is to be called again, for commands that people copy. */
final class Program {
  private Program() {}

  /** The jar that is running, relative to here if it is below; {@code calque.jar} if none is. */
  static String jar() {
    CodeSource source = Program.class.getProtectionDomain().getCodeSource();
    try {
      Path file = Path.of(source.getLocation().toURI());
      if (file.toString().endsWith(".jar")) {
        return shown(file);
      }
    } catch (URISyntaxException e) {
      return "calque.jar";
    }
    return "calque.jar";
  }

  private static String shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    String path = (file.startsWith(here) ? here.relativize(file) : file).toString();
    return path.contains(" ") ? '"' + path + '"' : path;
  }

  /** The words before the verb. */
  static String command() {
    return "java -jar " + jar();
  }
}
