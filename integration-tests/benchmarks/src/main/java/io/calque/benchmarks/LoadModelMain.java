package io.calque.benchmarks;

import java.lang.ref.Reference;
import java.sql.Connection;
import java.sql.DriverManager;

/** In a fresh virtual machine: prints the seconds that a model takes to load, and its bytes. */
public final class LoadModelMain {
  private LoadModelMain() {}

  /** Takes the URL of a small model, by which classes are loaded, and of the one that counts. */
  public static void main(String[] arguments) throws Exception {
    DriverManager.getConnection(arguments[0]).close();
    long before = usedBytes();
    long start = System.nanoTime();
    Connection connection = DriverManager.getConnection(arguments[1]);
    double seconds = (System.nanoTime() - start) / 1e9;
    long after = usedBytes();
    Reference.reachabilityFence(connection);
    System.out.println(seconds + " " + (after - before));
  }

  private static long usedBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
