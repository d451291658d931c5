package io.calque.warehouses.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** The server's archive, unpacked once below {@code target}: its plugins are 900 MB. */
final class Installation {
  private Installation() {}

  /**
   * Where it is.
   *
   * @throws TestAbortedException if nothing tells where the archive lies
   */
  static Path unpacked() throws IOException, InterruptedException {
    String archive = System.getProperty("trino.archive");
    if (archive == null) {
      throw new TestAbortedException("no archive of Trino's server: run with -Ptrino-cluster");
    }
    String name = Path.of(archive).getFileName().toString().replace(".tar.gz", "");
    Path target = Files.createDirectories(Path.of("target/trino").toAbsolutePath());
    Path unpacked = target.resolve(name);
    Path done = target.resolve(name + ".unpacked");
    if (!Files.exists(done)) {
      Process tar =
          new ProcessBuilder("tar", "-xzf", archive, "-C", target.toString()).inheritIO().start();
      if (tar.waitFor() != 0) {
        throw new IOException(archive + " cannot be unpacked");
      }
      Files.createFile(done);
    }
    return unpacked;
  }
}
