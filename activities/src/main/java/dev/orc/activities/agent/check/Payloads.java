package dev.orc.activities.agent.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orc.activities.agent.driver.HookEvent;
import dev.orc.activities.agent.driver.SpoolLine;
import dev.orc.activities.failure.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Hook events of a file: the lines of a spool file, or what a program gave to its hook, one JSON
 * document after another. Stateless.
 */
final class Payloads {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Where programs name the event in what they give to a hook. */
  private static final List<String> NAMES = List.of("hook_event_name", "type", "event");

  private Payloads() {}

  static List<HookEvent> read(String text, Instant made, Path file) {
    List<HookEvent> events = new ArrayList<>();
    try (var documents = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      while (documents.hasNextValue()) {
        events.add(event(documents.nextValue(), made, file));
      }
    } catch (JsonProcessingException e) {
      throw refusal(file, "is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw refusal(file, "can not be read");
    }
    return events;
  }

  private static HookEvent event(JsonNode document, Instant made, Path file) {
    return SpoolLine.parse(document.toString()).orElseGet(() -> bare(document, made, file));
  }

  private static HookEvent bare(JsonNode document, Instant made, Path file) {
    for (String name : NAMES) {
      if (document.path(name).isTextual()) {
        JsonNode data = document.has("data") && name.equals("event") ? document.get("data") : null;
        return new HookEvent(
            document.get(name).textValue(), 1, made, data == null ? inner(document) : data);
      }
    }
    throw refusal(file, "does not say which event it is");
  }

  /** A plugin's events carry what belongs to them below a key of its own. */
  private static JsonNode inner(JsonNode document) {
    return document.path("properties").isObject() ? document.get("properties") : document;
  }

  private static Refusal refusal(Path file, String what) {
    return new Refusal(
        Refusal.Kind.USAGE,
        file + " " + what,
        "give lines of a spool file, or what the program gave to its hook");
  }
}
