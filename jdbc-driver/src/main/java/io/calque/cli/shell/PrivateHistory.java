package io.calque.cli.shell;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * What was typed, in a file that only its owner reads. Values of parameters, which may be anybody's
 * data, and lines that begin with a blank stay out of it.
 */
final class PrivateHistory extends DefaultHistory {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  @Override
  public void add(Instant time, String line) {
    if (isKept(line)) {
      super.add(time, line.stripTrailing());
    }
  }

  private static boolean isKept(String line) {
    return !line.isBlank()
        && !Character.isWhitespace(line.charAt(0))
        && !line.equals("\\p")
        && !line.startsWith("\\p ");
  }

  /** Makes sure that the file is there and nobody else reads it, where files have such rights. */
  static void secure(Path file) throws IOException {
    boolean hasRights =
        Files.getFileStore(file.toAbsolutePath().getParent())
            .supportsFileAttributeView(PosixFileAttributeView.class);
    try {
      if (hasRights) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      } else {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException e) {
      if (hasRights) {
        Files.setPosixFilePermissions(file, OWNER_ONLY);
      }
    }
  }
}
