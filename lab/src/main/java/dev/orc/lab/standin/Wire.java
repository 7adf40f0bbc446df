package dev.orc.lab.standin;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** JSON in and out of one exchange. Stateless. */
final class Wire {
  private static final JSON MAPPER =
      JSON.builder().enable(JSON.Feature.WRITE_NULL_PROPERTIES).build();

  private Wire() {}

  /** The request's body; an empty object when there is none. */
  static Map<String, Object> body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    return bytes.length == 0 ? Map.of() : MAPPER.mapFrom(bytes);
  }

  static String text(Object object) throws IOException {
    return MAPPER.asString(object);
  }

  static void answer(HttpExchange exchange, int status, Object object) throws IOException {
    byte[] bytes = MAPPER.asBytes(object);
    exchange.getResponseHeaders().set("content-type", "application/json");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
