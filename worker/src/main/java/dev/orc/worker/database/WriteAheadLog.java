package dev.orc.worker.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What SQLite's write-ahead log holds beside its database: the newest content of pages, up to the
 * last transaction that is whole. The development server leaves most of its data there, also when
 * it ends. Immutable.
 *
 * @param offsets where in the log a page's newest content begins
 * @param pages how many pages the database has by it; 0 where it says nothing
 */
record WriteAheadLog(Map<Integer, Long> offsets, int pages) {
  private static final int HEADER = 32;
  private static final int FRAME = 24;
  private static final int LITTLE = 0x377f0682;
  private static final int BIG = 0x377f0683;

  /** Of an unfinished transaction the last frame may be on the disk, and one before it not. */
  private static final int UNFINISHED = 1;

  static WriteAheadLog of(Path file, int pageSize) throws IOException, Damaged {
    if (!Files.exists(file) || Files.size(file) <= HEADER) {
      return new WriteAheadLog(Map.of(), 0);
    }
    try (FileChannel log = FileChannel.open(file)) {
      return new Reading(log, pageSize).all();
    }
  }

  /** One pass over the log. */
  private static final class Reading {
    private final FileChannel log;
    private final int pageSize;
    private final Map<Integer, Long> whole = new HashMap<>();
    private final Map<Integer, Long> open = new HashMap<>();
    private int pages;
    private int first;
    private int second;

    Reading(FileChannel log, int pageSize) {
      this.log = log;
      this.pageSize = pageSize;
    }

    WriteAheadLog all() throws IOException, Damaged {
      ByteBuffer header = read(0, HEADER);
      int magic = header.getInt(0);
      ByteOrder order = magic == BIG ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      sum(header, 0, HEADER - 8, order);
      boolean sound = first == header.getInt(24) && second == header.getInt(28);
      if (magic != LITTLE && magic != BIG || !sound || header.getInt(8) != pageSize) {
        throw new Damaged("its write-ahead log does not begin as one");
      }
      long salts = header.getLong(16);
      long at = HEADER;
      boolean valid = true;
      int lost = 0;
      for (; at + FRAME + pageSize <= log.size(); at += FRAME + pageSize) {
        ByteBuffer frame = read(at, FRAME + pageSize);
        // Frames of before the log began anew have other salts, and lie behind the last whole one.
        boolean ofNow = frame.getLong(8) == salts;
        valid = valid && ofNow && summed(frame, order);
        if (valid) {
          take(frame, at + FRAME);
        } else if (ofNow && frame.getInt(4) != 0) {
          lost++;
        }
      }
      if (lost > UNFINISHED) {
        throw new Damaged("its write-ahead log breaks off before " + lost + " transactions");
      }
      return new WriteAheadLog(whole, pages);
    }

    private boolean summed(ByteBuffer frame, ByteOrder order) {
      sum(frame, 0, 8, order);
      sum(frame, FRAME, FRAME + pageSize, order);
      return first == frame.order(ByteOrder.BIG_ENDIAN).getInt(16) && second == frame.getInt(20);
    }

    private void take(ByteBuffer frame, long at) {
      open.put(frame.getInt(0), at);
      if (frame.getInt(4) != 0) {
        whole.putAll(open);
        open.clear();
        pages = frame.getInt(4);
      }
    }

    private void sum(ByteBuffer bytes, int from, int to, ByteOrder order) {
      bytes.order(order);
      for (int i = from; i < to; i += 8) {
        first += bytes.getInt(i) + second;
        second += bytes.getInt(i + 4) + first;
      }
      bytes.order(ByteOrder.BIG_ENDIAN);
    }

    private ByteBuffer read(long at, int length) throws IOException {
      ByteBuffer bytes = ByteBuffer.allocate(length);
      while (bytes.hasRemaining() && log.read(bytes, at + bytes.position()) >= 0) {
        // Until it is full, or the file ends.
      }
      return bytes.rewind();
    }
  }
}
