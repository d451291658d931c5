package io.calque.warehouses.cluster;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * A process of Trino. Ends with this JVM at the latest.
 *
 * <p>Its folder has {@code etc} and its log, {@code server.log}.
 */
final class TrinoNode {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path installation;
  private final Path folder;
  private Process process;

  /**
   * A node that is not started yet.
   *
   * @param installation the unpacked archive
   * @param folder its own, empty
   * @param config what {@code config.properties} says
   * @param catalogs what {@code catalog/<name>.properties} say
   */
  TrinoNode(
      Path installation,
      Path folder,
      Map<String, String> config,
      Map<String, Map<String, String>> catalogs)
      throws IOException {
    this.installation = installation;
    this.folder = folder;
    Path etc = folder.resolve("etc");
    Files.createDirectories(etc.resolve("catalog"));
    write(etc.resolve("config.properties"), config);
    write(etc.resolve("log.properties"), Map.of("io.trino", "INFO"));
    for (Map.Entry<String, Map<String, String>> catalog : catalogs.entrySet()) {
      write(etc.resolve("catalog/" + catalog.getKey() + ".properties"), catalog.getValue());
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  static void write(Path file, Map<String, String> properties) throws IOException {
    Files.writeString(
        file,
        properties.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining()));
  }

  /** Starts the process; {@link #await} waits for what is returned. */
  CompletableFuture<Void> start() throws IOException {
    process =
        new ProcessBuilder(
                List.of(
                    NewJdk.home().resolve("bin/java").toString(),
                    "-Xmx1g",
                    "-XX:+UseSerialGC",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--add-modules=jdk.incubator.vector",
                    "-Djol.skipHotspotSAAttach=true",
                    "-Dnode.environment=calque",
                    "-Dnode.id=" + folder.getFileName(),
                    "-Dnode.data-dir=" + folder.resolve("data"),
                    "-Dconfig=" + folder.resolve("etc/config.properties"),
                    "-Dlog.levels-file=" + folder.resolve("etc/log.properties"),
                    "-cp",
                    installation.resolve("lib") + "/*",
                    "io.trino.server.TrinoServer"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    CompletableFuture<Void> started = new CompletableFuture<>();
    Process running = process;
    Thread log = new Thread(() -> keepLog(running, started), "log-of-" + folder.getFileName());
    log.setDaemon(true);
    log.start();
    return started;
  }

  private void keepLog(Process running, CompletableFuture<Void> started) {
    try (BufferedReader lines = running.inputReader();
        BufferedWriter log = Files.newBufferedWriter(folder.resolve("server.log"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.write(line);
        log.newLine();
        log.flush();
        if (line.contains("SERVER STARTED")) {
          started.complete(null);
        }
      }
    } catch (IOException e) {
      started.completeExceptionally(e);
    }
    started.completeExceptionally(new IOException("Trino ended; its log is in " + folder));
  }

  static void await(CompletableFuture<Void> started) throws IOException, InterruptedException {
    try {
      started.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("Trino did not start", e);
    }
  }

  /** Ends the process as a crash would. */
  void kill() {
    if (process != null) {
      process.destroyForcibly();
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
