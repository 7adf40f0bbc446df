package dev.orc.activities.agent.driver;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonPointer;
import dev.orc.activities.agent.channel.ChannelKind;
import dev.orc.workflows.model.BrokenTurn;
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
    Menu menu,
    List<Dialog> dialogs,
    List<Limit> limits,
    List<Break> breaks,
    List<Pattern> notLimits,
    List<Pattern> warnings,
    HooksPart hooks,
    Headless headless,
    Login login,
    ChannelPart channel,
    ConversationPart conversation) {

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
        or(menu, other.menu),
        or(dialogs, other.dialogs),
        or(limits, other.limits),
        or(breaks, other.breaks),
        or(notLimits, other.notLimits),
        or(warnings, other.warnings),
        or(hooks, other.hooks),
        or(headless, other.headless),
        or(login, other.login),
        or(channel, other.channel),
        or(conversation, other.conversation));
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
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new HooksPart(null, null, null, null, null, null, null, null, false, null, null),
            null,
            null,
            new ChannelPart(ChannelKind.TERMINAL, null, null, null, null, null, null, null),
            new ConversationPart(null, null, null)));
  }

  /** Whether its environment says who commits. */
  boolean namesCommitter() {
    return environment.values().stream().anyMatch(value -> value.contains("{git-"));
  }

  private void checkPlaceholders() {
    List<String> texts = new ArrayList<>(command);
    texts.addAll(list(arguments));
    if (environment != null) {
      texts.addAll(environment.values());
    }
    if (consent != null) {
      texts.addAll(consent.arguments());
      texts.addAll(consent.environment().values());
    }
    if (hooks != null) {
      texts.add(hooks.file() + hooks.text() + hooks.json() + hooks.each());
      texts.add(hooks.files() + "" + hooks.digests());
      hooks.arguments().forEach(text -> Placeholders.check(text, hooks.digests().keySet()));
    }
    if (headless != null) {
      texts.addAll(headless.arguments());
      texts.addAll(headless.after());
      texts.addAll(headless.environment().values());
    }
    if (channel != null) {
      texts.addAll(channel.server());
      texts.addAll(channel.permitted());
      texts.addAll(channel.otherwise());
      texts.addAll(channel.attach());
      texts.addAll(channel.environment().values());
    }
    if (conversation != null) {
      texts.addAll(conversation.begin());
      texts.addAll(conversation.resume());
    }
    texts.forEach(Placeholders::check);
  }

  static void require(Object value, String key) {
    if (value == null) {
      throw new IllegalArgumentException("the key '" + key + "' is missing");
    }
  }

  private static <T> T or(T own, T other) {
    return own == null ? other : own;
  }

  static <T> List<T> list(List<T> given) {
    return given == null ? List.of() : List.copyOf(given);
  }

  /**
   * Where text is typed.
   *
   * @param above matches the frame's line right above the prompt; with it a composer that is found
   *     is certain, and no question can be open; null where there is no frame
   * @param scrolled matches {@code above} where the text is too long, and the prompt out of sight
   * @param prompt matches the line with the composer's prompt; its first group is the text
   * @param end matches the first line below the composer; null when there is none below it
   * @param placeholder matches what an empty composer shows; null for nothing
   * @param clear tmux keys that empty it
   * @param gap the wait between the end of a paste and Enter
   * @param ending what is pasted behind a text, so that its last word opens no list of completions
   */
  record Composer(
      Pattern above,
      Pattern scrolled,
      Pattern prompt,
      Pattern end,
      Pattern placeholder,
      List<String> clear,
      Duration gap,
      String ending) {
    Composer {
      require(prompt, "composer.prompt");
      if (prompt.matcher("").groupCount() < 1) {
        throw new IllegalArgumentException("composer.prompt needs a group for the text");
      }
      require(clear, "composer.clear");
      if (above != null) {
        require(end, "composer.end");
      }
      clear = list(clear);
      gap = gap == null ? Duration.ZERO : gap;
      ending = ending == null ? "" : ending;
    }
  }

  /**
   * Marks on the screen, each looked for in single lines, or with (?m) in all of them together.
   *
   * @param bottom how many of the last lines count
   * @param ready marks in any of these lines
   * @param busy marks in any of these lines
   * @param spinner the line of its work: the last one above the composer in the first column
   * @param retrying what a spinner says when the work does not go on; it becomes the detail
   * @param footer busy marks below the composer
   * @param exited what the last line of all is when the program has ended
   * @param movedOn a line under a limit's text that shows that work went on since; may be null
   */
  record Screen(
      int bottom,
      List<Pattern> ready,
      List<Pattern> busy,
      Pattern spinner,
      Pattern retrying,
      List<Pattern> footer,
      List<Pattern> exited,
      Pattern movedOn) {
    Screen {
      if (bottom < 1) {
        throw new IllegalArgumentException("screen.bottom must be 1 or more");
      }
      ready = list(ready);
      busy = list(busy);
      footer = list(footer);
      exited = list(exited);
    }
  }

  /**
   * How choices look and are taken.
   *
   * @param top the line above a question; null when questions have none
   * @param option a choice: its groups {@code mark}, {@code number} and {@code label}
   * @param noise lines of a question that are no part of what is asked; null for none
   * @param next the tmux key that moves the mark down
   * @param previous the one that moves it up
   * @param take the one that takes the marked choice
   */
  record Menu(
      Pattern top, Pattern option, Pattern noise, String next, String previous, String take) {
    Menu {
      require(option, "menu.option");
      for (String group : List.of("mark", "number", "label")) {
        if (!option.pattern().contains("(?<" + group + ">")) {
          throw new IllegalArgumentException("menu.option needs a group named " + group);
        }
      }
      next = next == null ? "Down" : next;
      previous = previous == null ? "Up" : previous;
      take = take == null ? "Enter" : take;
    }
  }

  /**
   * A question that the program asks.
   *
   * @param label what it is called; null takes the first group of {@code shows}
   * @param answer keys and pauses; null leaves it to a person, unless there is {@code choose}
   * @param choose the choice to take, by its words: the mark is moved there, looked at, then taken
   * @param needs the consent without which it is not answered, trust or permissions; null for none
   */
  record Dialog(String label, Pattern shows, List<Step> answer, Pattern choose, String needs) {
    Dialog {
      require(shows, "dialogs.shows");
      if (needs != null && !needs.equals("trust") && !needs.equals("permissions")) {
        throw new IllegalArgumentException("'needs' is trust or permissions");
      }
      if (label == null && shows.matcher("").groupCount() < 1) {
        throw new IllegalArgumentException("a dialog needs a label, or a group in 'shows'");
      }
      if (answer != null && choose != null) {
        throw new IllegalArgumentException("a dialog has 'answer' or 'choose', not both");
      }
      answer = answer == null ? null : List.copyOf(answer);
    }
  }

  /**
   * One step of an answer: in a driver file a key's name, or {@code {pause: 300ms}}.
   *
   * @param key a tmux key; null for a pause
   * @param pause how long to wait; null for a key
   */
  record Step(String key, Duration pause) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Step of(String key) {
      return new Step(key, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Step {
      if ((key == null) == (pause == null)) {
        throw new IllegalArgumentException("a step is a key or a pause");
      }
    }
  }

  /**
   * A text that says that the account's limit is reached.
   *
   * @param lead how the program begins a line of its own, as it is printed; null for every mark
   *     that programs use
   * @param text matched from the beginning of a line on, over what is wrapped; its group {@code
   *     reset}, or else the whole match, tells when it ends
   * @param tail all that may follow it before the next line in the first column; null for anything
   * @param longest how far ahead the reset can be at most; null when unknown
   * @param broke why the turn broke off; null when the program goes on by itself
   */
  record Limit(Pattern lead, Pattern text, Pattern tail, Duration longest, BrokenTurn.Kind broke) {
    Limit {
      require(text, "limits.text");
    }
  }

  /**
   * What is left on the screen of a turn that broke off and is not repeated by the program.
   *
   * @param text the line that says so; nothing more may stand below it in the same answer
   */
  record Break(Pattern text, BrokenTurn.Kind broke) {
    Break {
      require(text, "breaks.text");
      require(broke, "breaks.broke");
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
