package dev.orc.base.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Reads a program's output on a thread of its own and keeps the end of it. Thread-safe. */
final class Tail {
  /** A grandchild may hold the pipe open after the program's end; nobody waits longer for it. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final InputStream source;
  private final int keep;
  private final Thread reader;
  private byte[] bytes = new byte[0];
  private int length;

  private Tail(InputStream source, int keep) {
    this.source = source;
    this.keep = keep;
    this.reader = new Thread(this::read, "program output");
    reader.setDaemon(true);
  }

  static Tail of(InputStream source, int keep) {
    Tail tail = new Tail(source, keep);
    tail.reader.start();
    return tail;
  }

  /** What was read until the output's end. */
  String text() throws InterruptedException {
    reader.join(LAST_WORDS.toMillis());
    synchronized (this) {
      int from = Math.max(0, length - keep);
      while (from > 0 && from < length && (bytes[from] & 0xC0) == 0x80) {
        from++; // never begin inside a character
      }
      return new String(bytes, from, length - from, StandardCharsets.UTF_8);
    }
  }

  private void read() {
    byte[] chunk = new byte[8192];
    try (source) {
      for (int got = source.read(chunk); got >= 0; got = source.read(chunk)) {
        append(chunk, got);
      }
    } catch (IOException closed) {
      // The program was killed; what came before is kept.
    }
  }

  private synchronized void append(byte[] chunk, int got) {
    if (length + got > 2L * keep + chunk.length) {
      System.arraycopy(bytes, length - keep, bytes, 0, keep);
      length = keep;
    }
    if (length + got > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + got, bytes.length * 2));
    }
    System.arraycopy(chunk, 0, bytes, length, got);
    length += got;
  }
}
