package dev.orc.activities.agent.driver;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.workflows.model.BrokenTurn;
import dev.orc.workflows.model.Condition;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A driver file's part {@code hooks}: how the program tells of itself.
 *
 * @param file where its hook configuration is written; null for none
 * @param json the configuration as JSON; for each of {@code events} the entry {@code each} is put
 *     under its key {@code hooks}
 * @param text the configuration as plain text, where it is no JSON
 * @param each one event's entry
 * @param listen the events to install {@code each} for
 * @param files more files, with their text
 * @param digests texts whose SHA-256 is a placeholder of that name in {@code arguments}
 * @param arguments added to the command line
 * @param start whether an event that says READY comes when it has started, on every installation
 * @param receipt the event that confirms a prompt; null when there is none
 * @param events what events say, the first that matches counts
 */
record HooksPart(
    String file,
    JsonNode json,
    String text,
    JsonNode each,
    List<String> listen,
    Map<String, String> files,
    Map<String, String> digests,
    List<String> arguments,
    boolean start,
    Receipt receipt,
    List<Event> events) {
  HooksPart {
    listen = DriverFile.list(listen);
    files = files == null ? Map.of() : Map.copyOf(files);
    digests = digests == null ? Map.of() : Map.copyOf(digests);
    arguments = DriverFile.list(arguments);
    events = DriverFile.list(events);
    if (file == null && (json != null || text != null || each != null)) {
      throw new IllegalArgumentException("hooks.file is missing");
    }
  }

  /**
   * @param field where the prompt's text is
   * @param certain whether it comes on every installation, so that a delivery can wait for it
   * @param queued whether it comes when a working program has only queued what was submitted
   */
  record Receipt(String event, String field, boolean certain, boolean queued) {
    Receipt {
      DriverFile.require(event, "hooks.receipt.event");
      DriverFile.require(field, "hooks.receipt.field");
    }
  }

  /**
   * @param where fields that must have these values
   * @param like fields in which something must be found
   * @param condition what it means; null when it says nothing
   * @param broke why the turn broke off; null when it did not
   * @param detail the fields in which to look for a line of explanation, or a limit's text; one
   *     that begins with a slash is a JSON pointer
   * @param resets where a reset time may be, better than in a text
   */
  record Event(
      String event,
      Map<String, String> where,
      Map<String, Pattern> like,
      Condition condition,
      BrokenTurn.Kind broke,
      List<String> detail,
      List<Reset> resets) {
    Event {
      DriverFile.require(event, "hooks.events.event");
      where = where == null ? Map.of() : Map.copyOf(where);
      like = like == null ? Map.of() : Map.copyOf(like);
      detail = DriverFile.list(detail);
      resets = DriverFile.list(resets);
    }
  }

  /**
   * A window of a usage limit.
   *
   * @param at where its end is, in epoch seconds
   * @param used where the percentage is that is used; it counts from 100 on
   */
  record Reset(JsonPointer at, JsonPointer used) {
    Reset {
      DriverFile.require(at, "hooks.events.resets.at");
      DriverFile.require(used, "hooks.events.resets.used");
    }
  }
}
