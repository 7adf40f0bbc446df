package dev.orc.worker.database;

import dev.orc.base.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The development server's database and the copies of it: each a folder of its own beside it, which
 * has its name only when all of it is on the disk; the last few are kept. Thread-safe as long as
 * one process copies or restores at a time.
 */
public final class Database {
  static final int KEPT = 5;
  private static final int TRIES = 5;
  private static final int LOG_HEADER = 32;
  private static final String LOG = "-wal";
  private static final List<String> PARTS = List.of("", LOG);
  private static final List<String> ALL_PARTS = List.of("", LOG, "-shm");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Path file;
  private final Path copies;
  private final Clock clock;

  public Database(Path file, Clock clock) {
    this.file = file;
    this.copies = file.resolveSibling("copies");
    this.clock = clock;
  }

  /**
   * What a database was set back to.
   *
   * @param copy when it was made; null when there was none, and an empty database begins
   * @param aside where the damaged one lies
   */
  public record Restored(Instant copy, Path aside) {}

  /** Where the copies lie. */
  public Path copies() {
    return copies;
  }

  /** What is wrong with it, in one line; empty when it is sound, or was never there. */
  public Optional<String> fault() {
    boolean copied = !made().isEmpty();
    try {
      if (!Files.exists(file)) {
        return copied ? Optional.of("it is gone") : Optional.empty();
      }
      Path log = Path.of(file + LOG);
      boolean logged = Files.exists(log) && Files.size(log) > 0;
      if (Files.size(file) == 0) {
        return copied || logged ? Optional.of("it is an empty file") : Optional.empty();
      }
    } catch (IOException unreadable) {
      return Optional.of("it can not be read: " + unreadable.getMessage());
    }
    return SqliteCheck.fault(file)
        .or(
            () ->
                copied && SqliteCheck.empty(file)
                    ? Optional.of("nothing is left in it")
                    : Optional.empty());
  }

  /** When the newest copy was made. */
  public Optional<Instant> newest() {
    List<Path> all = made();
    return all.isEmpty() ? Optional.empty() : Optional.of(madeAt(all.get(0)));
  }

  /** When the copy was made that a restore would take. */
  public Optional<Instant> lastGood() {
    return lastGoodFolder().map(Database::madeAt);
  }

  /**
   * Copies it, also while a server writes to it. Empty when there is nothing to copy, when it is
   * damaged, or when the server wrote too much meanwhile.
   */
  public Optional<Instant> copy() throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0 || SqliteCheck.empty(file)) {
      return Optional.empty();
    }
    PrivateFiles.createFolder(copies);
    Path fresh = Files.createTempDirectory(copies, ".new-");
    try {
      for (int i = 0; i < TRIES; i++) {
        if (copiedWhole(fresh) && SqliteCheck.fault(fresh.resolve(name())).isEmpty()) {
          Instant now = clock.instant();
          Files.move(fresh, copies.resolve(STAMP.format(now)), StandardCopyOption.ATOMIC_MOVE);
          force(copies);
          forgetOld();
          return Optional.of(now);
        }
      }
      return Optional.empty();
    } finally {
      delete(fresh);
    }
  }

  /** Puts the last good copy in its place, and it aside. No server may run. */
  public Restored restore() throws IOException {
    Optional<Path> good = lastGoodFolder();
    Path aside = file.resolveSibling("damaged-" + STAMP.format(clock.instant()));
    PrivateFiles.createFolder(aside);
    for (String part : ALL_PARTS) {
      Path from = Path.of(file + part);
      if (Files.exists(from)) {
        Files.move(from, aside.resolve(name() + part), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    if (good.isEmpty()) {
      retire();
      force(file.getParent());
      return new Restored(null, aside);
    }
    // The log first: without it the database would be whole, and old.
    List<String> logFirst = new ArrayList<>(PARTS);
    logFirst.sort(Comparator.reverseOrder());
    for (String part : logFirst) {
      Path from = good.get().resolve(name() + part);
      if (Files.exists(from)) {
        Path fresh = Path.of(file + ".restored" + part);
        copyThrough(from, fresh);
        Files.move(fresh, Path.of(file + part), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    force(file.getParent());
    return new Restored(madeAt(good.get()), aside);
  }

  /** Copies of which none is good hold nothing up any more. */
  private void retire() throws IOException {
    if (Files.exists(copies)) {
      Path old = file.resolveSibling("copies-" + STAMP.format(clock.instant()));
      Files.move(copies, old, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /**
   * The database first, its log after it: what a checkpoint brings into the one meanwhile is in the
   * other. Only a log that begins anew meanwhile could lack it.
   */
  private boolean copiedWhole(Path into) throws IOException {
    byte[] before = logHeader();
    copyThrough(file, into.resolve(name()));
    Path log = Path.of(file + LOG);
    Path copied = into.resolve(name() + LOG);
    if (Files.exists(log)) {
      copyThrough(log, copied);
    } else {
      Files.deleteIfExists(copied);
    }
    return Arrays.equals(before, logHeader());
  }

  private byte[] logHeader() throws IOException {
    Path log = Path.of(file + LOG);
    if (!Files.exists(log)) {
      return new byte[0];
    }
    try (var in = Files.newInputStream(log)) {
      return in.readNBytes(LOG_HEADER);
    }
  }

  private Optional<Path> lastGoodFolder() {
    return made().stream()
        .filter(one -> SqliteCheck.fault(one.resolve(name())).isEmpty())
        .filter(one -> !SqliteCheck.empty(one.resolve(name())))
        .findFirst();
  }

  /** The newest first. */
  private List<Path> made() {
    if (!Files.isDirectory(copies)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(copies)) {
      return inside
          .filter(one -> one.getFileName().toString().matches("\\d{8}T\\d{6}\\.\\d{3}Z"))
          .filter(Files::isDirectory)
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot list " + copies, cannot);
    }
  }

  private void forgetOld() throws IOException {
    List<Path> all = made();
    for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
      delete(old);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path one : inside.toList()) {
        Files.delete(one);
      }
    }
    Files.delete(folder);
  }

  private static void copyThrough(Path from, Path to) throws IOException {
    Files.deleteIfExists(to);
    Files.createFile(
        to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel in = FileChannel.open(from);
        FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.allocate(1 << 20);
      while (in.read(bytes) >= 0) {
        bytes.flip();
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        bytes.clear();
      }
      out.force(true);
    }
  }

  /** A new name is on the disk when its folder is. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }

  private static Instant madeAt(Path copy) {
    return Instant.from(STAMP.parse(copy.getFileName().toString()));
  }

  private String name() {
    return file.getFileName().toString();
  }
}
