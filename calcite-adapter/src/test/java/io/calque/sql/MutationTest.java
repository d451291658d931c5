package io.calque.sql;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever is done to a statement, it is read, with exact spans, or refused with a code. */
class MutationTest {
  private static final int MUTATIONS = 5_000;

  @Test
  void mutatedStatementsAreReadOrRefused() {
    Random random = new Random(20_260_101);
    List<String> samples = Samples.all();
    for (int i = 0; i < MUTATIONS; i++) {
      String sql = samples.get(random.nextInt(samples.size()));
      String other = samples.get(random.nextInt(samples.size()));
      check(mutated(sql, other, random));
    }
  }

  private static void check(String sql) {
    try {
      ParsedStatement statement = StatementParser.parse(sql);
      if (statement.query() != null) {
        assertAll(sql, Spans.problems(statement.source(), statement.query()));
      }
    } catch (CalqueException e) {
      assertNotEquals(ErrorCode.INTERNAL, e.code(), () -> sql + "\n" + e.getCause());
    } catch (RuntimeException | Error e) {
      fail(sql, e);
    }
  }

  /** One to three tokens deleted, doubled, swapped, or replaced by one of another statement. */
  private static String mutated(String sql, String other, Random random) {
    List<String> tokens = images(sql);
    List<String> others = images(other);
    for (int n = 1 + random.nextInt(3); n > 0 && !tokens.isEmpty(); n--) {
      int at = random.nextInt(tokens.size());
      switch (random.nextInt(5)) {
        case 0 -> tokens.remove(at);
        case 1 -> tokens.add(at, tokens.get(at));
        case 2 -> tokens.add(at, tokens.remove(random.nextInt(tokens.size())));
        case 3 -> tokens.set(at, others.get(random.nextInt(others.size())));
        default -> tokens.add(at, others.get(random.nextInt(others.size())));
      }
    }
    return String.join(" ", tokens);
  }

  private static List<String> images(String sql) {
    return Tokens.of(new SqlSource(sql)).list().stream()
        .map(token -> token.image)
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
