package dev.orc.worker.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orc.worker.process.Json;
import java.nio.charset.StandardCharsets;

/** What a request is answered with. */
record ApiAnswer(int status, String type, byte[] body) {
  private static final String JSON = "application/json; charset=utf-8";

  static ApiAnswer ok(Object value) {
    return json(200, value);
  }

  static ApiAnswer created(Object value) {
    return json(201, value);
  }

  static ApiAnswer accepted(Object value) {
    return json(202, value);
  }

  static ApiAnswer text(String type, String content) {
    return new ApiAnswer(200, type, content.getBytes(StandardCharsets.UTF_8));
  }

  static ApiAnswer json(int status, Object value) {
    try {
      return new ApiAnswer(status, JSON, Json.lenient().writeValueAsBytes(value));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("no JSON for " + value.getClass(), impossible);
    }
  }
}
