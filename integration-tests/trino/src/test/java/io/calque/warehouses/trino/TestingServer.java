package io.calque.warehouses.trino;

import com.google.inject.Key;
import io.calque.warehouses.KeyStoreFile;
import io.calque.warehouses.TrinoServer;
import io.trino.plugin.tpch.TpchPlugin;
import io.trino.server.security.PasswordAuthenticatorManager;
import io.trino.server.testing.TestingTrinoServer;
import io.trino.spi.security.AccessDeniedException;
import io.trino.spi.security.BasicPrincipal;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;

/** One node of Trino in this JVM, at ports that stay the same. */
final class TestingServer implements TrinoServer, AutoCloseable {
  private final KeyStoreFile keys;

  /** Has to be there, though nothing is read from it: this class is the authenticator. */
  private final Path authenticator;

  private final int port = freePort();
  private final int securePort = freePort();
  private volatile String password = "";
  private TestingTrinoServer running;

  TestingServer() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("calque-trino");
    keys = KeyStoreFile.make(folder.resolve("keys.p12"));
    authenticator = Files.createFile(folder.resolve("password-authenticator.properties"));
    start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  @Override
  public void start() {
    Map<String, String> config = new HashMap<>();
    config.put("http-server.http.port", String.valueOf(port));
    config.put("http-server.https.enabled", "true");
    config.put("http-server.https.port", String.valueOf(securePort));
    config.put("http-server.https.keystore.path", keys.path().toString());
    config.put("http-server.https.keystore.key", KeyStoreFile.PASSWORD);
    config.put("http-server.authentication.type", "PASSWORD");
    config.put("http-server.authentication.allow-insecure-over-http", "true");
    config.put("password-authenticator.config-files", authenticator.toString());
    running = TestingTrinoServer.builder().setProperties(config).build();
    running
        .getInstance(Key.get(PasswordAuthenticatorManager.class))
        .setAuthenticators(this::authenticated);
    running.installPlugin(new TpchPlugin());
    running.createCatalog("generator", "tpch", Map.of("tpch.column-naming", "STANDARD"));
  }

  private Principal authenticated(String user, String given) {
    if (!given.equals(password)) {
      throw new AccessDeniedException("Invalid credentials");
    }
    return new BasicPrincipal(user);
  }

  @Override
  public String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public String secureAddress() {
    return "localhost:" + securePort;
  }

  @Override
  public KeyStoreFile keys() {
    return keys;
  }

  @Override
  public void changePassword(String changed) {
    password = changed;
  }

  @Override
  public void kill() throws IOException {
    running.close();
  }

  @Override
  public void close() throws IOException {
    running.close();
  }
}
