package io.calque.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
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
 * @param folders the time of each folder, which changes with what it lists
 */
record ModelStamp(Map<Path, Look> files, Map<Path, FileTime> folders) {
  private static final Logger LOG = LoggerFactory.getLogger(ModelStamp.class);

  /** As deep as a domain's entities lie below the project's folder, and some more. */
  private static final int DEEPEST = 6;

  private static final Set<String> ENDINGS =
      Set.of("yml", "yaml", "json", "hcl", "tf", "graphql", "graphqls", "gql", "sdl", "md");

  /**
   * How old a folder's time has to be to say that nothing was added since: two changes in one tick
   * of a file system's clock leave the same time.
   */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  /** Stands for the time of a folder that changed just now; no folder is as old. */
  private static final FileTime UNSETTLED = FileTime.fromMillis(Long.MIN_VALUE);

  /** What a file looks like. */
  private record Look(long size, FileTime time) {
    private static Look of(BasicFileAttributes attributes) {
      return new Look(attributes.size(), attributes.lastModifiedTime());
    }
  }

  ModelStamp {
    files = Map.copyOf(files);
    folders = Map.copyOf(folders);
  }

  /** The stamp of a model file, or of all files in a folder that may belong to a model. */
  static ModelStamp of(Path model) {
    FileTime newest = FileTime.from(Instant.now().minus(SETTLED));
    Map<Path, Look> files = new HashMap<>();
    Map<Path, FileTime> folders = new HashMap<>();
    FileVisitor<Path> looks =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes look) {
            FileTime time = look.lastModifiedTime();
            folders.put(path, time.compareTo(newest) < 0 ? time : UNSETTLED);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes look) {
            if (look.isRegularFile() && isModel(path, model)) {
              files.put(path, Look.of(look));
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
    return new ModelStamp(files, folders);
  }

  /** Whether the files are those of another stamp, and look the same. */
  boolean hasSameFiles(ModelStamp other) {
    return files.equals(other.files);
  }

  /**
   * Whether a new stamp would be this one again. Asks for the time of what is known and lists no
   * folder, which takes a fifth of the time; false if that cannot tell.
   */
  boolean isUpToDate() {
    try {
      for (Map.Entry<Path, FileTime> folder : folders.entrySet()) {
        if (!attributes(folder.getKey()).lastModifiedTime().equals(folder.getValue())) {
          return false;
        }
      }
      for (Map.Entry<Path, Look> file : files.entrySet()) {
        if (!Look.of(attributes(file.getKey())).equals(file.getValue())) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      LOG.debug("A file of the model is gone", e);
      return false;
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isModel(Path path, Path model) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return path.equals(model) || ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
