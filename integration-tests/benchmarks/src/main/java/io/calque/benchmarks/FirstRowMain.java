package io.calque.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** In a fresh virtual machine: prints the milliseconds until the first row is there. */
public final class FirstRowMain {
  private FirstRowMain() {}

  /** Takes a URL and a query. */
  public static void main(String[] arguments) throws Exception {
    long start = System.nanoTime();
    double millis;
    try (Connection connection = DriverManager.getConnection(arguments[0]);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(arguments[1])) {
      rows.next();
      rows.getString(1);
      millis = (System.nanoTime() - start) / 1e6;
    }
    System.out.println(millis);
  }
}
