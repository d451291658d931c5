package io.calque.corpus;

import io.calque.error.ErrorCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What must become of a hostile statement, from its flags.
 *
 * @param codes the codes with which it may be refused; empty stands for any
 * @param mayAnswer whether it may also give rows ({@code no-leak}) in which nothing secret shows
 * @param mayHaveRows false if an answer must have no row ({@code no-rows})
 */
record Expectation(Set<Integer> codes, boolean mayAnswer, boolean mayHaveRows) {
  static Expectation of(CorpusStatement statement) {
    Set<Integer> codes = new HashSet<>();
    for (String flag : statement.flags()) {
      if (flag.matches("\\d+")) {
        codes.add(Integer.valueOf(flag));
      }
    }
    boolean noRows = statement.flags().contains("no-rows");
    boolean noLeak = statement.flags().contains("no-leak");
    if (codes.isEmpty() && !noRows && !noLeak) {
      throw new IllegalStateException(statement + " says nothing of what must become of it");
    }
    return new Expectation(codes, noRows || noLeak, !noRows);
  }

  /**
   * The same for {@code executeUpdate}, which may also be refused for being a query's wrong call.
   */
  Expectation asUpdate() {
    Set<Integer> more = new HashSet<>(codes);
    more.add(ErrorCode.READ_ONLY.number());
    more.add(ErrorCode.NOT_SUPPORTED.number());
    return new Expectation(more, mayAnswer, mayHaveRows);
  }

  /** What is wrong with a refusal, or nothing. */
  Optional<String> fault(SQLException refusal) {
    String message = String.valueOf(refusal.getMessage());
    List<String> faults = new ArrayList<>();
    Optional<ErrorCode> code =
        Arrays.stream(ErrorCode.values())
            .filter(c -> c.number() == refusal.getErrorCode())
            .findFirst();
    if (code.isEmpty() || code.get() == ErrorCode.INTERNAL) {
      faults.add("vendor code " + refusal.getErrorCode());
    } else if (!mayAnswer && !codes.isEmpty() && !codes.contains(refusal.getErrorCode())) {
      faults.add("code " + refusal.getErrorCode() + " instead of " + codes);
    }
    boolean warehouseSays = refusal.getErrorCode() == ErrorCode.WAREHOUSE_ERROR.number();
    if (code.isPresent()
        && !warehouseSays
        && !code.get().sqlState().equals(refusal.getSQLState())) {
      faults.add("SQLSTATE " + refusal.getSQLState());
    }
    if (message.contains("\tat ") || message.contains("java.lang.")) {
      faults.add("a stack trace or a Java class in the message");
    }
    if (message.length() > 10_000) {
      faults.add("a message of " + message.length() + " characters");
    }
    boolean readOnly = refusal.getErrorCode() == ErrorCode.READ_ONLY.number();
    if (readOnly && !message.toLowerCase(Locale.ROOT).contains("read-only")) {
      faults.add("the message does not say \"read-only\"");
    }
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("; ", faults) + ": " + firstLine(message));
  }

  /** What is wrong with an answer, or nothing. */
  Optional<String> fault(int rows) {
    if (!mayAnswer) {
      return Optional.of("accepted, " + rows + " rows");
    }
    return rows == 0 || mayHaveRows ? Optional.empty() : Optional.of(rows + " rows tell a secret");
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }
}
