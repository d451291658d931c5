package io.calque.cli;

import io.calque.serve.Authentication;
import io.calque.serve.ModelServer.Door;
import io.calque.serve.ServeLimits;
import io.calque.serve.Tls;
import io.calque.serve.Tokens;
import io.calque.serve.Users;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where {@code serve} listens, whom it lets in, and what they may have. */
final class ServeOptions {
  private static final String KEYSTORE_PASSWORD = "CALQUE_KEYSTORE_PASSWORD";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--host",
      paramLabel = "<address>",
      defaultValue = "127.0.0.1",
      description = "Where to listen; default: ${DEFAULT-VALUE}, this machine alone.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "<port>",
      defaultValue = "8765",
      description = "Where to listen; 0 for any that is free; default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--users",
      paramLabel = "<file>",
      description = "Who may connect: lines that \"calque password <name>\" prints.")
  private Path users;

  @Option(
      names = "--tokens",
      paramLabel = "<file>",
      description = "Who may connect: bearer tokens, one a line.")
  private Path tokens;

  @Option(
      names = "--no-authentication",
      description = "Lets everybody connect, from other machines too.")
  private boolean open;

  @Option(
      names = "--keystore",
      paramLabel = "<file>",
      description =
          "HTTPS with the key and certificates of a key store; its password is the environment"
              + " variable "
              + KEYSTORE_PASSWORD
              + " or in a file.")
  private Path keystore;

  @Option(
      names = "--keystore-password-file",
      paramLabel = "<file>",
      description = "The file with the key store's password.")
  private Path keystorePassword;

  @Option(
      names = "--certificate",
      paramLabel = "<file>",
      description = "HTTPS with certificates in PEM; --key has their key.")
  private Path certificate;

  @Option(
      names = "--key",
      paramLabel = "<file>",
      description = "The private key of the certificate, PKCS #8 in PEM.")
  private Path key;

  @Option(
      names = "--max-connections",
      paramLabel = "<n>",
      defaultValue = "100",
      description = "Open at once; default: ${DEFAULT-VALUE}.")
  private int connections;

  @Option(
      names = "--max-statements",
      paramLabel = "<n>",
      defaultValue = "100",
      description = "Open at once in one connection; default: ${DEFAULT-VALUE}.")
  private int statements;

  @Option(
      names = "--frame-rows",
      paramLabel = "<n>",
      defaultValue = "5000",
      description = "Rows in one response at most; default: ${DEFAULT-VALUE}.")
  private int frameRows;

  @Option(
      names = "--max-rows-in-flight",
      paramLabel = "<n>",
      defaultValue = "100000",
      description = "Rows in all responses together at most; default: ${DEFAULT-VALUE}.")
  private int rowsInFlight;

  @Option(
      names = "--idle-timeout",
      paramLabel = "<seconds>",
      defaultValue = "1800",
      description = "After which an unused connection is closed; default: ${DEFAULT-VALUE}.")
  private int idleSeconds;

  @Option(
      names = "--query-timeout",
      paramLabel = "<seconds>",
      defaultValue = "0",
      description = "After which a query is cancelled, reading included; default: none.")
  private int querySeconds;

  @Option(
      names = "--stop-timeout",
      paramLabel = "<seconds>",
      defaultValue = "30",
      description = "How long queries may go on after SIGTERM; default: ${DEFAULT-VALUE}.")
  private int stopSeconds;

  ServeLimits limits() {
    for (int limit : List.of(connections, statements, frameRows, rowsInFlight, idleSeconds)) {
      if (limit < 1) {
        throw wrong("a limit of " + limit + " would let nothing through");
      }
    }
    if (querySeconds < 0 || stopSeconds < 0) {
      throw wrong("a time cannot be negative");
    }
    return new ServeLimits(
        connections,
        statements,
        frameRows,
        rowsInFlight,
        Duration.ofSeconds(idleSeconds),
        Duration.ofSeconds(querySeconds),
        Duration.ofSeconds(stopSeconds));
  }

  /** Refuses to let other machines in without asking who they are, unless told to. */
  Door door() throws IOException {
    Authentication authentication = authentication();
    if (authentication == Authentication.NONE && !open && !isLoopback()) {
      throw wrong(
          host
              + " can be reached from other machines: give --users or --tokens, or"
              + " --no-authentication to let everybody connect");
    }
    return new Door(host, port, tls(), authentication);
  }

  /** Whether passwords and tokens would travel readable for others. */
  boolean isReadableByOthers() throws IOException {
    boolean asks = users != null || tokens != null;
    return asks && keystore == null && certificate == null && !isLoopback();
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw wrong("there is no address " + host);
    }
  }

  private Authentication authentication() throws IOException {
    if (open && (users != null || tokens != null)) {
      throw wrong("--no-authentication does not go with --users and --tokens");
    }
    List<Authentication> ways = new ArrayList<>();
    if (users != null) {
      ways.add(Users.read(users));
    }
    if (tokens != null) {
      ways.add(Tokens.read(tokens));
    }
    return ways.isEmpty() ? Authentication.NONE : Authentication.anyOf(ways);
  }

  private Optional<Tls> tls() throws IOException {
    if (keystore != null && certificate != null) {
      throw wrong("--keystore and --certificate do not go together");
    }
    if ((certificate == null) != (key == null)) {
      throw wrong("--certificate and --key go together");
    }
    if (keystore != null) {
      return Optional.of(Tls.ofKeyStore(keystore, keystorePassword()));
    }
    return certificate == null ? Optional.empty() : Optional.of(Tls.ofPem(certificate, key));
  }

  private String keystorePassword() throws IOException {
    if (keystorePassword != null) {
      return Files.readString(keystorePassword, StandardCharsets.UTF_8).strip();
    }
    String password = System.getenv(KEYSTORE_PASSWORD);
    if (password == null) {
      throw wrong(
          "the key store needs a password: --keystore-password-file, or the environment variable "
              + KEYSTORE_PASSWORD);
    }
    return password;
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }
}
