package dev.orc.activities.plan.analysis;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Covers values of secret variables in a text that is kept. Immutable. */
final class Secrets {
  private static final Pattern NAME =
      Pattern.compile("KEY|TOKEN|SECRET|PASSW|CREDENTIAL|AUTH", Pattern.CASE_INSENSITIVE);
  private static final int SHORTEST = 6;

  private final List<String> values;

  private Secrets(List<String> values) {
    this.values = values;
  }

  /** Those of the variables whose names say that they are secret. */
  static Secrets of(Map<String, String> inherited, Map<String, String> given) {
    return new Secrets(
        Stream.concat(inherited.entrySet().stream(), given.entrySet().stream())
            .filter(variable -> NAME.matcher(variable.getKey()).find())
            .map(Map.Entry::getValue)
            .filter(value -> value.length() >= SHORTEST)
            .distinct()
            .sorted((one, other) -> other.length() - one.length())
            .toList());
  }

  String covered(String text) {
    String covered = text;
    for (String value : values) {
      covered = covered.replace(value, "***");
    }
    return covered;
  }
}
