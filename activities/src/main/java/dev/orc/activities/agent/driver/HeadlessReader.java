package dev.orc.activities.agent.driver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** Finds the answer in what a program without a terminal has printed. Thread-safe: immutable. */
final class HeadlessReader {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final DriverFile.Headless headless;

  /**
   * @param headless null for a program that can not be run so
   */
  HeadlessReader(DriverFile.Headless headless) {
    this.headless = headless;
  }

  Optional<String> answer(String printed) {
    if (headless == null || printed.isBlank()) {
      return Optional.empty();
    }
    return headless.answer() == null ? Optional.of(printed.strip()) : inside(printed);
  }

  /** Programs may print a word of warning before their JSON. */
  private Optional<String> inside(String printed) {
    int start = printed.indexOf('{');
    if (start < 0) {
      return Optional.empty();
    }
    try {
      JsonNode found = MAPPER.readTree(printed.substring(start)).at(headless.answer());
      return Optional.of(found.isTextual() ? found.textValue().strip() : found.toString())
          .filter(text -> !text.isEmpty() && !text.equals("null"));
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }
}
