package io.calque.model.read;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, loading it gives a model and problems, never an exception. */
class HostileTest {
  private static final String SIGNS = "{}[]():,'\"`-#&*!|>%@\n\t \\$;?~ax0\u200B\u2019\u0007";

  @TempDir private Path folder;

  @BeforeEach
  void writeLibrary() throws IOException {
    for (Map.Entry<String, byte[]> file : Library.model().files().entrySet()) {
      Files.createDirectories(folder.resolve(file.getKey()).getParent());
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  @Test
  void filesMayEndAnywhere() throws IOException {
    for (String file : new String[] {Library.MEMBER, Library.RELATIONSHIPS}) {
      String text = Library.model().text(file);
      for (int end = 0; end < text.length(); end++) {
        loads(file, text.substring(0, end));
      }
    }
  }

  @Test
  void anyCharacterMayBeAnother() throws IOException {
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
      loads(file, text.toString());
    }
  }

  @Test
  void anyLineMayBeMissingOrTwice() throws IOException {
    for (String file : new String[] {Library.MEMBER, Library.LOAN, Library.RELATIONSHIPS}) {
      String[] lines = Library.model().text(file).split("\n");
      for (int left = 0; left < lines.length; left++) {
        StringBuilder missing = new StringBuilder();
        StringBuilder twice = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
          missing.append(i == left ? "" : lines[i] + "\n");
          twice.append(lines[i]).append('\n').append(i == left ? lines[i] + "\n" : "");
        }
        loads(file, missing.toString());
        loads(file, twice.toString());
      }
    }
  }

  @Test
  void bytesMayBeAnything() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      loads(Library.BOOK, bytes);
    }
  }

  /** Loads the library with another text in one of its files. */
  private void loads(String file, byte[] content) throws IOException {
    Files.write(folder.resolve(file), content);
    LoadedModel loaded = ModelLoader.load(folder, LoadOptions.named("library"));
    for (Problem problem : loaded.problems()) {
      assertFalse(problem.toString().contains("Exception"), problem::toString);
      assertTrue(problem.place().line() > 0 && problem.place().column() > 0, problem::toString);
      assertFalse(problem.message().contains("\n"), problem::toString);
    }
    Files.write(folder.resolve(file), Library.model().files().get(file));
  }

  private void loads(String file, String text) throws IOException {
    loads(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
