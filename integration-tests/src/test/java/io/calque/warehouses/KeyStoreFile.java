package io.calque.warehouses;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A key and the certificate that it signed itself, for {@code localhost}: the key store of a
 * server, and the trust store of its clients.
 *
 * @param path a PKCS #12 file
 */
public record KeyStoreFile(Path path) {
  public static final String PASSWORD = "changeit";

  /** Has the JDK's keytool make one. */
  public static KeyStoreFile make(Path path) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                path.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    if (keytool.waitFor() != 0) {
      throw new IOException(said);
    }
    return new KeyStoreFile(path);
  }
}
