package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program at a pseudo-terminal of its own: what a person types goes in, what one sees comes out.
 */
final class TerminalRun implements AutoCloseable {
  static final String CTRL_C = "\u0003";
  static final String CTRL_D = "\u0004";
  static final String TAB = "\t";
  static final String ENTER = "\r";

  /** As an xterm sends it to a program that has asked for its keypad, which JLine does. */
  static final String UP = "\u001BOA";

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String ESCAPES = "\u001B(\\[[0-9;?]*[ -/]*[@-~]|[=>]|\\][^\u0007]*\u0007)";

  private final PtyProcess process;
  private final StringBuilder seen = new StringBuilder();
  private final Thread reader;
  private boolean isOver;
  private int expectedFrom;

  /**
   * Starts a Java program.
   *
   * @param folder where it runs
   * @param home what it takes for the person's own folder
   */
  TerminalRun(Path folder, Path home, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Duser.home=" + home);
    command.addAll(arguments);
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("TERM", "xterm");
    environment.remove("NO_COLOR");
    process =
        new PtyProcessBuilder(command.toArray(String[]::new))
            .setDirectory(folder.toString())
            .setEnvironment(environment)
            .setInitialColumns(140)
            .setInitialRows(40)
            .start();
    reader = new Thread(this::watch, "terminal");
    reader.setDaemon(true);
    reader.start();
  }

  private void watch() {
    try (Reader output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      char[] some = new char[4096];
      int count = output.read(some);
      while (count >= 0) {
        see(some, count);
        count = output.read(some);
      }
    } catch (IOException e) {
      // On Linux a terminal whose program has ended cannot be read any more.
    } finally {
      end();
    }
  }

  private synchronized void see(char[] some, int count) {
    seen.append(some, 0, count);
    notifyAll();
  }

  private synchronized void end() {
    isOver = true;
    notifyAll();
  }

  /** Types, key by key as they are. */
  void type(String keys) throws IOException {
    OutputStream keyboard = process.getOutputStream();
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  /** All that was to be seen so far, without what moves the cursor and colours. */
  synchronized String screen() {
    return seen.toString().replaceAll(ESCAPES, "").replace("\r", "");
  }

  /** Exactly what the program sent. */
  synchronized String raw() {
    return seen.toString();
  }

  /** Waits until a text comes after what was expected before it, and takes notice of it. */
  synchronized void expect(String text) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    int found = screen().indexOf(text, expectedFrom);
    while (found < 0) {
      long left = Duration.between(Instant.now(), deadline).toMillis();
      if (left <= 0 || isOver) {
        fail("\"%s\" does not come after%n%s".formatted(text, screen()));
      }
      wait(left);
      found = screen().indexOf(text, expectedFrom);
    }
    expectedFrom = found + text.length();
  }

  /** The code with which the program ends by itself. */
  int exitCode() throws InterruptedException {
    assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "it ends\n" + screen());
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
