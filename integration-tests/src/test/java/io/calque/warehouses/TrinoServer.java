package io.calque.warehouses;

import java.io.IOException;

/**
 * A coordinator of Trino that a test may end and start again. It has a catalog {@code generator},
 * which makes TPC-H's data up, and lets {@code ann} in: over TLS with her password, else without.
 */
public interface TrinoServer {
  /** Host and port without TLS. */
  String address();

  /** Host and port with TLS. */
  String secureAddress();

  /** What the server's certificate is in. */
  KeyStoreFile keys();

  /** Changes ann's password; it may take a moment until the server knows. */
  void changePassword(String password) throws IOException;

  /** Ends it in the middle of whatever it does. */
  void kill() throws IOException;

  /** Starts it again at the same address, and waits until it answers. */
  void start() throws IOException, InterruptedException;
}
