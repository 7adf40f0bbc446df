package dev.orc.worker.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orc.activities.failure.Refusal;
import dev.orc.worker.process.LoopbackHttp;
import dev.orc.worker.process.Threads;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on the loopback address, checks tokens, hands requests to the router. Thread-safe. */
final class ApiServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
  private static final int POOL = 48;

  private final HttpServer server;
  private final ExecutorService requests = Threads.forRequests("api", POOL);
  private final Router router;
  private final Callers doorway;

  ApiServer(Router router, Callers doorway, int port) throws IOException {
    this.router = router;
    this.doorway = doorway;
    this.server = LoopbackHttp.open(port, 128);
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
    ApiAnswer answer;
    try {
      answer = answer(exchange);
    } catch (RuntimeException | StackOverflowError failed) {
      answer = Errors.answer(failed);
    }
    if (answer != null) {
      send(exchange, answer);
    }
  }

  private ApiAnswer answer(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath();
    String method = exchange.getRequestMethod();
    Optional<Router.Match> match = router.find(method, path);
    boolean open = match.map(found -> found.route().open()).orElse(false);
    Optional<Access> access =
        open
            ? Optional.of(Access.VIEWER)
            : doorway.access(exchange.getRequestHeaders().getFirst("Authorization"));
    if (access.isEmpty()) {
      return Errors.unauthorized("the request has no valid token");
    }
    boolean looks = match.map(found -> found.route().looks()).orElse(method.equals("GET"));
    if (access.get().onlyLooks() && !looks) {
      throw new Refusal(Refusal.Kind.REFUSED, "a viewer may only look", "use the operator's token");
    }
    if (match.isEmpty()) {
      throw notServed(method, path);
    }
    doorway.require(access.get(), match.get());
    return match
        .get()
        .route()
        .handler()
        .handle(new ApiRequest(exchange, match.get().words(), access.get()));
  }

  private Refusal notServed(String method, String path) {
    return router.knows(path)
        ? new Refusal(
            Refusal.Kind.USAGE, method + " is not for " + path, "see GET /v1/openapi.json")
        : new Refusal(Refusal.Kind.NOT_FOUND, "there is no " + path, "see GET /v1/openapi.json");
  }

  private static void send(HttpExchange exchange, ApiAnswer answer) {
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
