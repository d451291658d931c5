package io.calque.cli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a file or a pipe, as they come; the last statement needs no semicolon. */
public final class ScriptInput implements ShellInput {
  private final BufferedReader lines;
  private final String name;
  private int read;
  private int line;

  /**
   * @param in text in UTF-8
   * @param name what errors call it
   */
  public ScriptInput(InputStream in, String name) {
    this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    this.name = name;
  }

  @Override
  public Optional<String> next() throws IOException {
    StringBuilder text = new StringBuilder();
    line = read + 1;
    while (true) {
      String more = readLine();
      if (more == null) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
      }
      text.append(more).append('\n');
      boolean mayEnd = text.length() == more.length() + 1 || more.indexOf(';') >= 0;
      if (mayEnd && ShellInput.isWhole(text.toString())) {
        return Optional.of(text.toString());
      }
    }
  }

  private String readLine() throws IOException {
    try {
      String next = lines.readLine();
      read++;
      return next;
    } catch (CharacterCodingException e) {
      throw new IOException(name + " is not text in UTF-8", e);
    }
  }

  /** The line on which the last input began, from 1. */
  public int line() {
    return line;
  }

  /** What errors call it. */
  public String name() {
    return name;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
