package dev.orc.worker.temporal;

import dev.orc.base.files.PrivateFiles;
import dev.orc.worker.process.Json;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The files of the host's own Temporal server, in {@code state/temporal}. Thread-safe. */
final class TemporalFolder {
  private final Path folder;

  TemporalFolder(HostFolders folders) {
    try {
      folder = folders.state().resolve("temporal");
      PrivateFiles.createFolder(folder);
    } catch (IOException cannot) {
      throw new UncheckedIOException(cannot);
    }
  }

  Path lockFile() {
    return folder.resolve("server.lock");
  }

  Path database() {
    return folder.resolve("orc.db");
  }

  /** Which version of the program wrote the database last. */
  Path databaseVersion() {
    return folder.resolve("orc.db.version");
  }

  Path log() {
    return folder.resolve("server.log");
  }

  /** There from a restore until a worker has looked at what was set back. */
  Path restoredMark() {
    return folder.resolve("restored");
  }

  /** There when the last server could not read the database, until it is put aside. */
  Path unreadableMark() {
    return folder.resolve("unreadable");
  }

  boolean unreadable() {
    return Files.exists(unreadableMark());
  }

  void markUnreadable() {
    try {
      PrivateFiles.replace(unreadableMark(), "");
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot write " + unreadableMark(), cannot);
    }
  }

  Path recordFile() {
    return folder.resolve("server.json");
  }

  Optional<ServerRecord> read() {
    try {
      String text = Files.readString(recordFile());
      return Optional.of(Json.lenient().readValue(text, ServerRecord.class));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + recordFile(), unreadable);
    }
  }

  void write(ServerRecord server) {
    try {
      PrivateFiles.replace(recordFile(), Json.lenient().writeValueAsString(server) + "\n");
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot write " + recordFile(), cannot);
    }
  }

  void forget() {
    try {
      Files.deleteIfExists(recordFile());
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot delete " + recordFile(), cannot);
    }
  }
}
