package io.calque.corpus;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Results of TPC-H as the answer sets print them: text trimmed, numbers to a cent. */
final class TpchAnswer {
  /** Answer sets are rounded or cut to two digits, and averages differ in the last of them. */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.011");

  private TpchAnswer() {}

  /** What is different in rows from an answer, one line a row with {@code |} between the fields. */
  static Optional<String> difference(Rows actual, String answer) {
    List<String> expected =
        answer.lines().filter(line -> !line.startsWith("--") && !line.isBlank()).toList();
    if (actual.rows().size() != expected.size()) {
      return Optional.of(actual.rows().size() + " rows instead of " + expected.size());
    }
    for (int i = 0; i < expected.size(); i++) {
      String[] fields = expected.get(i).split("\\|");
      List<String> row = actual.rows().get(i);
      for (int c = 0; c < row.size(); c++) {
        if (!same(plain(row.get(c)), fields[c].strip())) {
          return Optional.of("row %d is %s, not %s".formatted(i + 1, row, expected.get(i)));
        }
      }
    }
    return Optional.empty();
  }

  /** The number of rows and a digest of all of them in any order, numbers rounded to a cent. */
  static String digest(Rows rows) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows.rows()) {
      lines.add(row.stream().map(TpchAnswer::rounded).collect(Collectors.joining("|")));
    }
    lines.sort(null);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
      return lines.size() + " rows " + HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean same(String actual, String expected) {
    Optional<BigDecimal> left = number(actual);
    Optional<BigDecimal> right = number(expected);
    if (left.isPresent() && right.isPresent()) {
      return left.get().subtract(right.get()).abs().compareTo(TOLERANCE) <= 0;
    }
    return actual.equalsIgnoreCase(expected);
  }

  private static String rounded(String value) {
    String plain = plain(value);
    return number(plain)
        .map(n -> n.setScale(2, RoundingMode.HALF_UP).toPlainString())
        .orElse(plain);
  }

  /** Without what {@link CanonicalValue} adds. */
  private static String plain(String value) {
    String text = value.startsWith("double ") ? value.substring("double ".length()) : value;
    boolean quoted = text.length() >= 2 && text.startsWith("'") && text.endsWith("'");
    return (quoted ? text.substring(1, text.length() - 1) : text).strip();
  }

  private static Optional<BigDecimal> number(String text) {
    return text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }
}
