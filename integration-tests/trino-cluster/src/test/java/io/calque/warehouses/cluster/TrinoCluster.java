package io.calque.warehouses.cluster;

import io.calque.warehouses.KeyStoreFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * A coordinator, which plans, and a worker, which does all the work.
 *
 * <p>Catalogs: {@code fair} (Iceberg) and {@code tpch} (Hive), whose tables are Parquet files below
 * the cluster's folder, and {@code generator}, which makes TPC-H's data up.
 */
final class TrinoCluster {
  private static final String MEMORY = "400MB";

  /** Each plugin that a server finds costs it a second. */
  private static final List<String> PLUGINS =
      List.of("hive", "iceberg", "tpch", "password-authenticators");

  private final int port = freePort();
  private final int securePort = freePort();
  private final Path folder;
  private final KeyStoreFile keys;
  private final TrinoNode coordinator;
  private final TrinoNode worker;

  private TrinoCluster(Path folder, Path installation, KeyStoreFile keys) throws IOException {
    this.folder = folder;
    this.keys = keys;
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    for (String plugin : PLUGINS) {
      Files.createSymbolicLink(
          plugins.resolve(plugin), installation.resolve("plugin").resolve(plugin));
    }
    Files.createDirectories(folder.resolve("files"));
    Map<String, String> both = new TreeMap<>();
    both.put("discovery.uri", "http://127.0.0.1:" + port);
    both.put("node.internal-address", "127.0.0.1");
    both.put("internal-communication.shared-secret", "known to both");
    both.put("plugin.dir", plugins.toString());
    both.put("query.max-memory-per-node", MEMORY);
    both.put("memory.heap-headroom-per-node", "200MB");
    Map<String, String> planner = new TreeMap<>(both);
    planner.put("coordinator", "true");
    planner.put("node-scheduler.include-coordinator", "false");
    planner.put("query-manager.required-workers", "1");
    planner.put("http-server.http.port", String.valueOf(port));
    planner.put("http-server.https.enabled", "true");
    planner.put("http-server.https.port", String.valueOf(securePort));
    planner.put("http-server.https.keystore.path", keys.path().toString());
    planner.put("http-server.https.keystore.key", KeyStoreFile.PASSWORD);
    planner.put("http-server.authentication.type", "PASSWORD");
    planner.put("http-server.authentication.allow-insecure-over-http", "true");
    planner.put("failure-detector.enabled", "false");
    Map<String, String> doer = new TreeMap<>(both);
    doer.put("coordinator", "false");
    doer.put("http-server.http.port", String.valueOf(freePort()));
    coordinator = new TrinoNode(installation, folder.resolve("coordinator"), planner, catalogs());
    worker = new TrinoNode(installation, folder.resolve("worker"), doer, catalogs());
    TrinoNode.write(
        folder.resolve("coordinator/etc/password-authenticator.properties"),
        Map.of(
            "password-authenticator.name", "file",
            "file.password-file", passwords().toString(),
            "file.refresh-period", "1s"));
  }

  private Map<String, Map<String, String>> catalogs() {
    Map<String, String> local =
        Map.of(
            "fs.native-local.enabled",
            "true",
            "local.location",
            folder.resolve("files").toString());
    Map<String, String> iceberg = new TreeMap<>(local);
    iceberg.put("connector.name", "iceberg");
    iceberg.put("iceberg.catalog.type", "TESTING_FILE_METASTORE");
    iceberg.put("hive.metastore.catalog.dir", "local:///iceberg");
    Map<String, String> hive = new TreeMap<>(local);
    hive.put("connector.name", "hive");
    hive.put("hive.metastore", "file");
    hive.put("hive.metastore.catalog.dir", "local:///hive");
    hive.put("hive.storage-format", "PARQUET");
    return Map.of(
        "fair",
        iceberg,
        "tpch",
        hive,
        "generator",
        Map.of(
            "connector.name", "tpch",
            "tpch.column-naming", "STANDARD",
            "tpch.double-type-mapping", "DECIMAL"));
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts both and waits for them.
   *
   * @param folder empty
   */
  static TrinoCluster start(Path folder) throws IOException, InterruptedException {
    TrinoCluster cluster =
        new TrinoCluster(
            folder, Installation.unpacked(), KeyStoreFile.make(folder.resolve("keys.p12")));
    Files.createFile(cluster.passwords());
    CompletableFuture<Void> planner = cluster.coordinator.start();
    TrinoNode.await(cluster.worker.start());
    TrinoNode.await(planner);
    return cluster;
  }

  /** Where it answers without TLS and without a password. */
  String address() {
    return "127.0.0.1:" + port;
  }

  /** Where it answers over TLS to who has a password. */
  String secureAddress() {
    return "localhost:" + securePort;
  }

  TrinoNode coordinator() {
    return coordinator;
  }

  TrinoNode worker() {
    return worker;
  }

  KeyStoreFile keys() {
    return keys;
  }

  /** Who may log in over TLS: names and hashes of passwords. */
  Path passwords() {
    return folder.resolve("passwords");
  }
}
