package dev.orc.activities.agent.watch;

import dev.orc.activities.agent.driver.HookEvent;
import dev.orc.activities.agent.driver.SpoolLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what was appended to a spool file since the last time. It copes with a last line that is
 * not whole yet, with a file that was cut short and with one that was replaced. Not thread-safe.
 */
final class SpoolTail {
  private static final Logger log = LoggerFactory.getLogger(SpoolTail.class);

  /** A file that is longer when it is first met is read from its end only. */
  static final int FIRST_READ = 4 << 20;

  /** A file that was read so far is put aside, and hooks begin a new one. */
  static final int LONGEST = 16 << 20;

  /** So long a hook may still write to the file that was put aside. */
  private static final Duration LATE_WRITES = Duration.ofSeconds(10);

  /** No hook writes a longer line; one that is goes unread, up to its end. */
  static final int LONGEST_LINE = 8 << 20;

  /** So much is read at a time, so that one agent's spool holds up nobody else's. */
  static final int AT_A_TIME = 4 << 20;

  private static final int BLOCK = 64 << 10;

  private final Path file;
  private Object fileKey;
  private long offset;
  private ByteArrayOutputStream rest = new ByteArrayOutputStream();
  private boolean skipsLine;
  private SpoolTail putAside;
  private Deadline lateWrites;

  SpoolTail(Path file) {
    this.file = file;
  }

  /** Reads the whole file again the next time. */
  void rewind() {
    fileKey = null;
  }

  /** The events that were written since the last call, oldest first; of a lot, a part. */
  List<HookEvent> read() {
    if (putAside == null) {
      return readFile();
    }
    List<HookEvent> events = new ArrayList<>(putAside.readFile());
    events.addAll(readFile());
    putAside = lateWrites.over() ? null : putAside;
    return events;
  }

  /** Puts the file aside when it has grown too long and all of it was read. */
  void shorten() {
    if (offset < LONGEST || rest.size() > 0 || putAside != null) {
      return;
    }
    Path before = file.resolveSibling(file.getFileName() + ".before");
    try {
      Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
      putAside = new SpoolTail(before);
      putAside.fileKey = fileKey;
      putAside.offset = offset;
      lateWrites = Deadline.in(LATE_WRITES);
      rewind();
    } catch (IOException e) {
      log.warn("the spool file {} is long and can not be put aside: {}", file, e.toString());
    }
  }

  private List<HookEvent> readFile() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      if (fileKey == null || !fileKey.equals(keyOf(now)) || now.size() < offset) {
        begin(now);
      }
      return now.size() > offset ? readFrom(now.size()) : List.of();
    } catch (NoSuchFileException e) {
      rewind();
      return List.of();
    } catch (IOException e) {
      log.warn("can not read the spool file {}: {}", file, e.toString());
      return List.of();
    }
  }

  private static Object keyOf(BasicFileAttributes attributes) {
    return attributes.fileKey() == null ? attributes.creationTime() : attributes.fileKey();
  }

  private void begin(BasicFileAttributes now) {
    fileKey = keyOf(now);
    rest = new ByteArrayOutputStream();
    offset = Math.max(0, now.size() - FIRST_READ);
    skipsLine = offset > 0;
  }

  private List<HookEvent> readFrom(long size) throws IOException {
    List<HookEvent> events = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, size - offset));
      long end = Math.min(size, offset + AT_A_TIME);
      while (offset < end) {
        block.clear();
        int count = channel.read(block, offset);
        if (count <= 0) {
          break;
        }
        offset += count;
        split(block.array(), count, events);
      }
    }
    return events;
  }

  private void split(byte[] block, int length, List<HookEvent> into) {
    int start = 0;
    for (int at = 0; at < length; at++) {
      if (block[at] == '\n') {
        keep(block, start, at);
        line().ifPresent(into::add);
        start = at + 1;
      }
    }
    keep(block, start, length);
  }

  /** Adds a piece of a line to what was kept of it; a line that grows too long is let go. */
  private void keep(byte[] block, int from, int to) {
    if (!skipsLine && rest.size() + to - from > LONGEST_LINE) {
      log.warn("a line of the spool file {} is longer than {} bytes", file, LONGEST_LINE);
      rest = new ByteArrayOutputStream();
      skipsLine = true;
    }
    if (!skipsLine) {
      rest.write(block, from, to - from);
    }
  }

  private Optional<HookEvent> line() {
    boolean skipped = skipsLine;
    skipsLine = false;
    String line = rest.toString(StandardCharsets.UTF_8);
    rest.reset();
    return skipped ? Optional.empty() : SpoolLine.parse(line);
  }
}
