package io.calque.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What happened to a file, in words: the exceptions of {@code java.nio.file} only name it. */
final class FileErrors {
  private FileErrors() {}

  static String text(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return "there is no file " + missing.getFile();
    }
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be read or written by this user";
    }
    if (e instanceof FileAlreadyExistsException existing) {
      return existing.getFile() + " exists already";
    }
    if (e instanceof FileSystemException other) {
      return other.getFile() + ": " + other.getReason();
    }
    return e.getMessage();
  }
}
