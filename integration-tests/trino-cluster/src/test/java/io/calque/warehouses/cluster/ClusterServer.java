package io.calque.warehouses.cluster;

import io.calque.warehouses.KeyStoreFile;
import io.calque.warehouses.TrinoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The coordinator of the cluster, which has its passwords in a file. */
final class ClusterServer implements TrinoServer {
  private static final int ITERATIONS = 1000;

  private final TrinoCluster cluster;

  ClusterServer(TrinoCluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public String address() {
    return cluster.address();
  }

  @Override
  public String secureAddress() {
    return cluster.secureAddress();
  }

  @Override
  public KeyStoreFile keys() {
    return cluster.keys();
  }

  @Override
  public void changePassword(String password) throws IOException {
    Files.writeString(cluster.passwords(), "ann:" + hash(password) + "\n");
  }

  /** As Trino's file of passwords has them: iterations, salt and hash. */
  private static String hash(String password) {
    byte[] salt = password.getBytes();
    try {
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
              .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, 512))
              .getEncoded();
      HexFormat hex = HexFormat.of();
      return ITERATIONS + ":" + hex.formatHex(salt) + ":" + hex.formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void kill() {
    cluster.coordinator().kill();
  }

  @Override
  public void start() throws IOException, InterruptedException {
    TrinoNode.await(cluster.coordinator().start());
  }
}
