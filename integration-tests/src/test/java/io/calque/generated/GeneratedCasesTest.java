package io.calque.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random queries over random small models, whose answers are compared with those of an evaluator
 * that knows no SQL: {@link World} for models, {@link Answer} for queries.
 *
 * <p>System properties: {@code calque.cases} how many (2000), {@code calque.seed} to repeat a run,
 * {@code calque.model} to repeat one of its models, {@code calque.failures} how many failures to
 * shrink and tell (3).
 */
class GeneratedCasesTest {
  /**
   * The same cases in every build, so that what breaks them is the change; others by a property.
   */
  private static final long EVERYDAY_SEED = 561_031;

  private static final int CASES = Integer.getInteger("calque.cases", 2000);
  private static final int REPORTS = Integer.getInteger("calque.failures", 3);

  /** Held on to, as the level of a logger that nobody holds on to is lost. */
  private static final List<Logger> LOUD =
      List.of(Logger.getLogger("io.calque"), Logger.getLogger("com.zaxxer.hikari"));

  @Test
  void calqueAnswersAsTheDefinitionsSay() throws SQLException, IOException {
    LOUD.forEach(logger -> logger.setLevel(Level.OFF));
    Suite suite = new Suite();
    Optional<Long> model = Optional.ofNullable(Long.getLong("calque.model"));
    long seed = Long.getLong("calque.seed", EVERYDAY_SEED);
    System.out.printf("generated cases: %d, -Dcalque.seed=%d%n", CASES, seed);
    if (model.isPresent()) {
      suite.run(model.get());
    } else {
      models(seed).parallel().forEach(suite::run);
    }
    System.out.println(suite.summary());
    reportFailures(seed, suite);
    if (model.isEmpty() && CASES >= 2000) {
      assertEquals(List.of(), suite.missing(), "constructs that no case had");
    }
  }

  /** The seeds of enough models, of which those of no other run are the same. */
  private static Stream<Long> models(long seed) {
    // Known defects and too large joins cost a few cases of each model.
    int count = CASES * 5 / (Suite.QUERIES_PER_MODEL * 4) + 1;
    return Stream.iterate(seed * 100_000, last -> last + 1).limit(count);
  }

  private static void reportFailures(long seed, Suite suite) throws SQLException, IOException {
    List<Suite.Failure> failures = suite.failures();
    if (failures.isEmpty()) {
      return;
    }
    StringBuilder text =
        new StringBuilder("%d cases fail, -Dcalque.seed=%d%n".formatted(failures.size(), seed));
    for (Suite.Failure failure : failures.subList(0, Math.min(REPORTS, failures.size()))) {
      text.append(failure.report()).append('\n');
    }
    fail(text.toString());
  }
}
