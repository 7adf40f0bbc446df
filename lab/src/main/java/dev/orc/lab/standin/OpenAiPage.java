package dev.orc.lab.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** What both of OpenAI's protocols have alike: how they refuse, and tell of limits. Thread-safe. */
abstract class OpenAiPage extends VendorPage {
  OpenAiPage(Controls controls, Seen seen, Mind mind) {
    super(controls, seen, mind);
  }

  @Override
  void headers(HttpExchange exchange) {
    if (controls().usedPercent() >= 0) {
      window(exchange, "primary", controls().usedPercent(), 300, Duration.ofHours(3));
      window(exchange, "secondary", 30, 10_080, Duration.ofDays(4));
    }
  }

  private void window(
      HttpExchange exchange, String name, int used, int minutes, Duration untilReset) {
    String prefix = "x-codex-" + name + "-";
    header(exchange, prefix + "used-percent", used);
    header(exchange, prefix + "window-minutes", minutes);
    header(exchange, prefix + "reset-at", controls().now().plus(untilReset).getEpochSecond());
    header(exchange, prefix + "reset-after-seconds", untilReset.toSeconds());
  }

  @Override
  void refuse(HttpExchange exchange, Mood mood) throws IOException {
    switch (mood) {
      case LIMITED, WEEKLY_LIMITED -> limit(exchange, mood);
      case RATE -> {
        header(exchange, "retry-after", 2);
        error(
            exchange,
            429,
            "rate_limit_error",
            "rate_limit_exceeded",
            "Rate limit reached. Please try again in 2s.");
      }
      case OVERLOADED ->
          error(
              exchange,
              503,
              "server_error",
              null,
              "The server is overloaded. Please try again later.");
      case UNAUTHORIZED ->
          error(
              exchange,
              401,
              "invalid_request_error",
              "invalid_api_key",
              "Incorrect API key provided.");
      case OUT_OF_CREDIT ->
          error(
              exchange,
              429,
              "insufficient_quota",
              "insufficient_quota",
              "You exceeded your current quota, please check your plan and billing details.");
      default -> error(exchange, 500, "server_error", null, "The server had an error.");
    }
  }

  /** What an account with a plan is told. */
  private void limit(HttpExchange exchange, Mood mood) throws IOException {
    Duration wait = Duration.between(controls().now(), controls().resets());
    boolean weekly = mood == Mood.WEEKLY_LIMITED;
    window(exchange, "primary", weekly ? 40 : 100, 300, weekly ? Duration.ofHours(3) : wait);
    window(exchange, "secondary", weekly ? 100 : 30, 10_080, weekly ? wait : Duration.ofDays(4));
    Map<String, Object> error =
        Fields.of(
            "type", "usage_limit_reached",
            "message", "The usage limit has been reached",
            "plan_type", "plus",
            "resets_at", controls().resets().getEpochSecond(),
            "resets_in_seconds", Math.max(1, wait.toSeconds()));
    Wire.answer(exchange, 429, Fields.of("error", error));
  }

  private static void error(
      HttpExchange exchange, int status, String type, String code, String message)
      throws IOException {
    Map<String, Object> error =
        Fields.of("message", message, "type", type, "param", null, "code", code);
    Wire.answer(exchange, status, Fields.of("error", error));
  }

  static String id(String prefix) {
    return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
  }
}
