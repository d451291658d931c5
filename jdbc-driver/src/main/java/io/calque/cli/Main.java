package io.calque.cli;

/** What {@code java -jar calque.jar} runs. */
public final class Main {
  private Main() {}

  /** Prints how Calque is used. */
  public static void main(String[] arguments) {
    System.out.println(
        "Calque is a JDBC driver: put this jar on the class path and connect to"
            + " jdbc:calque:<folder>.");
  }
}
