package dev.orc.cli.talk;

import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.workflows.model.Spooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/**
 * Keeps what agents say while the worker is down, one file each. A file appears whole or not at
 * all, survives a power cut, and its name keeps the order. Thread-safe.
 */
final class OutboxWriter {
  private static final long NANOS = 1_000_000_000L;
  private static final String WHOLE = ".json";

  private OutboxWriter() {}

  /** Whether something for the project waits that the worker has not taken yet. */
  static boolean holdsSome(CommandContext here, String project) {
    String[] waiting =
        here.folders().outbox(project).toFile().list((folder, name) -> name.endsWith(WHOLE));
    return waiting != null && waiting.length > 0;
  }

  static void put(CommandContext here, String id, Spooled spooled) {
    Path outbox = here.folders().outbox(spooled.project());
    Instant now = here.now();
    String name = (now.getEpochSecond() * NANOS + now.getNano()) + "-" + id;
    try {
      Files.createDirectories(
          outbox,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path unfinished = outbox.resolve("." + name + ".tmp");
      try {
        writeThrough(unfinished, ApiJson.write(spooled));
        Files.move(unfinished, outbox.resolve(name + WHOLE), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      try (FileChannel folder = FileChannel.open(outbox, StandardOpenOption.READ)) {
        folder.force(true);
      }
    } catch (IOException e) {
      throw Failure.failed(
          "the worker is down and " + outbox + " cannot be written: " + reason(e),
          "Make room there, or start the worker: orc up");
    }
  }

  /** The system's own word, without the file's name where there is one. */
  private static String reason(IOException e) {
    return e instanceof FileSystemException system && system.getReason() != null
        ? system.getReason()
        : String.valueOf(e.getMessage());
  }

  private static void writeThrough(Path file, byte[] content) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }
}
