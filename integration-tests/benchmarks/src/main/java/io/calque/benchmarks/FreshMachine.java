package io.calque.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A virtual machine that is started for one measurement. */
final class FreshMachine {
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private FreshMachine() {}

  /** Runs a main class of this package; the words of the last line that it prints. */
  static String[] run(Settings settings, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(JAVA);
    command.addAll(List.of("-cp", classPath(settings), main.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(main.getName() + " failed: " + output);
    }
    List<String> lines = output.lines().toList();
    return lines.get(lines.size() - 1).split(" ");
  }

  /** Starts a main class of this package with all that this virtual machine sees. */
  static Process start(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(JAVA);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** The driver's jar, and this package. */
  private static String classPath(Settings settings) {
    return settings
        .jar()
        .filter(Files::exists)
        .map(jar -> jar + java.io.File.pathSeparator + ownClasses())
        .orElse(System.getProperty("java.class.path"));
  }

  private static String ownClasses() {
    return Path.of(FreshMachine.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }
}
