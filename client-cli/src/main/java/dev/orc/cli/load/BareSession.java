package dev.orc.cli.load;

import dev.orc.cli.api.ApiJson;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A session of OpenCode's server: one request. */
final class BareSession implements BareCall {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Server server;

  BareSession(Server server) {
    this.server = server;
  }

  @Override
  public void say(String text) throws IOException, InterruptedException {
    String login = "opencode:" + server.token();
    String body = ApiJson.line(Map.of("parts", List.of(Map.of("type", "text", "text", text))));
    HttpRequest request =
        HttpRequest.newBuilder(
                server.at("http", "/session/" + server.conversation() + "/prompt_async"))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException("status " + answer.statusCode());
    }
  }
}
