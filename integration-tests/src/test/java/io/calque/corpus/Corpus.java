package io.calque.corpus;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the resources beside this package. */
final class Corpus {
  /**
   * {@code ### name} or {@code ### name [flag, flag]}; the name {@code *} gives the flags of all
   * that follow and have none. What stands before the first header is a comment.
   */
  private static final Pattern HEADER = Pattern.compile("### (\\S+)(?: \\[([^\\]]*)\\])?");

  private Corpus() {}

  /** All statements of a folder's {@code .sql} files, ordered by file name, then as written. */
  static List<CorpusStatement> statements(String folder) {
    List<CorpusStatement> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Path file : files(folder)) {
      for (CorpusStatement statement : parse(file)) {
        if (!names.add(statement.name())) {
          throw new IllegalStateException("two statements are called " + statement.name());
        }
        all.add(statement);
      }
    }
    return List.copyOf(all);
  }

  /** The text of a resource. */
  static String text(String resource) {
    return read(path(resource));
  }

  /** The file of a resource: test resources always lie unpacked in a folder. */
  static Path path(String resource) {
    URL url = Corpus.class.getResource(resource);
    if (url == null) {
      throw new IllegalArgumentException("no resource " + resource);
    }
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(path(folder))) {
      return files.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<CorpusStatement> parse(Path file) {
    String family = file.getFileName().toString().replace(".sql", "");
    List<CorpusStatement> statements = new ArrayList<>();
    Matcher header = null;
    Set<String> defaults = Set.of();
    StringBuilder text = new StringBuilder();
    for (String line : (read(file) + "\n### *").split("\n", -1)) {
      Matcher next = HEADER.matcher(line);
      if (!line.startsWith("### ")) {
        text.append(line).append('\n');
        continue;
      }
      if (!next.matches()) {
        throw new IllegalStateException(file + ": not a header: " + line);
      }
      if (header != null && header.group(1).equals("*")) {
        defaults = flags(header.group(2));
      } else if (header != null) {
        Set<String> flags = header.group(2) == null ? defaults : flags(header.group(2));
        statements.add(
            new CorpusStatement(family, header.group(1), flags, text.toString().strip()));
      }
      header = next;
      text.setLength(0);
    }
    return statements;
  }

  private static Set<String> flags(String list) {
    Set<String> flags = new LinkedHashSet<>();
    for (String flag : list.split(",")) {
      flags.add(flag.strip());
    }
    return flags;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
