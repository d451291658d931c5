package io.calque.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a model's files look from outside, so that a change is noticed without reading them.
 *
 * @param files size and time of each file
 */
record ModelStamp(Map<Path, Look> files) {
  private static final Logger LOG = LoggerFactory.getLogger(ModelStamp.class);

  /** As deep as a domain's entities lie below the project's folder, and some more. */
  private static final int DEEPEST = 6;

  private static final Set<String> ENDINGS =
      Set.of("yml", "yaml", "json", "hcl", "tf", "graphql", "graphqls", "gql", "sdl", "md");

  /** What a file looks like. */
  private record Look(long size, FileTime time) {}

  ModelStamp {
    files = Map.copyOf(files);
  }

  /** The stamp of a model file, or of all files in a folder that may belong to a model. */
  static ModelStamp of(Path model) {
    Map<Path, Look> files = new TreeMap<>();
    try (Stream<Path> found =
        Files.find(model, DEEPEST, (path, look) -> look.isRegularFile() && isModel(path, model))) {
      found.forEach(path -> look(path, files));
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("{} cannot be looked through for changes", model, e);
    }
    return new ModelStamp(files);
  }

  private static boolean isModel(Path path, Path model) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return path.equals(model) || ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static void look(Path path, Map<Path, Look> files) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, new LinkOption[0]);
      files.put(path, new Look(attributes.size(), attributes.lastModifiedTime()));
    } catch (IOException e) {
      LOG.debug("{} is gone", path, e);
    }
  }
}
