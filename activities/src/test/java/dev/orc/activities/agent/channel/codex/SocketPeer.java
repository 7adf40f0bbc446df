package dev.orc.activities.agent.channel.codex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orc.activities.json.HostJson;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A WebSocket server that can be as odd as a test likes; it answers calls as it was told. */
final class SocketPeer implements AutoCloseable {
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  static final String TOKEN = "secret";
  private static final int PING = 9;
  private static final byte[] PONG = {(byte) 0x8a, 0};

  /** What happens on a call. */
  @FunctionalInterface
  interface Answer {
    void to(JsonNode call, Line line) throws IOException;
  }

  private final ServerSocket server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private final Thread accepting = new Thread(this::accept, "socket-peer");

  SocketPeer() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    on("initialize", "{\"userAgent\":\"codex/0.0.0\"}");
    on("thread/resume", "{\"thread\":{\"id\":\"t\",\"status\":{\"type\":\"idle\"}}}");
    on("thread/turns/list", "{\"data\":[]}");
    accepting.setDaemon(true);
    accepting.start();
  }

  int port() {
    return server.getLocalPort();
  }

  void on(String method, String result) {
    on(method, (call, line) -> line.result(call, result));
  }

  void on(String method, Answer answer) {
    answers.put(method, answer);
  }

  /** The newest connection. */
  Line line() {
    return lines.get(lines.size() - 1);
  }

  int connections() {
    return lines.size();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Line line = new Line(server.accept());
        // Known before it serves: whoever was just served finds it as the newest.
        lines.add(line);
        Thread reading = new Thread(() -> line.read(answers), "socket-peer-line");
        reading.setDaemon(true);
        reading.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    // A thread that waits in accept may take one more connection before it learns of the close.
    joinAccepting();
    for (Line line : lines) {
      line.drop();
    }
  }

  private void joinAccepting() {
    try {
      accepting.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One connection. */
  static final class Line {
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private volatile boolean hangs;

    Line(Socket socket) throws IOException {
      this.socket = socket;
      in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      out = socket.getOutputStream();
    }

    void drop() throws IOException {
      socket.close();
    }

    /** From now on it gives no sign of life, and stays. */
    void hang() {
      hangs = true;
    }

    void say(String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      ByteBuffer frame = ByteBuffer.allocate(bytes.length + 10);
      frame.put((byte) 0x81);
      if (bytes.length < 126) {
        frame.put((byte) bytes.length);
      } else if (bytes.length < 65_536) {
        frame.put((byte) 126).putShort((short) bytes.length);
      } else {
        frame.put((byte) 127).putLong(bytes.length);
      }
      frame.put(bytes);
      synchronized (out) {
        out.write(frame.array(), 0, frame.position());
        out.flush();
      }
    }

    /** The beginning of a message that never ends. */
    void sayHalf() throws IOException {
      synchronized (out) {
        out.write(new byte[] {0x01, 5, '{', '"', 'm', 'e', 't'});
        out.flush();
      }
    }

    void event(String method, String params) throws IOException {
      say("{\"method\":\"" + method + "\",\"params\":" + params + "}");
    }

    void result(JsonNode call, String result) throws IOException {
      say("{\"id\":" + call.get("id") + ",\"result\":" + result + "}");
    }

    void error(JsonNode call, int code, String message) throws IOException {
      ObjectNode answer = JsonNodeFactory.instance.objectNode();
      answer.set("id", call.get("id"));
      answer.putObject("error").put("code", code).put("message", message);
      say(HostJson.line(answer));
    }

    private void read(Map<String, Answer> answers) {
      try {
        if (greet()) {
          while (true) {
            JsonNode call = HostJson.MAPPER.readTree(frame());
            Answer answer = answers.get(call.path("method").asText());
            if (answer != null && call.has("id")) {
              answer.to(call, this);
            } else if (call.has("id") && call.has("method")) {
              result(call, "{}");
            }
          }
        }
      } catch (IOException e) {
        // The other side has gone, or was thrown out.
      }
    }

    private boolean greet() throws IOException {
      String key = "";
      boolean trusted = false;
      for (String line = header(); !line.isEmpty(); line = header()) {
        String lower = line.toLowerCase(Locale.ROOT);
        if (lower.startsWith("sec-websocket-key:")) {
          key = line.substring(line.indexOf(':') + 1).strip();
        }
        trusted |= line.endsWith("Bearer " + TOKEN);
      }
      String answer =
          trusted
              ? "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  + "Sec-WebSocket-Accept: "
                  + accepted(key)
                  + "\r\n\r\n"
              : "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";
      out.write(answer.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return trusted;
    }

    private static String accepted(String key) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        return Base64.getEncoder()
            .encodeToString(digest.digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    private String header() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
        if (c != '\r') {
          line.append((char) c);
        }
      }
      return line.toString();
    }

    private void pong() throws IOException {
      if (!hangs) {
        synchronized (out) {
          out.write(PONG);
          out.flush();
        }
      }
    }

    /** A whole text message of the client, whose frames are masked. */
    private byte[] frame() throws IOException {
      byte[] whole = new byte[0];
      boolean last = false;
      while (!last) {
        int first = in.readUnsignedByte();
        boolean ping = (first & 0x0f) == PING;
        last = (first & 0x80) != 0 && !ping;
        long length = in.readUnsignedByte() & 0x7f;
        length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
        byte[] mask = in.readNBytes(4);
        byte[] part = in.readNBytes((int) length);
        if (ping) {
          pong();
          continue;
        }
        ByteBuffer joined = ByteBuffer.allocate(whole.length + part.length).put(whole);
        for (int i = 0; i < part.length; i++) {
          joined.put((byte) (part[i] ^ mask[i % 4]));
        }
        whole = joined.array();
      }
      return whole;
    }
  }
}
