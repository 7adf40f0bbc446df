package dev.orc.worker.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orc.activities.Refusal;
import dev.orc.worker.process.Threads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on the loopback address, checks tokens, hands requests to the router. Thread-safe. */
final class ApiServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
  private static final int POOL = 48;

  /** A client that has not said all of its request by then is cut off: it holds a thread. */
  private static final int REQUEST_SECONDS = 10;

  private final HttpServer server;
  private final ExecutorService requests = Threads.forRequests("api", POOL);
  private final Router router;
  private final Tokens tokens;

  ApiServer(Router router, Tokens tokens, int port) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqTime", String.valueOf(REQUEST_SECONDS));
    this.router = router;
    this.tokens = tokens;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 128);
    server.setExecutor(requests);
    server.createContext("/", this::serve);
  }

  void start() {
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    requests.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    Answer answer;
    try {
      answer = answer(exchange);
    } catch (RuntimeException | StackOverflowError failed) {
      answer = Errors.answer(failed);
    }
    if (answer != null) {
      send(exchange, answer);
    }
  }

  private Answer answer(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath();
    String method = exchange.getRequestMethod();
    Optional<Router.Match> match = router.find(method, path);
    boolean open = match.map(found -> found.route().open()).orElse(false);
    boolean operator = false;
    if (!open) {
      Optional<Tokens.Access> access =
          tokens.access(exchange.getRequestHeaders().getFirst("Authorization"));
      if (access.isEmpty()) {
        return Errors.unauthorized("the request has no valid token");
      }
      operator = access.get() == Tokens.Access.OPERATOR;
      if (!operator && !method.equals("GET")) {
        throw new Refusal(
            Refusal.Kind.REFUSED, "a viewer may only look", "use the operator's token");
      }
    }
    if (match.isEmpty()) {
      throw notServed(method, path);
    }
    return match.get().route().handler().handle(new Call(exchange, match.get().words(), operator));
  }

  private Refusal notServed(String method, String path) {
    return router.knows(path)
        ? new Refusal(
            Refusal.Kind.USAGE, method + " is not for " + path, "see GET /v1/openapi.json")
        : new Refusal(Refusal.Kind.NOT_FOUND, "there is no " + path, "see GET /v1/openapi.json");
  }

  private static void send(HttpExchange exchange, Answer answer) {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.sendResponseHeaders(answer.status(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (IOException callerIsGone) {
      LOG.debug("an answer was not read: {}", callerIsGone.getMessage());
    }
  }
}
