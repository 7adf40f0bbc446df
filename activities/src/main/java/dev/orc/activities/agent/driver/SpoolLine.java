package dev.orc.activities.agent.driver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Reads the lines of a spool file. Thread-safe. */
public final class SpoolLine {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SpoolLine() {}

  /** The event that the line tells of; empty when it is garbage or was cut off. */
  public static Optional<HookEvent> parse(String line) {
    try {
      JsonNode json = MAPPER.readTree(line);
      if (json == null
          || !json.path("event").isTextual()
          || !json.path("incarnation").isInt()
          || !json.path("at").isNumber()) {
        return Optional.empty();
      }
      JsonNode data = json.path("data");
      return Optional.of(
          new HookEvent(
              json.path("event").textValue(),
              json.path("incarnation").intValue(),
              instant(json.path("at").decimalValue()),
              data.isMissingNode() ? NullNode.getInstance() : data));
    } catch (JsonProcessingException | ArithmeticException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant instant(BigDecimal seconds) {
    BigDecimal whole = seconds.setScale(0, java.math.RoundingMode.FLOOR);
    long nanos = seconds.subtract(whole).movePointRight(9).longValue();
    return Instant.ofEpochSecond(whole.longValueExact(), nanos);
  }
}
