package dev.orc.cli.api;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The head of an answer, and its body as a stream whatever way it is framed. */
record HttpResponse(int status, InputStream body) {
  private static final int LONGEST_LINE = 16_384;
  private static final int MOST_HEADERS = 200;

  static HttpResponse read(InputStream in) throws IOException {
    String[] first = line(in).split(" ", 3);
    if (first.length < 2 || !first[0].startsWith("HTTP/1.")) {
      throw new IOException("the answer is not HTTP");
    }
    long length = -1;
    boolean chunked = false;
    String header = line(in);
    for (int count = 0; !header.isEmpty(); count++, header = line(in)) {
      if (count > MOST_HEADERS) {
        throw new IOException("the answer has too many headers");
      }
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = number(lower.substring("content-length:".length()), 10);
      } else if (lower.startsWith("transfer-encoding:") && lower.endsWith("chunked")) {
        chunked = true;
      }
    }
    int status = (int) number(first[1], 10);
    return new HttpResponse(status, chunked ? new ChunkedBody(in) : new PlainBody(in, length));
  }

  /** The whole body. */
  HttpAnswer whole() throws IOException {
    return new HttpAnswer(status, body.readAllBytes());
  }

  /** One line without its end. */
  static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the answer ended early");
      }
      if (line.size() > LONGEST_LINE) {
        throw new IOException("the answer has an endless line");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  static long number(String text, int radix) throws IOException {
    try {
      return Long.parseLong(text.strip(), radix);
    } catch (NumberFormatException e) {
      throw new IOException("the answer says '" + text + "' where a number belongs", e);
    }
  }
}
