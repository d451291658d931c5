package io.calque.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Turns secrets into values that can be kept and compared: one digest for each secret, with a salt
 * that nobody outside this process knows.
 */
final class Fingerprint {
  private static final int SALT_BYTES = 32;

  private final byte[] salt = new byte[SALT_BYTES];

  Fingerprint() {
    new SecureRandom().nextBytes(salt);
  }

  byte[] of(String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return digest.digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
