package dev.orc.lab.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The stand-in, listening on loopback alone: {@link #url()} is what programs are told as their
 * vendor's address, with {@code /v1} where their vendor has it. Thread-safe.
 */
public final class StandIn implements AutoCloseable {
  static {
    // Otherwise the server holds small pieces of a stream back for 40 ms each.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final Controls controls = new Controls(Clock.systemUTC());
  private final Seen seen = new Seen();
  private final ControlPage control = new ControlPage(controls, seen);
  private final AnthropicPage anthropic;
  private final ResponsesPage responses;
  private final ChatPage chat;
  private final GeminiPage gemini;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(StandIn::thread);

  private StandIn(HttpServer server) {
    Mind mind = new Mind(controls);
    this.server = server;
    anthropic = new AnthropicPage(controls, seen, mind);
    responses = new ResponsesPage(controls, seen, mind);
    chat = new ChatPage(controls, seen, mind);
    gemini = new GeminiPage(controls, seen, mind);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /** At this port; 0 takes a free one. */
  public static StandIn open(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(LOOPBACK);
    return new StandIn(HttpServer.create(new InetSocketAddress(loopback, port), 64));
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public Controls controls() {
    return controls;
  }

  public Seen seen() {
    return seen;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      route(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void route(HttpExchange exchange) throws IOException, InterruptedException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/_control")) {
      control.serve(exchange);
    } else if (!exchange.getRequestMethod().equals("POST")) {
      Wire.answer(exchange, 200, models());
    } else if (path.endsWith("/messages/count_tokens")) {
      int characters = exchange.getRequestBody().readAllBytes().length;
      Wire.answer(exchange, 200, Fields.of("input_tokens", Math.max(1, characters / 4)));
    } else if (path.endsWith("/messages")) {
      anthropic.serve(exchange);
    } else if (path.endsWith("/responses")) {
      responses.serve(exchange);
    } else if (path.endsWith("/chat/completions")) {
      chat.serve(exchange);
    } else if (path.endsWith(":countTokens")) {
      Wire.answer(exchange, 200, Fields.of("totalTokens", controls.tokens()));
    } else if (path.endsWith("enerateContent")) {
      gemini.serve(exchange);
    } else {
      Wire.answer(exchange, 404, Fields.of("error", Fields.of("message", "no such page " + path)));
    }
  }

  /** The lists of models, as each vendor's programs look for them. */
  private static Object models() {
    Object model = Fields.of("id", "stand-in", "object", "model", "created", 1, "owned_by", "orc");
    List<?> none = List.of();
    return Fields.of("object", "list", "data", List.of(model), "models", none, "has_more", false);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "stand-in");
    thread.setDaemon(true);
    return thread;
  }
}
