package dev.orc.cli.api;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One HTTP/1.1 request over a plain socket; the JDK's own client costs a command 450 ms. Not
 * thread-safe.
 */
final class HttpCall implements AutoCloseable {
  private static final int CONNECT_MILLIS = 3_000;

  private final Endpoint endpoint;
  private final Socket socket = new Socket();

  HttpCall(Endpoint endpoint, Duration timeout) throws IOException {
    this.endpoint = endpoint;
    socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), CONNECT_MILLIS);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) timeout.toMillis());
  }

  /** Sends a request; a null body is none. */
  HttpResponse send(String method, String path, String accept, byte[] body) throws IOException {
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\n"
            + "Host: "
            + endpoint.host()
            + ":"
            + endpoint.port()
            + "\r\n"
            + "Authorization: Bearer "
            + endpoint.token()
            + "\r\n"
            + "Accept: "
            + accept
            + "\r\n"
            + (body == null
                ? ""
                : "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n")
            + "Connection: close\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[start.length + (body == null ? 0 : body.length)];
    System.arraycopy(start, 0, whole, 0, start.length);
    if (body != null) {
      System.arraycopy(body, 0, whole, start.length, body.length);
    }
    OutputStream out = socket.getOutputStream();
    out.write(whole);
    out.flush();
    InputStream in = new BufferedInputStream(socket.getInputStream());
    return HttpResponse.read(in);
  }

  /** How long a read may take from now on. */
  void patience(Duration timeout) throws IOException {
    socket.setSoTimeout((int) timeout.toMillis());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
