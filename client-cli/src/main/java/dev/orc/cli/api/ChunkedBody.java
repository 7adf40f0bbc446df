package dev.orc.cli.api;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body in chunks, put together again. Not thread-safe. */
final class ChunkedBody extends InputStream {
  private final InputStream in;
  private long left;
  private boolean first = true;
  private boolean ended;

  ChunkedBody(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int count = in.read(into, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new EOFException("the answer ended early");
    }
    left -= count;
    return count;
  }

  private void nextChunk() throws IOException {
    if (!first) {
      HttpResponse.line(in);
    }
    first = false;
    String size = HttpResponse.line(in);
    int extension = size.indexOf(';');
    left = HttpResponse.number(extension < 0 ? size : size.substring(0, extension), 16);
    if (left == 0) {
      ended = true;
      while (!HttpResponse.line(in).isEmpty()) {
        // Trailers say nothing that a command needs.
        continue;
      }
    }
  }
}
