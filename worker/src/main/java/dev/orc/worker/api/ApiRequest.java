package dev.orc.worker.api;

import com.fasterxml.jackson.core.JacksonException;
import com.sun.net.httpserver.HttpExchange;
import dev.orc.activities.failure.Refusal;
import dev.orc.worker.orchestration.Caller;
import dev.orc.worker.process.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/** One request, with what its path and query say. Used by one thread. */
final class ApiRequest {
  private static final int LONGEST_BODY = 4 * 1024 * 1024;

  private final HttpExchange exchange;
  private final Map<String, String> path;
  private final Map<String, String> query;
  private final Access access;

  ApiRequest(HttpExchange exchange, Map<String, String> path, Access access) {
    this.exchange = exchange;
    this.path = path;
    this.access = access;
    this.query = parse(exchange.getRequestURI().getRawQuery());
  }

  /** Who asks. */
  Caller caller() {
    return access.caller();
  }

  HttpExchange exchange() {
    return exchange;
  }

  String project() {
    return path.get("project");
  }

  /** A word of the path. */
  String word(String name) {
    return decode(path.get(name).replace("+", "%2B"));
  }

  /** A query parameter; empty when it is not given. */
  String query(String name) {
    return query.getOrDefault(name, "");
  }

  /** The absolute path of a file that the caller wants to be read; empty when none is named. */
  String file(String name) {
    if (!query(name).isEmpty() && !access.operates()) {
      throw new Refusal(
          Refusal.Kind.REFUSED, "a viewer may not name files", "use the operator's token");
    }
    return query(name);
  }

  boolean flag(String name) {
    return switch (query(name)) {
      case "", "false" -> false;
      case "true" -> true;
      default -> throw usage("'" + name + "' is true or false");
    };
  }

  long number(String name) {
    try {
      return query(name).isEmpty() ? 0 : Long.parseLong(query(name));
    } catch (NumberFormatException wrong) {
      throw usage("'" + name + "' is a number");
    }
  }

  /**
   * @param otherwise when it is not given
   */
  Instant time(String name, Instant otherwise) {
    try {
      return query(name).isEmpty() ? otherwise : Instant.parse(query(name));
    } catch (DateTimeParseException wrong) {
      throw new Refusal(
          Refusal.Kind.USAGE, "'" + name + "' is no time", "write it as 2026-01-31T00:00:00Z");
    }
  }

  /** A time that must be given. */
  Instant requiredTime(String name) {
    if (query(name).isEmpty()) {
      throw usage("'" + name + "' is missing: a time");
    }
    return time(name, Instant.MIN);
  }

  /** The body, which must be there and hold nothing that means nothing. */
  <T> T body(Class<T> type) {
    try {
      byte[] bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
      if (bytes.length > LONGEST_BODY) {
        throw usage("the request is longer than 4 MiB");
      }
      T value = bytes.length == 0 ? null : Json.strict().readValue(bytes, type);
      if (value == null) {
        throw usage("the request has no body");
      }
      return value;
    } catch (JacksonException wrong) {
      throw usage(said(wrong));
    } catch (IOException cut) {
      throw usage("the request was cut off");
    }
  }

  private static String said(JacksonException wrong) {
    Throwable root = wrong;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message =
        root instanceof JacksonException jackson
            ? jackson.getOriginalMessage()
            : String.valueOf(root.getMessage());
    return message.lines().findFirst().orElse("the request is no JSON of its kind");
  }

  private static Refusal usage(String what) {
    return new Refusal(Refusal.Kind.USAGE, what, "GET /v1/openapi.json says what is expected");
  }

  private static Map<String, String> parse(String raw) {
    Map<String, String> values = new HashMap<>();
    if (raw == null) {
      return values;
    }
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      values.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
    }
    return values;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException wrong) {
      throw usage("the query is not percent-encoded");
    }
  }
}
