package dev.orc.activities.plan.detect;

import dev.orc.activities.yaml.NodeReader;
import dev.orc.activities.yaml.Values;
import dev.orc.activities.yaml.YamlNode;
import dev.orc.activities.yaml.YamlNode.Entry;
import dev.orc.activities.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads signs out of a YAML file: where something is to be seen (a file's name, a text in it, words
 * of the spec) and how much that says. What is wrong becomes a fault. For one thread.
 */
public final class SignReader {
  private static final List<String> KEYS =
      List.of("weight", "file", "text", "spec", "least", "beside", "what");
  private static final double USUAL_WEIGHT = 0.5;

  private final NodeReader reader;

  public SignReader(NodeReader reader) {
    this.reader = reader;
  }

  /**
   * The signs in the list; none where there is no list.
   *
   * @param says what they speak for
   */
  public List<Sign<String>> signs(Entry entry, String says) {
    if (entry == null) {
      return List.of();
    }
    if (!(entry.value() instanceof Sequence list)) {
      reader.fault(entry.line(), "a list of signs is needed here", "write - file: NAME below it");
      return List.of();
    }
    List<Sign<String>> signs = new ArrayList<>();
    list.items().forEach(item -> sign(item, says).ifPresent(signs::add));
    return signs;
  }

  /** One sign; empty when it is none, which is a fault. */
  public Optional<Sign<String>> sign(YamlNode node, String says) {
    Map<String, Entry> keys = reader.entries(node, KEYS);
    String file = text(keys.get("file"));
    String spec = text(keys.get("spec"));
    if ((file == null) == (spec == null)) {
      reader.fault(
          node.line(),
          "a sign is seen in files or in the spec, and this one names "
              + (file == null ? "neither" : "both"),
          "write file: PATTERN or spec: WORDS");
      return Optional.empty();
    }
    for (String key : List.of("text", "least", "beside")) {
      if (file == null && keys.containsKey(key)) {
        reader.fault(keys.get(key).line(), key + " goes with file", "leave it out");
      }
    }
    Pattern words = reader.value(keys.get(file == null ? "spec" : "text"), null, this::pattern);
    PathPattern name = reader.value(keys.get("file"), null, this::glob);
    if (file == null ? words == null : name == null) {
      return Optional.empty();
    }
    double weight = reader.value(keys.get("weight"), USUAL_WEIGHT, SignReader::weight);
    String what = reader.value(keys.get("what"), file == null ? spec : file, Function.identity());
    return Optional.of(
        file == null
            ? Sign.spec(says, weight, spec, what)
            : inFiles(keys, says, weight, name, words, what));
  }

  private Sign<String> inFiles(
      Map<String, Entry> keys,
      String says,
      double weight,
      PathPattern file,
      Pattern words,
      String what) {
    int least = reader.value(keys.get("least"), 1, SignReader::number);
    boolean beside = reader.value(keys.get("beside"), false, Values::yesOrNo);
    return new Sign<>(says, weight, beside, file, words, least, what);
  }

  private String text(Entry entry) {
    return reader.value(entry, null, Function.identity());
  }

  private Pattern pattern(String words) {
    try {
      return Sign.pattern(words);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'" + words + "' is no pattern: " + e.getDescription() + "; write a regular expression");
    }
  }

  private PathPattern glob(String name) {
    try {
      return new PathPattern(name);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'" + name + "' is no pattern for files; write it as *.{js,ts} or src/**.java");
    }
  }

  private static Double weight(String text) {
    try {
      double weight = Double.parseDouble(text);
      if (weight > 0 && weight < 1) {
        return weight;
      }
    } catch (NumberFormatException noNumber) {
      throw notAWeight(text);
    }
    throw notAWeight(text);
  }

  private static IllegalArgumentException notAWeight(String text) {
    return new IllegalArgumentException(
        "'" + text + "' is no weight; write a number between 0 and 1, as 0.6");
  }

  private static Integer number(String text) {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException("'" + text + "' is no number of files; write 1 or more");
    }
    return Integer.valueOf(text);
  }
}
