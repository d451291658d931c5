package io.calque.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    Map<Path, Look> files = new HashMap<>();
    FileVisitor<Path> looks =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes look) {
            if (look.isRegularFile() && isModel(path, model)) {
              files.put(path, new Look(look.size(), look.lastModifiedTime()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException e) {
            LOG.debug("{} cannot be looked at for changes", path, e);
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(model, Set.of(), DEEPEST, looks);
    } catch (IOException e) {
      LOG.debug("{} cannot be looked through for changes", model, e);
    }
    return new ModelStamp(files);
  }

  private static boolean isModel(Path path, Path model) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return path.equals(model) || ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
