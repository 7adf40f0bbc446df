package dev.orc.activities.tell.notice;

import dev.orc.activities.json.HostJson;
import dev.orc.activities.tell.notice.NoticeSettings.Webhook;
import dev.orc.base.text.CleanText;
import dev.orc.workflows.model.Need;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Posts a notice as JSON to an address, signed. Redirects are not followed. Thread-safe. */
final class WebhookSink implements Sink {
  private static final Duration WITHIN = Duration.ofSeconds(15);

  private final Webhook webhook;
  private final String host;
  private final Clock clock;

  /** What is posted. */
  record Body(String id, String host, Instant at, String subject, String text, List<Need> needs) {}

  /**
   * @param host the name of the one that tells
   */
  WebhookSink(Webhook webhook, String host, Clock clock) {
    this.webhook = webhook;
    this.host = host;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public void tell(Notice notice) throws IOException, InterruptedException {
    Instant now = clock.instant();
    String body =
        HostJson.line(
            new Body(notice.id(), host, now, notice.subject(), notice.body(), notice.needs()));
    long seconds = now.getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(webhook.url())
            .timeout(WITHIN)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("X-Orc-Notice", notice.id())
            .header("X-Orc-Timestamp", Long.toString(seconds))
            .header("X-Orc-Signature", Signature.of(webhook.secret().read(), seconds, body))
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<Void> response = client().send(request, BodyHandlers.discarding());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          "the webhook of "
              + CleanText.oneLine(webhook.url().getHost())
              + " answered with "
              + response.statusCode());
    }
  }

  /** One each time: notices are rare, and a client holds threads. */
  private HttpClient client() throws IOException {
    return HttpClient.newBuilder()
        .connectTimeout(WITHIN)
        .followRedirects(HttpClient.Redirect.NEVER)
        .sslContext(Trust.context(webhook.caFile()))
        .build();
  }
}
