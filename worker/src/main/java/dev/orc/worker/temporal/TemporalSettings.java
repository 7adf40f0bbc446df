package dev.orc.worker.temporal;

import dev.orc.activities.failure.Refusal;
import java.util.Locale;
import java.util.Map;

/**
 * Which Temporal is wanted.
 *
 * @param only {@code DEVELOPMENT} or {@code EMBEDDED} to have that one and no other; null for the
 *     best that can be had
 * @param port where a server of ours listens, and a running one is looked for; {@link #AUTO} for
 *     free ports, and then no running one is looked for
 * @param environment where profile variables, {@code PATH} and so on are read from
 */
public record TemporalSettings(
    TemporalServer.Kind only, int port, Map<String, String> environment) {
  public static final int AUTO = 0;
  public static final int USUAL_PORT = 7233;

  public TemporalSettings {
    environment = Map.copyOf(environment);
  }

  /**
   * Reads the configured words; the environment's {@code TEMPORAL_KIND} wins.
   *
   * @param kind {@code auto}, {@code development} or {@code embedded}; null for auto
   * @param port {@code auto} or a number; null for what suits the environment
   */
  public static TemporalSettings of(String kind, String port, Map<String, String> environment) {
    String forced = environment.getOrDefault("TEMPORAL_KIND", "");
    return new TemporalSettings(
        kind(forced.isBlank() ? kind : forced), port(port, environment), environment);
  }

  private static TemporalServer.Kind kind(String word) {
    if (word == null || word.isBlank() || word.equals("auto")) {
      return null;
    }
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "development" -> TemporalServer.Kind.DEVELOPMENT;
      case "embedded" -> TemporalServer.Kind.EMBEDDED;
      default ->
          throw new Refusal(
              Refusal.Kind.USAGE,
              "'" + word + "' is no kind of Temporal",
              "set temporal.kind (or TEMPORAL_KIND) to auto, development or embedded");
    };
  }

  private static int port(String word, Map<String, String> environment) {
    if (word == null || word.isBlank()) {
      return environment.getOrDefault("ORC_HOME", "").isEmpty() ? USUAL_PORT : AUTO;
    }
    if (word.equals("auto")) {
      return AUTO;
    }
    try {
      int port = Integer.parseInt(word.strip());
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the refusal, as a number out of range does.
    }
    throw new Refusal(
        Refusal.Kind.USAGE,
        "'" + word + "' is no port for Temporal",
        "set temporal.port to auto or a number from 1 to 65535");
  }
}
