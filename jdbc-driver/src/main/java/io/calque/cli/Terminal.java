package io.calque.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where a verb reads and writes.
 *
 * @param in what is piped in
 * @param out results, and nothing else
 * @param err errors, warnings and progress
 * @param isInteractive whether a person sits in front of it: then there may be progress and hints
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, boolean isInteractive) {
  /** That of this process. What is piped is UTF-8 everywhere. */
  static Terminal ofProcess() {
    Console console = System.console();
    boolean interactive = console != null && isTerminal(console);
    Charset charset = interactive ? charset(console) : StandardCharsets.UTF_8;
    return new Terminal(
        System.in,
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
        interactive);
  }

  /** From Java 22 on there is a console even where streams are redirected, and it can tell. */
  private static boolean isTerminal(Console console) {
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** That of the console that this process has. */
  static Charset consoleCharset() {
    return charset(System.console());
  }

  /** A console that claims to know ASCII only usually knows better. */
  private static Charset charset(Console console) {
    Charset charset = console.charset();
    return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
  }
}
