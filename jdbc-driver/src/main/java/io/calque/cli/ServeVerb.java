package io.calque.cli;

import io.calque.serve.ModelServer;
import io.calque.serve.ModelServer.Door;
import io.calque.serve.ServeLimits;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves a model to JDBC clients on other machines until it is told to stop. */
@Command(
    name = "serve",
    description =
        "Lets JDBC clients on other machines use the model: they share it and the warehouse's"
            + " connections. Ends with SIGTERM or Ctrl-C.",
    footer = {
      "",
      "Examples:",
      "  calque serve calque-demo --port 8765",
      "  calque password ann >> users.txt",
      "  calque serve calque-demo --host 0.0.0.0 --users users.txt --certificate cert.pem --key"
          + " key.pem",
      "",
      "Clients need Avatica's driver, org.apache.calcite.avatica:avatica, and the URL that is"
          + " printed.",
      "GET /health tells whether it is up."
    })
final class ServeVerb implements Callable<Integer> {
  /** Those that JDBC gives to every connection, and that mean nothing here. */
  private static final List<String> GENERAL = List.of("user", "password");

  private final Terminal terminal;

  @Mixin private HelpOption help;
  @Mixin private ProjectOptions project;
  @Mixin private ServeOptions options;

  ServeVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws SQLException, IOException, InterruptedException {
    Door door = options.door();
    ServeLimits limits = options.limits();
    if (options.isReadableByOthers()) {
      terminal.err().println("Without TLS, passwords and tokens can be read on their way.");
    }
    ModelServer server;
    try (Connection connection = project.connect()) {
      Warnings.print(connection.getWarnings(), terminal.err());
      server = ModelServer.start(project::connect, properties(), door, limits);
      print(connection.getCatalog(), door, server.port());
    }
    logWarnings();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "calque-serve-stop"));
    server.join();
    return Main.FINE;
  }

  private void print(String name, Door door, int port) {
    String url = "%s://%s:%d/".formatted(scheme(door), written(door.host()), port);
    terminal.out().printf("%s is served at %s%n", name, url);
    terminal.out().printf("jdbc:avatica:remote:url=%s;serialization=protobuf%n", url);
    terminal.out().flush();
  }

  private static String scheme(Door door) {
    return door.tls().isPresent() ? "https" : "http";
  }

  /** As a URL has it. */
  private static String written(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /** Those that the server has set, and no client may. */
  private static Set<String> properties() throws SQLException {
    DriverPropertyInfo[] known =
        DriverManager.getDriver(ProjectOptions.url("")).getPropertyInfo(null, new Properties());
    return Arrays.stream(known)
        .map(property -> property.name)
        .filter(property -> !GENERAL.contains(property))
        .collect(Collectors.toSet());
  }

  /** From here on nobody is there to be told but the log. */
  private static void logWarnings() {
    if (System.getProperty("java.util.logging.config.file") == null) {
      Logger.getLogger("io.calque").setLevel(Level.WARNING);
    }
  }

  private void stop(ModelServer server) {
    server.beginNothing();
    terminal.err().println("Stopping: what runs may end, nothing new begins.");
    try {
      if (!server.stop()) {
        terminal.err().println("The time was over: some queries were cancelled.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
