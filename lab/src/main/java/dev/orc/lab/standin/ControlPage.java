package dev.orc.lab.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * {@code /_control}: GET says how the stand-in is and how much it was asked; POST changes it:
 * {@code {"mood": "limited", "seconds": 40}} (or {@code "requests": 3}), {@code "delay"} in
 * seconds, {@code "tokens"}, {@code "used"} in percent. Thread-safe.
 */
final class ControlPage {
  private final Controls controls;
  private final Seen seen;

  ControlPage(Controls controls, Seen seen) {
    this.controls = controls;
    this.seen = seen;
  }

  void serve(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      try {
        change(Wire.body(exchange));
      } catch (IllegalArgumentException e) {
        Wire.answer(exchange, 400, Fields.of("error", e.getMessage()));
        return;
      }
    }
    Wire.answer(
        exchange,
        200,
        Fields.of(
            "mood", controls.mood().name().toLowerCase(Locale.ROOT),
            "requests", seen.requests().size(),
            "letters", seen.arrivals().size()));
  }

  private void change(Map<String, Object> wish) {
    if (wish.get("mood") instanceof String name) {
      mood(Mood.valueOf(name.toUpperCase(Locale.ROOT)), wish);
    }
    if (wish.get("delay") instanceof Number seconds) {
      controls.delay(Duration.ofMillis(Math.round(seconds.doubleValue() * 1_000)));
    }
    if (wish.get("tokens") instanceof Number tokens) {
      controls.tokens(tokens.intValue());
    }
    if (wish.get("used") instanceof Number percent) {
      controls.usedPercent(percent.intValue());
    }
  }

  private void mood(Mood mood, Map<String, Object> wish) {
    Instant now = controls.now();
    if (wish.get("seconds") instanceof Number seconds) {
      controls.mood(mood, now.plusSeconds(seconds.longValue()));
    } else if (wish.get("requests") instanceof Number requests) {
      controls.mood(mood, requests.intValue());
    } else {
      controls.mood(mood);
    }
  }
}
