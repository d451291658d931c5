package io.calque.warehouses.trino;

import java.io.IOException;

/**
 * Trino as a process of its own: prints the URL of a catalog in memory, and ends with its input.
 */
public final class TrinoMain {
  private TrinoMain() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    try (Trino trino = new Trino()) {
      System.out.println(trino.url("fair"));
      while (System.in.read() >= 0) {
        continue;
      }
    }
    System.exit(0);
  }
}
