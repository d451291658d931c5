package io.calque.serve;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * A server's private key and certificates.
 *
 * @param keyStore which holds them
 * @param password of the key store's key
 */
public record Tls(KeyStore keyStore, String password) {
  private static final String KEY_BEGINS = "-----BEGIN PRIVATE KEY-----";
  private static final String KEY_ENDS = "-----END PRIVATE KEY-----";
  private static final int PASSWORD_BYTES = 24;

  /**
   * Those of a key store, PKCS #12 or JKS.
   *
   * @throws CalqueException if it cannot be read with that password
   */
  public static Tls ofKeyStore(Path file, String password) throws IOException {
    if (!Files.isReadable(file)) {
      throw unusable(file, "it cannot be read", null);
    }
    try {
      KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
      return new Tls(store, password);
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(file, "it is no key store, or has another password", e);
    }
  }

  /**
   * Those of two PEM files (RFC 7468): certificates, the server's own first, and a PKCS #8 key
   * without password.
   *
   * @throws CalqueException if they are not that
   */
  public static Tls ofPem(Path certificates, Path key) throws IOException {
    PrivateKey privateKey = privateKey(key);
    try (InputStream in = Files.newInputStream(certificates)) {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(in)
              .toArray(Certificate[]::new);
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      String password = Base64.getEncoder().encodeToString(random);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("calque", privateKey, password.toCharArray(), chain);
      return new Tls(store, password);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw unusable(certificates, "it has no X.509 certificates in PEM", e);
    }
  }

  private static PrivateKey privateKey(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    int begin = text.indexOf(KEY_BEGINS);
    int end = text.indexOf(KEY_ENDS);
    if (begin < 0 || end < begin) {
      throw unusable(
          file,
          "it has no \"BEGIN PRIVATE KEY\"; openssl pkcs8 -topk8 -nocrypt makes one of other forms",
          null);
    }
    try {
      byte[] encoded =
          Base64.getMimeDecoder().decode(text.substring(begin + KEY_BEGINS.length(), end));
      return privateKey(file, new PKCS8EncodedKeySpec(encoded));
    } catch (IllegalArgumentException e) {
      throw unusable(file, "its key is not in base64", e);
    }
  }

  private static PrivateKey privateKey(Path file, PKCS8EncodedKeySpec encoded) {
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
      } catch (InvalidKeySpecException e) {
        // It is of another kind.
        continue;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java 17 knows " + algorithm, e);
      }
    }
    throw unusable(file, "its key is none of RSA, EC and Ed25519", null);
  }

  private static CalqueException unusable(Path file, String why, Exception cause) {
    return CalqueException.of(
        ErrorCode.BAD_PROPERTY, "TLS: %s cannot be used: %s".formatted(file, why), cause);
  }

  /** Nothing secret. */
  @Override
  public String toString() {
    return "Tls";
  }
}
