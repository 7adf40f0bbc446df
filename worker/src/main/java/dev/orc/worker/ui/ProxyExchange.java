package dev.orc.worker.ui;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Brings a request that may pass to the UI, and its answer back. Thread-safe. */
final class ProxyExchange {
  private static final int LONGEST_BODY = 8 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What concerns one connection only, or is set anew on the other side. */
  private static final Set<String> NOT_PASSED =
      Set.of(
          "connection",
          "content-length",
          "cookie",
          "date",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "origin",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI behind;

  ProxyExchange(String address) {
    this.behind = URI.create("http://" + address);
  }

  void through(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      exchange.sendResponseHeaders(413, -1);
      return;
    }
    try {
      HttpResponse<InputStream> answer =
          client.send(request(exchange, body), HttpResponse.BodyHandlers.ofInputStream());
      bringBack(exchange, answer);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (java.net.http.HttpConnectTimeoutException | java.net.ConnectException away) {
      exchange.sendResponseHeaders(502, -1);
    }
  }

  private HttpRequest request(HttpExchange exchange, byte[] body) {
    URI asked = exchange.getRequestURI();
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(behind + asked.getRawPath() + query))
            .timeout(PATIENCE)
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      if (passes(header.getKey())) {
        header.getValue().forEach(value -> request.header(header.getKey(), value));
      }
    }
    UiKey.others(exchange).ifPresent(cookies -> request.header("Cookie", cookies));
    return request.build();
  }

  private static void bringBack(HttpExchange exchange, HttpResponse<InputStream> answer)
      throws IOException {
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (passes(name)) {
                exchange.getResponseHeaders().put(name, List.copyOf(values));
              }
            });
    try (InputStream body = answer.body()) {
      boolean none = answer.statusCode() == 204 || answer.statusCode() == 304;
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.statusCode(), none || head ? -1 : 0);
      if (!none && !head) {
        body.transferTo(exchange.getResponseBody());
      }
    }
  }

  private static boolean passes(String header) {
    return !NOT_PASSED.contains(header.toLowerCase(Locale.ROOT)) && !header.startsWith(":");
  }
}
