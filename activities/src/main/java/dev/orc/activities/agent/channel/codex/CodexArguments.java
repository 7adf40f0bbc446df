package dev.orc.activities.agent.channel.codex;

import dev.orc.activities.agent.channel.ChannelFailure;
import java.util.ArrayList;
import java.util.List;

/** A role's own arguments, as the server takes them. Pure. */
final class CodexArguments {
  private CodexArguments() {}

  /**
   * @throws ChannelFailure when one of them is the terminal program's alone
   */
  static List<String> forServer(List<String> own) throws ChannelFailure {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      String word = own.get(i);
      String value = i + 1 < own.size() ? own.get(i + 1) : null;
      switch (word) {
        case "-c", "--config", "--enable", "--disable" -> result.addAll(pair(word, value));
        case "-m", "--model" ->
            result.addAll(List.of("-c", "model=" + toml(pair(word, value).get(1))));
        case "-p", "--profile" ->
            result.addAll(List.of("-c", "profile=" + toml(pair(word, value).get(1))));
        default ->
            throw new ChannelFailure(
                "codex's server does not take the role's argument '" + word + "'");
      }
      i++;
    }
    return result;
  }

  private static List<String> pair(String word, String value) throws ChannelFailure {
    if (value == null) {
      throw new ChannelFailure("the role's argument '" + word + "' has no value");
    }
    return List.of(word, value);
  }

  private static String toml(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
