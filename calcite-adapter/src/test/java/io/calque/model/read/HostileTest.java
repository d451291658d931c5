package io.calque.model.read;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, loading it gives a model and problems, never an exception. */
class HostileTest {
  private static final String SIGNS = "{}[]():,'\"`-#&*!|>%@\n\t \\$;?~ax0\u200B\u2019\u0007";

  @Test
  void filesMayEndAnywhere() {
    for (String file : new String[] {Library.MEMBER, Library.RELATIONSHIPS}) {
      String text = Library.model().text(file);
      for (int end = 0; end < text.length(); end++) {
        loads(Library.model().with(file, text.substring(0, end)));
      }
    }
  }

  @Test
  void anyCharacterMayBeAnother() {
    Random random = new Random(20260809);
    for (int i = 0; i < 1500; i++) {
      String file = i % 2 == 0 ? Library.MEMBER : Library.RELATIONSHIPS;
      StringBuilder text = new StringBuilder(Library.model().text(file));
      for (int change = 0; change <= i % 3; change++) {
        int at = random.nextInt(text.length());
        char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
        if (random.nextBoolean()) {
          text.insert(at, sign);
        } else {
          text.setCharAt(at, sign);
        }
      }
      loads(Library.model().with(file, text.toString()));
    }
  }

  @Test
  void anyLineMayBeMissingOrTwice() {
    for (String file : new String[] {Library.MEMBER, Library.LOAN, Library.RELATIONSHIPS}) {
      String[] lines = Library.model().text(file).split("\n");
      for (int left = 0; left < lines.length; left++) {
        StringBuilder missing = new StringBuilder();
        StringBuilder twice = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
          missing.append(i == left ? "" : lines[i] + "\n");
          twice.append(lines[i]).append('\n').append(i == left ? lines[i] + "\n" : "");
        }
        loads(Library.model().with(file, missing.toString()));
        loads(Library.model().with(file, twice.toString()));
      }
    }
  }

  @Test
  void bytesMayBeAnything() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      loads(Library.model().with(Library.BOOK, bytes));
    }
  }

  private static void loads(ModelFixture model) {
    ModelFixture.Loaded loaded = model.load();
    assertFalse(loaded.problems().contains("Exception"), loaded::problems);
    for (Problem problem : loaded.result().problems()) {
      assertTrue(problem.place().line() > 0 && problem.place().column() > 0, problem::toString);
      assertFalse(problem.message().contains("\n"), problem::toString);
    }
  }
}
