package dev.orc.cli.api;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body of a known length, or one that lasts until the connection ends. Not thread-safe. */
final class PlainBody extends InputStream {
  private final InputStream in;
  private long left;

  PlainBody(InputStream in, long length) {
    this.in = in;
    this.left = length < 0 ? Long.MAX_VALUE : length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (left == 0 || length == 0) {
      return left == 0 ? -1 : 0;
    }
    boolean known = left < Long.MAX_VALUE / 2;
    int count = in.read(into, offset, (int) Math.min(length, left));
    if (count < 0 && known) {
      throw new EOFException("the answer ended early");
    }
    left -= Math.max(count, 0);
    return count;
  }
}
