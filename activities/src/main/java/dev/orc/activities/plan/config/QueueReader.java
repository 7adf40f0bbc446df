package dev.orc.activities.plan.config;

import dev.orc.activities.yaml.NodeReader;
import dev.orc.activities.yaml.YamlNode.Entry;
import dev.orc.base.text.HumanDuration;
import dev.orc.workflows.model.BatchSettings;
import dev.orc.workflows.model.ResearchMode;
import dev.orc.workflows.model.StoryLevel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the section {@code queue}. For one thread. */
final class QueueReader {
  static final List<String> KEYS =
      List.of(
          "parallel",
          "continue-on-error",
          "log-level",
          "research",
          "research-within",
          "retries",
          "retry-first",
          "retry-longest",
          "empty-for",
          "same-within",
          "look-every",
          "room-every",
          "agent-memory");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,6})\\s*(MB|GB)");

  private final NodeReader reader;
  private final Map<String, Entry> parts;

  private QueueReader(NodeReader reader, Map<String, Entry> parts) {
    this.reader = reader;
    this.parts = parts;
  }

  static QueueSettings read(NodeReader reader, Entry entry, QueueSettings base) {
    if (entry == null) {
      return base;
    }
    return new QueueReader(reader, reader.entries(entry.value(), KEYS)).over(base);
  }

  private QueueSettings over(QueueSettings base) {
    return new QueueSettings(
        over(base.batch()),
        reader.value(parts.get("agent-memory"), base.agentMemory(), QueueReader::size),
        duration("research-within", base.researchWithin()));
  }

  private BatchSettings over(BatchSettings base) {
    return new BatchSettings(
        reader.value(parts.get("parallel"), base.parallel(), text -> number(text, 1)),
        reader.value(parts.get("continue-on-error"), base.continueOnError(), QueueReader::truth),
        reader.value(parts.get("log-level"), base.level(), text -> word(StoryLevel.values(), text)),
        reader.value(
            parts.get("research"), base.research(), text -> word(ResearchMode.values(), text)),
        reader.value(parts.get("retries"), base.retries(), text -> number(text, 0)),
        duration("retry-first", base.retryFirst()),
        duration("retry-longest", base.retryLongest()),
        duration("empty-for", base.emptyFor()),
        duration("same-within", base.sameWithin()),
        duration("look-every", base.lookEvery()),
        duration("room-every", base.roomEvery()),
        base.historyEvents());
  }

  private Duration duration(String key, Duration usual) {
    return reader.value(parts.get(key), usual, HumanDuration::parse);
  }

  private static int number(String text, int least) {
    if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < least) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a number of projects or tries; use " + least + " to 9999");
    }
    return Integer.parseInt(text);
  }

  private static Boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("'" + text + "' is neither true nor false; write one");
    }
    return Boolean.valueOf(text);
  }

  private static long size(String text) {
    Matcher size = SIZE.matcher(text);
    if (!size.matches() || Long.parseLong(size.group(1)) == 0) {
      throw new IllegalArgumentException("'" + text + "' is no size; write it as 400MB or 2GB");
    }
    return Long.parseLong(size.group(1))
        * (size.group(2).equals("GB") ? 1_000_000_000L : 1_000_000);
  }

  private static <T extends Enum<T>> T word(T[] all, String text) {
    return Stream.of(all)
        .filter(one -> one.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + text
                        + "' is none of the choices; use one of "
                        + Stream.of(all)
                            .map(one -> one.name().toLowerCase(Locale.ROOT))
                            .reduce((one, other) -> one + ", " + other)
                            .orElse("")));
  }
}
