package io.calque.model.read;

import io.calque.model.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files of a model: a folder, or a single file.
 *
 * @param root the folder, or the folder of the single file
 * @param single the single file, if it is one
 */
record ModelFiles(Path root, Optional<Path> single) {
  private static final long LARGEST = 64L * 1024 * 1024;

  static ModelFiles of(Path folderOrFile) {
    Path path = folderOrFile.toAbsolutePath().normalize();
    return Files.isDirectory(path)
        ? new ModelFiles(path, Optional.empty())
        : new ModelFiles(path.getParent(), Optional.of(path));
  }

  /** The YAML files directly in a folder, by name; none if there is no such folder. */
  static List<Path> yamlFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(ModelFiles::isYaml)
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    }
  }

  /**
   * The single file, whatever its name; of a folder the files with one of those endings, in lower
   * case, by name. Hidden ones are left out.
   */
  List<Path> endingIn(String... endings) throws IOException {
    if (single.isPresent()) {
      return List.of(single.get());
    }
    try (Stream<Path> files = Files.list(root)) {
      return files
          .filter(file -> hasEnding(file.getFileName().toString(), endings))
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    }
  }

  private static boolean hasEnding(String name, String... endings) {
    return !name.startsWith(".")
        && Stream.of(endings).anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
  }

  /** Whether a file is text, and of that kind; no problem tells if it is not. */
  boolean isText(Path file, Predicate<String> kind) {
    return text(file, Rule.NO_MODEL, "", new Problems())
        .filter(source -> kind.test(source.text()))
        .isPresent();
  }

  /** Where the model as a whole is. */
  Place start() {
    return new Place(single.map(this::shown).orElse("."), 1, 1);
  }

  Place startOf(Path file) {
    return new Place(shown(file), 1, 1);
  }

  /** The folders directly in a folder, hidden ones left out, by name. */
  static List<Path> folders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(Files::isDirectory)
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    }
  }

  /** Whether a file's name is that of YAML, and not that of a hidden or backup file. */
  static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && !name.startsWith("~")
        && !name.startsWith("#")
        && (lower.endsWith(".yml") || lower.endsWith(".yaml"));
  }

  /** The file's name without its ending. */
  static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  /** The file as the user would write it: relative to the model's folder, with slashes. */
  String shown(Path file) {
    return file.startsWith(root)
        ? root.relativize(file).toString().replace('\\', '/')
        : file.toString();
  }

  /**
   * The text of a file; empty, with a problem, if it is not to be had.
   *
   * @param rule what is broken by a file that is not text
   */
  Optional<SourceText> text(Path file, Rule rule, String subject, Problems problems) {
    Place start = new Place(shown(file), 1, 1);
    try {
      if (Files.size(file) > LARGEST) {
        problems.add(rule, start, subject, "the file is larger than 64 MB", "split it");
        return Optional.empty();
      }
      return decoded(file, Files.readAllBytes(file), rule, subject, problems);
    } catch (IOException e) {
      problems.add(
          rule,
          start,
          subject,
          "the file cannot be read: " + e.getMessage(),
          "check that it exists and may be read");
      return Optional.empty();
    }
  }

  private Optional<SourceText> decoded(
      Path file, byte[] bytes, Rule rule, String subject, Problems problems) {
    if (isAscii(bytes)) {
      String ascii = new String(bytes, StandardCharsets.US_ASCII);
      return Optional.of(new SourceText(shown(file), ascii));
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
    chars.flip();
    String decoded = chars.toString();
    String text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    SourceText source = new SourceText(shown(file), text);
    if (result.isError()) {
      problems.add(
          rule,
          source.placeAt(text.length()),
          subject,
          "the file is not in UTF-8: here is a byte that means nothing in it",
          "save the file as UTF-8");
      return Optional.empty();
    }
    return Optional.of(source);
  }

  /** Most files are, and need no decoder. */
  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
