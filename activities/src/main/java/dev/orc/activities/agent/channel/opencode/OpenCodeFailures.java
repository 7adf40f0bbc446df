package dev.orc.activities.agent.channel.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.workflows.model.BrokenTurn;
import dev.orc.workflows.model.BrokenTurn.Kind;
import java.time.Instant;
import java.util.regex.Pattern;

/** What an error of a session means. Pure. */
final class OpenCodeFailures {
  private static final int LONGEST = 300;
  private static final Pattern LIMIT =
      Pattern.compile("(?i)usage limit|quota|credit|billing|limit (?:has been )?reached");
  private static final Pattern CREDIT = Pattern.compile("(?i)quota|credit|billing");

  private OpenCodeFailures() {}

  /** Whether what is tried again and again waits for an account's limit. */
  static boolean isLimit(String text) {
    return LIMIT.matcher(text).find();
  }

  /** Whether a person has stopped it. */
  static boolean isStop(JsonNode error) {
    return error.path("name").asText().equals("MessageAbortedError");
  }

  static BrokenTurn broken(JsonNode error, Instant at) {
    String text = error.path("data").path("message").asText(error.path("name").asText("error"));
    return new BrokenTurn(kind(error, text), line(text), at);
  }

  private static Kind kind(JsonNode error, String text) {
    if (error.path("name").asText().equals("ProviderAuthError")) {
      return Kind.AUTHENTICATION;
    }
    if (CREDIT.matcher(text).find()) {
      return Kind.CREDIT;
    }
    if (LIMIT.matcher(text).find()) {
      return Kind.LIMIT;
    }
    if (!error.path("name").asText().equals("APIError")) {
      return Kind.OTHER;
    }
    int status = error.path("data").path("statusCode").asInt();
    return switch (status) {
      case 0 -> Kind.NETWORK;
      case 401, 403 -> Kind.AUTHENTICATION;
      case 402 -> Kind.CREDIT;
      case 429 -> Kind.RATE;
      default -> status >= 500 ? Kind.OVERLOAD : Kind.OTHER;
    };
  }

  /** One short line of it. */
  static String line(String text) {
    String flat = text.strip().replaceAll("\\s+", " ");
    return flat.length() <= LONGEST ? flat : flat.substring(0, LONGEST - 1) + "…";
  }
}
