package dev.orc.activities.agent.check;

import dev.orc.activities.failure.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked for on the command line.
 *
 * @param sources the files to read, in the order in which they were given; none: the program itself
 * @param at when the screens were taken; null for each file's own time
 * @param during how long the program itself is watched
 * @param prompt what it is asked once it is ready; may be empty
 * @param directory where it is started; null for an empty folder
 * @param size of the pane it is started in
 * @param to where screens and hook events are saved; null for nowhere
 */
record CheckOrder(
    String driver,
    List<Source> sources,
    Instant at,
    boolean json,
    Duration during,
    String prompt,
    Path directory,
    PaneSize size,
    Path to) {
  private static final Duration USUAL = Duration.ofSeconds(60);
  private static final String PROMPT = "Answer with the one word: ready";

  private static final String USAGE =
      "orc agents check DRIVER [--screen FILE...] [--hook FILE...] [--at EPOCH] [--json], or"
          + " orc agents record DRIVER --to DIR; --help says more";

  /**
   * @param hook whether it holds hook events; else a screen
   */
  record Source(Path file, boolean hook) {}

  /**
   * @param arguments begin with {@code check} or {@code record}
   */
  static CheckOrder parse(List<String> arguments) {
    ArgumentQueue words = new ArgumentQueue(arguments);
    boolean record = verb(words);
    List<String> drivers = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    Map<String, String> given = new HashMap<>();
    while (words.more()) {
      String word = words.next();
      switch (word) {
        case "--json" -> given.put(word, "");
        case "--at", "--for", "--prompt", "--in", "--size", "--to" ->
            given.put(word, words.value(word));
        case "--screen", "--hook" ->
            words
                .values(word)
                .forEach(file -> sources.add(new Source(Path.of(file), word.equals("--hook"))));
        default -> drivers.add(driver(word));
      }
    }
    return order(record, drivers, sources, given);
  }

  private static CheckOrder order(
      boolean record, List<String> drivers, List<Source> sources, Map<String, String> given) {
    if (drivers.size() != 1) {
      throw usage(drivers.isEmpty() ? "no driver was named" : "more than one driver was named");
    }
    if (record != given.containsKey("--to")) {
      throw usage(record ? "record needs --to" : "--to goes with record");
    }
    if (record && !sources.isEmpty()) {
      throw usage("record takes no files: it watches the program");
    }
    if (!sources.isEmpty() && given.containsKey("--size")) {
      throw usage("--size goes without files: they have theirs");
    }
    return new CheckOrder(
        drivers.get(0),
        List.copyOf(sources),
        given.containsKey("--at") ? instant(given.get("--at")) : null,
        given.containsKey("--json"),
        given.containsKey("--for") ? seconds(given.get("--for")) : USUAL,
        given.getOrDefault("--prompt", PROMPT),
        given.containsKey("--in") ? Path.of(given.get("--in")) : null,
        given.containsKey("--size") ? PaneSize.parse(given.get("--size")) : PaneSize.USUAL,
        record ? Path.of(given.get("--to")) : null);
  }

  private static boolean verb(ArgumentQueue words) {
    String verb = words.more() ? words.next() : "";
    if (!verb.equals("check") && !verb.equals("record")) {
      throw usage("say check or record");
    }
    return verb.equals("record");
  }

  private static String driver(String word) {
    if (word.startsWith("-")) {
      throw usage("'" + word + "' is not understood");
    }
    return word;
  }

  private static Duration seconds(String text) {
    if (!text.matches("\\d{1,5}s?")) {
      throw usage("'" + text + "' for --for is not a number of seconds");
    }
    return Duration.ofSeconds(Long.parseLong(text.replace("s", "")));
  }

  private static Instant instant(String text) {
    try {
      double seconds = Double.parseDouble(text);
      return Instant.ofEpochMilli(Math.round(seconds * 1000));
    } catch (NumberFormatException e) {
      throw usage("'" + text + "' for --at is not a time in epoch seconds");
    }
  }

  static Refusal usage(String what) {
    return new Refusal(Refusal.Kind.USAGE, what, USAGE);
  }
}
