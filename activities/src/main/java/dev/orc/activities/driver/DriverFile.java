package dev.orc.activities.driver;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.workflows.model.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A driver file as docs/drivers.md explains it. What a file leaves out is null until {@link #over}
 * has filled it from the driver that it extends, or {@link #complete} from nothing.
 *
 * @param base the driver that this file changes; null when it stands alone
 */
record DriverFile(
    String name,
    @JsonProperty("extends") String base,
    List<String> command,
    List<String> arguments,
    Map<String, String> environment,
    Consent consent,
    Composer composer,
    Screen screen,
    List<Dialog> dialogs,
    List<Limit> limits,
    List<Pattern> notLimits,
    List<Pattern> warnings,
    Hooks hooks,
    Headless headless,
    Login login) {

  /** This file's own keys, and the other's where it has none. */
  DriverFile over(DriverFile other) {
    return new DriverFile(
        name,
        base,
        or(command, other.command),
        or(arguments, other.arguments),
        or(environment, other.environment),
        or(consent, other.consent),
        or(composer, other.composer),
        or(screen, other.screen),
        or(dialogs, other.dialogs),
        or(limits, other.limits),
        or(notLimits, other.notLimits),
        or(warnings, other.warnings),
        or(hooks, other.hooks),
        or(headless, other.headless),
        or(login, other.login));
  }

  /** The same with nothing null but what may be absent; says what is missing. */
  DriverFile complete() {
    require(name, "name");
    require(command, "command");
    require(composer, "composer");
    require(screen, "screen");
    checkPlaceholders();
    return over(
        new DriverFile(
            name,
            null,
            command,
            List.of(),
            Map.of(),
            new Consent(null, null),
            composer,
            screen,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Hooks(null, null, null, null, null, null, null, null),
            null,
            null));
  }

  private void checkPlaceholders() {
    List<String> texts = new ArrayList<>(command);
    texts.addAll(list(arguments));
    if (environment != null) {
      texts.addAll(environment.values());
    }
    if (consent != null) {
      texts.addAll(consent.arguments());
    }
    if (hooks != null) {
      texts.addAll(hooks.arguments());
      texts.add(hooks.file() + hooks.text() + hooks.json() + hooks.each());
    }
    if (headless != null) {
      texts.addAll(headless.arguments());
      texts.addAll(headless.after());
      texts.addAll(headless.environment().values());
    }
    texts.forEach(Placeholders::check);
  }

  private static void require(Object value, String key) {
    if (value == null) {
      throw new IllegalArgumentException("the key '" + key + "' is missing");
    }
  }

  private static <T> T or(T own, T other) {
    return own == null ? other : own;
  }

  private static <T> List<T> list(List<T> given) {
    return given == null ? List.of() : List.copyOf(given);
  }

  /**
   * What the user allows to be answered for him.
   *
   * @param trust that the program works in the project's folder
   * @param permissions that it runs commands and changes files without asking
   */
  record Consent(Allowance trust, Allowance permissions) {
    Consent {
      trust = trust == null ? Allowance.NONE : trust;
      permissions = permissions == null ? Allowance.NONE : permissions;
    }

    boolean covers(String need) {
      return need == null || (need.equals("trust") ? trust : permissions).given();
    }

    List<String> arguments() {
      List<String> arguments = new ArrayList<>(trust.effective());
      arguments.addAll(permissions.effective());
      return arguments;
    }
  }

  /**
   * @param arguments added to the command line when it is given
   * @param otherwise added when it is not
   */
  record Allowance(boolean given, List<String> arguments, List<String> otherwise) {
    static final Allowance NONE = new Allowance(false, null, null);

    Allowance {
      arguments = list(arguments);
      otherwise = list(otherwise);
    }

    List<String> effective() {
      return given ? arguments : otherwise;
    }
  }

  /**
   * Where text is typed.
   *
   * @param prompt matches the line with the composer's prompt; its first group is the text
   * @param end matches the first line below the composer; null when there is none below it
   * @param placeholder matches what an empty composer shows; null for nothing
   * @param clear tmux keys that empty it
   * @param gap the wait between the end of a paste and Enter
   */
  record Composer(
      Pattern prompt, Pattern end, Pattern placeholder, List<String> clear, Duration gap) {
    Composer {
      require(prompt, "composer.prompt");
      if (prompt.matcher("").groupCount() < 1) {
        throw new IllegalArgumentException("composer.prompt needs a group for the text");
      }
      require(clear, "composer.clear");
      clear = list(clear);
      gap = gap == null ? Duration.ZERO : gap;
    }
  }

  /**
   * Marks on the screen, each looked for in single lines.
   *
   * @param bottom how many of the last lines count
   * @param movedOn a line under a limit's text that shows that work went on since; may be null
   */
  record Screen(int bottom, List<Pattern> ready, List<Pattern> busy, Pattern movedOn) {
    Screen {
      if (bottom < 1) {
        throw new IllegalArgumentException("screen.bottom must be 1 or more");
      }
      ready = list(ready);
      busy = list(busy);
    }
  }

  /**
   * A question that the program asks.
   *
   * @param label what it is called; null takes the first group of {@code shows}
   * @param answer tmux keys; null leaves it to a person
   * @param needs the consent without which it is not answered, trust or permissions; null for none
   */
  record Dialog(String label, Pattern shows, List<String> answer, String needs) {
    Dialog {
      require(shows, "dialogs.shows");
      if (needs != null && !needs.equals("trust") && !needs.equals("permissions")) {
        throw new IllegalArgumentException("'needs' is trust or permissions");
      }
      if (label == null && shows.matcher("").groupCount() < 1) {
        throw new IllegalArgumentException("a dialog needs a label, or a group in 'shows'");
      }
    }
  }

  /**
   * A text that says that the account's limit is reached.
   *
   * @param text matched from the beginning of a line on, over what is wrapped; its group {@code
   *     reset}, or else the whole match, tells when it ends
   * @param longest how far ahead the reset can be at most; null when unknown
   */
  record Limit(Pattern text, Duration longest) {
    Limit {
      require(text, "limits.text");
    }
  }

  /**
   * How the program tells of itself.
   *
   * @param file where its hook configuration is written; null for none
   * @param json the configuration as JSON; for each of {@code events} the entry {@code each} is put
   *     under its key {@code hooks}
   * @param text the configuration as plain text, where it is no JSON
   * @param each one event's entry
   * @param listen the events to install {@code each} for
   * @param arguments added to the command line
   * @param receipt the event that confirms a prompt; null when there is none
   * @param events what events say, the first that matches counts
   */
  record Hooks(
      String file,
      JsonNode json,
      String text,
      JsonNode each,
      List<String> listen,
      List<String> arguments,
      Receipt receipt,
      List<Event> events) {
    Hooks {
      listen = list(listen);
      arguments = list(arguments);
      events = list(events);
      if (file == null && (json != null || text != null || each != null)) {
        throw new IllegalArgumentException("hooks.file is missing");
      }
    }
  }

  /**
   * @param field where the prompt's text is
   * @param certain whether it comes on every installation, so that a delivery can wait for it
   */
  record Receipt(String event, String field, boolean certain) {
    Receipt {
      require(event, "hooks.receipt.event");
      require(field, "hooks.receipt.field");
    }
  }

  /**
   * @param where fields that must have these values
   * @param condition what it means; null when it says nothing
   * @param detail the fields in which to look for a line of explanation, or a limit's text
   * @param resets where a reset time may be, better than in a text
   */
  record Event(
      String event,
      Map<String, String> where,
      Condition condition,
      List<String> detail,
      List<Reset> resets) {
    Event {
      require(event, "hooks.events.event");
      where = where == null ? Map.of() : Map.copyOf(where);
      detail = list(detail);
      resets = list(resets);
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
      require(at, "hooks.events.resets.at");
      require(used, "hooks.events.resets.used");
    }
  }

  /**
   * How the program answers one prompt without a terminal, and ends.
   *
   * @param arguments what follows {@code command}
   * @param prompt stdin, or argument: one behind {@code arguments}
   * @param after what follows the prompt where it is an argument
   * @param answer where the answer is in the JSON that it prints; null when it prints the answer
   * @param environment besides the driver's own
   */
  record Headless(
      List<String> arguments,
      String prompt,
      List<String> after,
      JsonPointer answer,
      Map<String, String> environment) {
    private static final String ARGUMENT = "argument";

    Headless {
      arguments = list(arguments);
      after = list(after);
      environment = environment == null ? Map.of() : Map.copyOf(environment);
      prompt = prompt == null ? "stdin" : prompt;
      if (!prompt.equals("stdin") && !prompt.equals(ARGUMENT)) {
        throw new IllegalArgumentException("'prompt' is stdin or argument");
      }
      if (!after.isEmpty() && !prompt.equals(ARGUMENT)) {
        throw new IllegalArgumentException("'after' needs 'prompt: argument'");
      }
    }

    boolean asArgument() {
      return prompt.equals(ARGUMENT);
    }
  }

  /**
   * How to see whether somebody is logged in: a command that exits with 0.
   *
   * @param remedy what to do when it does not
   */
  record Login(List<String> command, String remedy) {
    Login {
      require(command, "login.command");
      require(remedy, "login.remedy");
      command = list(command);
    }
  }
}
