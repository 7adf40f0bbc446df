package dev.orc.cli;

import dev.orc.cli.api.ApiJson;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/** A worker's API on a port of its own, with answers as a test plans them. Thread-safe. */
public final class FakeWorker implements AutoCloseable {
  /** A request that has arrived. */
  public record Request(String line, Map<String, String> headers, String body) {
    public Map<String, Object> json() throws IOException {
      return ApiJson.readMap(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private final ServerSocket server;
  private final Map<String, Supplier<byte[]>> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  public FakeWorker() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    start(this::serve);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Answers a request line, as {@code GET /v1/projects}, with a record or list as JSON. */
  public FakeWorker answer(String line, int status, Object body) {
    return raw(line, http(status, ApiJson.line(body)));
  }

  /** Answers with exactly these bytes. */
  public FakeWorker raw(String line, String response) {
    byte[] bytes = response.getBytes(StandardCharsets.UTF_8);
    answers.put(line, () -> bytes);
    return this;
  }

  /** Answers with what follows from the requests so far. */
  public FakeWorker computed(String line, Function<List<Request>, Object> body) {
    answers.put(
        line, () -> http(200, ApiJson.line(body.apply(requests))).getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public List<Request> requests() {
    return requests;
  }

  public Request last() {
    return requests.get(requests.size() - 1);
  }

  public static String http(int status, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 " + status + " Some\r\ncontent-length: " + length + "\r\n\r\n" + body;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        start(() -> handle(client));
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void handle(Socket client) {
    try (client) {
      Request request = read(new BufferedInputStream(client.getInputStream()));
      requests.add(request);
      Supplier<byte[]> answer = answers.get(request.line());
      OutputStream out = client.getOutputStream();
      String nothing =
          http(
              404,
              "{\"exit\":3,\"error\":\"there is no " + request.line() + "\",\"remedy\":\"Look\"}");
      out.write(answer == null ? nothing.getBytes(StandardCharsets.UTF_8) : answer.get());
      out.flush();
    } catch (SocketException gone) {
      return;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Request read(InputStream in) throws IOException {
    String first = line(in);
    Map<String, String> headers = new ConcurrentHashMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return new Request(
        first.replace(" HTTP/1.1", ""), headers, new String(body, StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "fake-worker");
    thread.setDaemon(true);
    thread.start();
  }
}
