package io.calque.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.calcite.avatica.AvaticaClientRuntimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Whom {@code calque serve} lets in, what it lets them have, and how it ends. */
class ServeSafetyIT {
  private static final String TOKEN = "q8fJ2mVx7Lw0Zr5TcYb3";
  private static final String KEY_PASSWORD = "not-a-secret";

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Runs a program of the JDK's or of Calque's to its end; returns its exit code and output. */
  private List<String> run(String input, String program, String... arguments)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            Path.of(System.getProperty("java.home"), "bin", program).toString()),
                        Stream.of(arguments))
                    .toList())
            .redirectErrorStream(true)
            .redirectInput(file("input.txt", input).toFile())
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return List.of(Integer.toString(process.exitValue()), Files.readString(output));
  }

  private Path users(String name, String password) throws IOException, InterruptedException {
    List<String> printed =
        run(password + "\n", "java", "-jar", Demo.jar().toString(), "password", name);
    assertEquals("0", printed.get(0), printed::toString);
    assertFalse(printed.get(1).contains(password));
    return file("users.txt", "# who may connect\n" + printed.get(1));
  }

  private static long customers(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM customer")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Connection connect(String url, String... properties) throws SQLException {
    Properties all = new Properties();
    for (int i = 0; i < properties.length; i += 2) {
      all.setProperty(properties[i], properties[i + 1]);
    }
    return DriverManager.getConnection(url, all);
  }

  private static HttpResponse<String> get(ServedModel server, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.httpUrl() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void usersNeedTheirPassword() throws Exception {
    try (ServedModel server =
        ServedModel.demo("--users", users("ann", "correct horse: battery").toString())) {
      try (Connection ann =
          connect(
              server.url() + ";authentication=BASIC",
              "avatica_user",
              "ann",
              "avatica_password",
              "correct horse: battery")) {
        assertTrue(customers(ann) > 0);
      }
      for (String[] wrong :
          List.of(
              new String[] {"ann", "wrong horse"},
              new String[] {"bob", "correct horse: battery"},
              new String[] {"", ""})) {
        Exception refused =
            assertThrows(
                Exception.class,
                () ->
                    customers(
                        connect(
                            server.url() + ";authentication=BASIC",
                            "avatica_user",
                            wrong[0],
                            "avatica_password",
                            wrong[1])));
        assertTrue(refused.toString().contains("401"), refused::toString);
      }
      Exception nobody = assertThrows(Exception.class, () -> customers(server.connect()));
      assertTrue(nobody.toString().contains("401"), nobody::toString);
      HttpResponse<String> stranger = get(server, "");
      assertEquals(401, stranger.statusCode());
      assertEquals(
          List.of("Basic realm=\"calque\", charset=\"UTF-8\""),
          stranger.headers().allValues("WWW-Authenticate"));
      assertEquals(200, get(server, "health").statusCode());
    }
  }

  @Test
  void tokensAreEnoughAndOneUsersConnectionIsNotAnothers() throws Exception {
    String other = "another-token-of-20-characters";
    Path tokens = file("tokens.txt", TOKEN + "\n# the second\n" + other + "\n");
    try (ServedModel server = ServedModel.demo("--tokens", tokens.toString());
        Connection first = connect(bearer(server, TOKEN));
        Connection second = connect(bearer(server, other))) {
      assertEquals(customers(first), customers(second));
      Exception refused =
          assertThrows(
              Exception.class, () -> customers(connect(bearer(server, TOKEN.toLowerCase()))));
      assertTrue(refused.toString().contains("401"), refused::toString);
    }
  }

  private static String bearer(ServedModel server, String token) {
    return server.url() + ";authentication=BEARER;bearer_token=" + token + ";avatica_user=any";
  }

  private Path keyStore() throws IOException, InterruptedException {
    Path store = folder.resolve("server.p12");
    List<String> made =
        run(
            "",
            "keytool",
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            KEY_PASSWORD);
    assertEquals("0", made.get(0), made::toString);
    return store;
  }

  private static String trusting(ServedModel server, Path store) {
    return server.url() + ";truststore=" + store + ";truststore_password=" + KEY_PASSWORD;
  }

  @Test
  void keysMayLieInAKeyStore() throws Exception {
    Path store = keyStore();
    Path password = file("password.txt", KEY_PASSWORD + "\n");
    try (ServedModel server =
        ServedModel.demo(
            "--keystore", store.toString(), "--keystore-password-file", password.toString())) {
      assertTrue(server.httpUrl().startsWith("https://"), server.httpUrl());
      try (Connection trusting = connect(trusting(server, store))) {
        assertTrue(customers(trusting) > 0);
      }
      assertThrows(Exception.class, () -> customers(server.connect()));
    }
  }

  @Test
  void keysMayLieInPemFiles() throws Exception {
    Path store = keyStore();
    KeyStore keys = KeyStore.getInstance(store.toFile(), KEY_PASSWORD.toCharArray());
    Path certificate =
        file("cert.pem", pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
    Path key =
        file(
            "key.pem",
            pem("PRIVATE KEY", keys.getKey("server", KEY_PASSWORD.toCharArray()).getEncoded()));
    try (ServedModel server =
            ServedModel.demo("--certificate", certificate.toString(), "--key", key.toString());
        Connection trusting = connect(trusting(server, store))) {
      assertTrue(customers(trusting) > 0);
    }
  }

  private static String pem(String kind, byte[] encoded) {
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(encoded), kind);
  }

  @Test
  void otherMachinesAreNotLetInUnasked() throws Exception {
    String[] serve = {"-jar", Demo.jar().toString(), "serve", Demo.folder().toString()};
    List<String> refused =
        run(
            "",
            "java",
            Stream.concat(Stream.of(serve), Stream.of("--host", "0.0.0.0", "--port", "0"))
                .toArray(String[]::new));
    assertEquals("2", refused.get(0));
    assertTrue(refused.get(1).contains("--no-authentication"), refused::toString);
    try (ServedModel server = ServedModel.demo("--host", "0.0.0.0", "--no-authentication")) {
      assertEquals(200, get(server, "health").statusCode());
    }
  }

  /** Avatica's client throws what JDBC's interfaces do not declare, here. */
  private static AvaticaClientRuntimeException refused(Executable call) {
    return assertThrows(AvaticaClientRuntimeException.class, call);
  }

  @Test
  void connectionsAreLimitedAndIdleOnesMakeRoom() throws Exception {
    try (ServedModel server = ServedModel.demo("--max-connections", "2", "--idle-timeout", "2")) {
      Connection first = server.connect();
      Connection second = server.connect();
      assertEquals(customers(first), customers(second));
      AvaticaClientRuntimeException refused = refused(server::connect);
      assertEquals("53300", refused.getSqlState());
      assertTrue(refused.getMessage().contains("2 open connections"), refused.getMessage());
      first.close();
      try (Connection third = server.connect()) {
        assertTrue(customers(third) > 0);
      }
      awaitConnections(server, 0);
      assertEquals("08003", refused(() -> customers(second)).getSqlState());
    }
  }

  /** Until the server says so, or a minute is over. */
  private static void awaitConnections(ServedModel server, int connections) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!get(server, "health").body().contains("\"connections\":" + connections + ",")) {
      assertTrue(System.nanoTime() < end, "connections stay open");
    }
  }

  @Test
  void healthTellsTheModelsStateAndNothingOfIt() throws Exception {
    Path project = copyOfTheDemo();
    try (ServedModel server = ServedModel.start(List.of(), project);
        Connection connection = server.connect()) {
      HttpResponse<String> up = get(server, "health");
      assertEquals(200, up.statusCode());
      assertTrue(
          up.body()
              .matches(
                  "\\{\"status\":\"up\",\"model\":\\{\"state\":\"current\",\"loaded\":\"[^\"]*\"},"
                      + "\"warehouse\":\"reachable\",\"connections\":1,\"statements\":0}\\s*"),
          up.body());
      long before = customers(connection);
      Path entity = project.resolve("entities/customer.yml");
      Files.writeString(entity, "name: customer\nkeys: [\n");
      assertEquals(before, customers(connection));
      assertTrue(get(server, "health").body().contains("\"state\":\"last good\""));
    }
  }

  private Path copyOfTheDemo() throws IOException {
    Path copy = folder.resolve("copy");
    try (Stream<Path> files = Files.walk(Demo.folder())) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(Demo.folder().relativize(file).toString()));
      }
    }
    return copy;
  }

  @Test
  void theModelIsTheServersNotTheClients() throws Exception {
    try (ServedModel server = ServedModel.demo()) {
      AvaticaClientRuntimeException refused =
          refused(() -> connect(server.url(), "warehouse", "jdbc:duckdb:"));
      assertTrue(refused.getMessage().contains("warehouse"), refused.getMessage());
      AvaticaClientRuntimeException json =
          refused(() -> connect(server.url().replace("serialization=protobuf", "")));
      assertTrue(json.getMessage().contains("serialization=protobuf"), json.getMessage());
    }
  }

  @Test
  void whatRunsEndsAndNothingNewBegins() throws Exception {
    try (ServedModel server = ServedModel.demo()) {
      Connection idle = server.connect();
      assertTrue(customers(idle) > 0);
      ResultSet rows =
          server.connect().createStatement().executeQuery("SELECT r.range FROM range(20000) r");
      assertTrue(rows.next());
      server.tellToStop();
      assertEquals(503, get(server, "health").statusCode());
      assertEquals("57P01", refused(server::connect).getSqlState());
      assertEquals("57P01", refused(() -> customers(idle)).getSqlState());
      long read = 1;
      while (rows.next()) {
        read++;
      }
      assertEquals(20_000, read);
      assertEquals("", server.rest());
    }
  }

  @Test
  void whatDoesNotEndIsEnded() throws Exception {
    try (ServedModel server = ServedModel.demo("--stop-timeout", "1")) {
      Statement statement = server.connect().createStatement();
      ResultSet rows = statement.executeQuery("SELECT r.range FROM range(1000000000) r");
      assertTrue(rows.next());
      server.tellToStop();
      assertTrue(server.rest().contains("some queries were cancelled"));
      assertFalse(server.isAlive());
    }
  }

  @Test
  void secretsAreNotPrinted() throws Exception {
    Path tokens = file("tokens.txt", "short\n");
    List<String> refused =
        run(
            "",
            "java",
            "-jar",
            Demo.jar().toString(),
            "serve",
            Demo.folder().toString(),
            "--tokens",
            tokens.toString());
    assertEquals("1", refused.get(0));
    assertTrue(refused.get(1).contains("tokens.txt:1"), refused::toString);
    assertFalse(refused.get(1).contains("short\n"), refused::toString);
  }
}
