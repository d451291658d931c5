package io.calque.project;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStampTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path folder;
  private Path entities;
  private Path customer;

  @BeforeEach
  void aModelThatNobodyTouched() throws IOException {
    entities = Files.createDirectory(folder.resolve("entities"));
    customer = Files.writeString(entities.resolve("customer.yml"), "name: customer");
    age();
  }

  private void age() throws IOException {
    Files.setLastModifiedTime(customer, LONG_AGO);
    Files.setLastModifiedTime(entities, LONG_AGO);
    Files.setLastModifiedTime(folder, LONG_AGO);
  }

  @Test
  void whatNobodyTouchedIsUpToDate() {
    ModelStamp stamp = ModelStamp.of(folder);
    assertTrue(stamp.isUpToDate());
    assertTrue(stamp.hasSameFiles(ModelStamp.of(folder)));
  }

  @Test
  void aFileThatChangedIsNoticed() throws IOException {
    ModelStamp stamp = ModelStamp.of(folder);
    Files.writeString(customer, "name: client");
    assertFalse(stamp.isUpToDate());
    assertFalse(stamp.hasSameFiles(ModelStamp.of(folder)));
  }

  @Test
  void aFileThatIsNewIsNoticed() throws IOException {
    ModelStamp stamp = ModelStamp.of(folder);
    Files.writeString(entities.resolve("order.yml"), "name: order");
    assertFalse(stamp.isUpToDate());
    assertFalse(stamp.hasSameFiles(ModelStamp.of(folder)));
  }

  @Test
  void aFileInANewFolderIsNoticed() throws IOException {
    ModelStamp stamp = ModelStamp.of(folder);
    Path more = Files.createDirectory(folder.resolve("more"));
    Files.writeString(more.resolve("order.yml"), "name: order");
    assertFalse(stamp.isUpToDate());
    assertFalse(stamp.hasSameFiles(ModelStamp.of(folder)));
  }

  @Test
  void aFileThatIsGoneIsNoticed() throws IOException {
    ModelStamp stamp = ModelStamp.of(folder);
    Files.delete(customer);
    Files.setLastModifiedTime(entities, LONG_AGO);
    assertFalse(stamp.isUpToDate());
    assertFalse(stamp.hasSameFiles(ModelStamp.of(folder)));
  }

  /** Editors put files beside those that they edit. */
  @Test
  void aFileThatIsNoModelsIsWorthALookAndNoReading() throws IOException {
    ModelStamp stamp = ModelStamp.of(folder);
    Files.writeString(entities.resolve("customer.yml.swp"), "");
    assertFalse(stamp.isUpToDate());
    assertTrue(stamp.hasSameFiles(ModelStamp.of(folder)));
  }

  /** A second file may follow in the same tick of the file system's clock. */
  @Test
  void aFolderThatChangedJustNowIsListedAgain() throws IOException {
    Files.setLastModifiedTime(entities, FileTime.from(Instant.now()));
    assertFalse(ModelStamp.of(folder).isUpToDate());
    Files.setLastModifiedTime(entities, LONG_AGO);
    assertTrue(ModelStamp.of(folder).isUpToDate());
  }

  @Test
  void aModelOfOneFileNeedsNoFolder() throws IOException {
    ModelStamp stamp = ModelStamp.of(customer);
    assertTrue(stamp.isUpToDate());
    Files.writeString(customer, "name: client");
    assertFalse(stamp.isUpToDate());
  }
}
