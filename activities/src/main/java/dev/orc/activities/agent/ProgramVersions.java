package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.ChannelFailure;
import dev.orc.activities.agent.channel.PaneStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks programs for their versions, each once for a while. Thread-safe. */
final class ProgramVersions {
  private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+){1,3}");
  private static final int PATIENCE_SECONDS = 20;
  private static final int LONGEST_ANSWER = 4_096;
  private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(10);

  private final Map<List<String>, Told> told = new ConcurrentHashMap<>();

  private record Told(String version, long atNanos) {}

  /**
   * Fails when the program is older than that.
   *
   * @param since null for any
   */
  void require(PaneStart start, String since) throws ChannelFailure, InterruptedException {
    if (since == null) {
      return;
    }
    String version = version(start);
    if (compare(version, since) < 0) {
      throw new ChannelFailure(
          "version " + version + " is older than " + since + ", which speaks besides its terminal");
    }
  }

  private String version(PaneStart start) throws ChannelFailure, InterruptedException {
    Told known = told.get(start.program());
    if (known != null && System.nanoTime() - known.atNanos < KEPT_NANOS) {
      return known.version;
    }
    String version = asked(start);
    told.put(start.program(), new Told(version, System.nanoTime()));
    return version;
  }

  private static String asked(PaneStart start) throws ChannelFailure, InterruptedException {
    List<String> command = new ArrayList<>(start.program());
    command.add("--version");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(start.environment());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new ChannelFailure("it does not say its version");
      }
      byte[] said = process.getInputStream().readNBytes(LONGEST_ANSWER);
      Matcher found = VERSION.matcher(new String(said, StandardCharsets.UTF_8));
      if (!found.find()) {
        throw new ChannelFailure("it does not say its version");
      }
      return found.group();
    } catch (IOException e) {
      throw new ChannelFailure("it can not be asked for its version: " + e.getMessage(), e);
    }
  }

  /** As {@link Comparable#compareTo}, part by part. */
  static int compare(String one, String other) {
    String[] ones = one.split("\\.", -1);
    String[] others = other.split("\\.", -1);
    for (int i = 0; i < Math.max(ones.length, others.length); i++) {
      int order = Integer.compare(part(ones, i), part(others, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int part(String[] parts, int index) {
    return index < parts.length ? Integer.parseInt(parts[index]) : 0;
  }
}
