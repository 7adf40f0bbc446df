package dev.orc.worker.database;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The pages of an SQLite database, as its write-ahead log has them last. Not thread-safe. */
final class SqlitePages implements Closeable {
  static final int HEADER = 100;
  private static final byte[] MAGIC =
      "SQLite format 3\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private static final int SMALLEST = 512;
  private static final int LARGEST = 65_536;

  private final FileChannel file;
  private final FileChannel log;
  private final WriteAheadLog newest;
  private final int pageSize;
  private final int reserved;
  private final int count;

  private SqlitePages(FileChannel file, Path path) throws IOException, Damaged {
    this.file = file;
    ByteBuffer header = read(file, 0, HEADER);
    for (int i = 0; i < MAGIC.length; i++) {
      if (header.get(i) != MAGIC[i]) {
        throw new Damaged("it does not begin as a database");
      }
    }
    int said = header.getShort(16) & 0xffff;
    pageSize = said == 1 ? LARGEST : said;
    if (pageSize < SMALLEST || Integer.bitCount(pageSize) != 1) {
      throw new Damaged("its header is damaged");
    }
    reserved = header.get(20) & 0xff;
    Path beside = Path.of(path + "-wal");
    newest = WriteAheadLog.of(beside, pageSize);
    long onDisk = file.size() / pageSize;
    int told = header.getInt(28);
    count = newest.pages() > 0 ? newest.pages() : told;
    boolean torn = file.size() % pageSize != 0 || newest.pages() == 0 && onDisk < told;
    if (torn || count <= 0) {
      throw new Damaged("it is torn: " + file.size() + " bytes are left of it");
    }
    log = newest.offsets().isEmpty() ? null : FileChannel.open(beside);
  }

  static SqlitePages open(Path path) throws IOException, Damaged {
    FileChannel file = FileChannel.open(path);
    try {
      return new SqlitePages(file, path);
    } catch (IOException | Damaged | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  int count() {
    return count;
  }

  /** How much of a page is for what it holds. */
  int usable() {
    return pageSize - reserved;
  }

  ByteBuffer page(int number) throws IOException, Damaged {
    if (number < 1 || number > count) {
      throw new Damaged("it names page " + Integer.toUnsignedString(number) + ", and has " + count);
    }
    Long inLog = newest.offsets().get(number);
    long at = (number - 1L) * pageSize;
    if (inLog == null && at + pageSize > file.size()) {
      throw new Damaged("page " + number + " is missing");
    }
    return inLog == null ? read(file, at, pageSize) : read(log, inLog, pageSize);
  }

  @Override
  public void close() throws IOException {
    try (file) {
      if (log != null) {
        log.close();
      }
    }
  }

  private static ByteBuffer read(FileChannel from, long at, int length)
      throws IOException, Damaged {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (from.read(bytes, at + bytes.position()) < 0) {
        throw new Damaged("it is torn: " + from.size() + " bytes are left of it");
      }
    }
    return bytes.rewind();
  }
}
