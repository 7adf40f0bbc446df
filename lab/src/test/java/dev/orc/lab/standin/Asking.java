package dev.orc.lab.standin;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** A program that asks its vendor. Stateless but for its connection. */
final class Asking {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;

  Asking(StandIn standIn) {
    this.url = standIn.url();
  }

  HttpResponse<String> post(String path, Object body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .POST(HttpRequest.BodyPublishers.ofString(JSON.std.asString(body)))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  static Map<String, Object> json(HttpResponse<String> response) throws IOException {
    return JSON.std.mapFrom(response.body());
  }

  /** The data of a stream's events, but for those that say nothing. */
  static List<Object> events(HttpResponse<String> response) {
    return response
        .body()
        .lines()
        .filter(line -> line.startsWith("data: {"))
        .map(Asking::event)
        .toList();
  }

  private static Object event(String line) {
    try {
      return JSON.std.mapFrom(line.substring("data: ".length()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A conversation in Anthropic's form, from one user with a shell. */
  static Map<String, Object> anthropic(boolean stream, String... texts) {
    return Fields.of(
        "model",
        "m",
        "stream",
        stream,
        "tools",
        List.of(Fields.of("name", "Bash")),
        "messages",
        List.of(texts).stream().map(Asking::user).toList());
  }

  static Map<String, Object> user(String text) {
    return Fields.of("role", "user", "content", text);
  }
}
