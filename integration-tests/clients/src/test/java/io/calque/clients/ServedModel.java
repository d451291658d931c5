package io.calque.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code java -jar calque.jar serve}, as a process of its own, from its start to SIGTERM. */
final class ServedModel implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final BufferedReader out;
  private final String url;

  private ServedModel(Process process, BufferedReader out, String url) {
    this.process = process;
    this.out = out;
    this.url = url;
  }

  /** Serves the demo, at a port that is free. */
  static ServedModel demo(String... options) throws IOException {
    return start(List.of(), Demo.folder(), options);
  }

  /**
   * Serves a project.
   *
   * @param java options of the JVM
   */
  static ServedModel start(List<String> java, Path project, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java);
    command.addAll(
        List.of("-jar", Demo.jar().toString(), "serve", project.toString(), "--port", "0"));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder printed = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("jdbc:avatica:remote:url=")) {
        return new ServedModel(process, out, line);
      }
      printed.append(line).append('\n');
    }
    throw new IllegalStateException(printed.toString());
  }

  /** The JDBC URL that it printed. */
  String url() {
    return url;
  }

  /** Its address in HTTP, with a slash at the end. */
  String httpUrl() {
    return url.replaceAll(".*url=([^;]*);.*", "$1");
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  /** Sends SIGTERM, and waits until the server says that it begins nothing new. */
  void tellToStop() throws IOException {
    // Of the handle, as the process's own method also closes what it prints to.
    process.toHandle().destroy();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("Stopping")) {
        return;
      }
    }
    throw new IllegalStateException("it ended without a word");
  }

  /** Waits for its end and returns the rest of what it printed. */
  String rest() throws IOException, InterruptedException {
    StringBuilder rest = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      rest.append(line).append('\n');
    }
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it does not end");
    }
    return rest.toString();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the server does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
