package dev.orc.worker.temporal;

import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Says that the database was set back and nobody has looked at what runs again. Thread-safe. */
public final class DatabaseMark {
  private final TemporalFolder folder;

  public DatabaseMark(HostFolders folders) {
    this.folder = new TemporalFolder(folders);
  }

  public boolean isThere() {
    return Files.exists(folder.restoredMark());
  }

  public void remove() {
    try {
      Files.deleteIfExists(folder.restoredMark());
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot delete " + folder.restoredMark(), cannot);
    }
  }
}
