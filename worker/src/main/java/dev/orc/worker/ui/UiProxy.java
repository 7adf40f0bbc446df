package dev.orc.worker.ui;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orc.worker.process.LoopbackHttp;
import dev.orc.worker.process.Threads;
import dev.orc.worker.seal.KeyFile;
import dev.orc.worker.seal.NotSealed;
import dev.orc.worker.seal.Seal;
import dev.orc.worker.seal.UnknownKey;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door in front of Temporal's web UI. Who comes under another name than a loopback one, from
 * another site, or without the owner's key gets nothing: a page whose name was rebound to this
 * machine, or another user of it. Thread-safe.
 */
public final class UiProxy implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UiProxy.class);
  private static final int POOL = 32;
  private static final int LONGEST_CODEC_BODY = 32 * 1024 * 1024;

  /** Where the UI sends what it can not read. */
  static final String CODEC = "/orc-codec";

  private final HttpServer server;
  private final ExecutorService requests = Threads.forRequests("ui", POOL);
  private final UiKey key;
  private final ProxyExchange passage;
  private final DecodedPayloads decoded;
  private final String origin;
  private final Set<String> hosts;

  private UiProxy(HostFolders folders, int port, String behind) throws IOException {
    this.key = UiKey.of(folders);
    this.passage = new ProxyExchange(behind);
    this.decoded = new DecodedPayloads(new Seal(new KeyFile(folders), true));
    this.server = LoopbackHttp.open(port, 64);
    int own = server.getAddress().getPort();
    this.origin = "http://127.0.0.1:" + own;
    this.hosts = Set.of("127.0.0.1:" + own, "localhost:" + own, "[::1]:" + own);
    server.setExecutor(requests);
    server.createContext("/", this::serve);
  }

  /**
   * Opens it.
   *
   * @param port where people come
   * @param behind the address where the UI really listens
   */
  public static UiProxy open(HostFolders folders, int port, String behind) throws IOException {
    UiProxy door = new UiProxy(folders, port, behind);
    door.server.start();
    return door;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    requests.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      if (host == null || !hosts.contains(host) || foreign(exchange)) {
        answer(exchange, 403, "This is not for you.");
      } else if (exchange.getRequestURI().getRawQuery() != null && comesWithKey(exchange)) {
        letIn(exchange);
      } else if (!key.isIn(exchange)) {
        answer(exchange, 401, "Open the link that 'orc up' shows.");
      } else if (!host.equals(origin.substring("http://".length()))) {
        redirect(exchange, origin + exchange.getRequestURI());
      } else if (exchange.getRequestURI().getPath().equals(CODEC + "/decode")) {
        decode(exchange);
      } else {
        passage.through(exchange);
      }
    } catch (IOException | RuntimeException failed) {
      LOG.debug("a request to the web UI failed: {}", failed.toString());
    }
  }

  /** A browser names the site that asks; only our own may. */
  private boolean foreign(HttpExchange exchange) {
    List<String> origins = exchange.getRequestHeaders().getOrDefault("Origin", List.of());
    String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
    boolean ownSite = site == null || site.equals("same-origin") || site.equals("none");
    boolean read = exchange.getRequestMethod().equals("GET");
    return origins.stream().anyMatch(one -> !one.equals(origin)) || !ownSite && !read;
  }

  private boolean comesWithKey(HttpExchange exchange) {
    String start = UiKey.PARAMETER + "=";
    String query = exchange.getRequestURI().getRawQuery();
    return query.startsWith(start) && key.is(query.substring(start.length()));
  }

  private void letIn(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Set-Cookie", key.cookie());
    redirect(exchange, URI.create(origin).resolve(exchange.getRequestURI().getPath()).toString());
  }

  private void decode(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      answer(exchange, 405, "POST only");
      return;
    }
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_CODEC_BODY + 1);
    if (body.length > LONGEST_CODEC_BODY) {
      answer(exchange, 413, "too large");
      return;
    }
    try {
      String shown = decoded.decoded(new String(body, StandardCharsets.UTF_8));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      send(exchange, 200, shown.getBytes(StandardCharsets.UTF_8));
    } catch (NotSealed | UnknownKey no) {
      answer(exchange, 422, no.getMessage());
    } catch (com.google.protobuf.InvalidProtocolBufferException noPayloads) {
      answer(exchange, 400, "no payloads");
    }
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
  }

  private static void answer(HttpExchange exchange, int status, String line) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    send(exchange, status, (line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
