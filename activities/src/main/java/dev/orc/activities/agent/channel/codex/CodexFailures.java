package dev.orc.activities.agent.channel.codex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.workflows.model.BrokenTurn;
import dev.orc.workflows.model.BrokenTurn.Kind;
import java.time.Instant;
import java.util.regex.Pattern;

/** What a turn's error means. Pure. */
final class CodexFailures {
  private static final int LONGEST = 300;
  private static final Pattern CREDIT =
      Pattern.compile("(?i)billing|quota exceeded|out of credits");

  private CodexFailures() {}

  static BrokenTurn broken(JsonNode error, Instant at) {
    return new BrokenTurn(kind(error), line(error.path("message").asText("")), at);
  }

  static Kind kind(JsonNode error) {
    JsonNode info = error.path("codexErrorInfo");
    if (info.isObject() && info.fieldNames().hasNext()) {
      JsonNode status = info.path(info.fieldNames().next()).path("httpStatusCode");
      return status.isInt() ? byStatus(status.intValue()) : Kind.NETWORK;
    }
    return switch (info.asText("")) {
      case "usageLimitExceeded" ->
          CREDIT.matcher(error.path("message").asText("")).find() ? Kind.CREDIT : Kind.LIMIT;
      case "sessionBudgetExceeded" -> Kind.LIMIT;
      case "rateLimitExceeded" -> Kind.RATE;
      case "serverOverloaded",
          "internalServerError",
          "flexUnavailable",
          "policyCapacityUnavailable" ->
          Kind.OVERLOAD;
      case "unauthorized" -> Kind.AUTHENTICATION;
      default -> Kind.OTHER;
    };
  }

  private static Kind byStatus(int status) {
    if (status == 429) {
      return Kind.RATE;
    }
    if (status == 401 || status == 403) {
      return Kind.AUTHENTICATION;
    }
    if (status == 402) {
      return Kind.CREDIT;
    }
    return status >= 500 ? Kind.OVERLOAD : Kind.OTHER;
  }

  /** One short line of it. */
  static String line(String text) {
    String flat = text.strip().replaceAll("\\s+", " ");
    return flat.length() <= LONGEST ? flat : flat.substring(0, LONGEST - 1) + "…";
  }
}
