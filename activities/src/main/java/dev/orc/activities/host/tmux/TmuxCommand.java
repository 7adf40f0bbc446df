package dev.orc.activities.host.tmux;

import java.util.List;
import java.util.stream.Stream;

/**
 * One tmux command: its name and arguments, not yet quoted for anything.
 *
 * @param replies how many blocks answer it in control mode when nothing fails
 */
record TmuxCommand(List<String> words, int replies) {
  TmuxCommand {
    words = List.copyOf(words);
  }

  static TmuxCommand of(String... words) {
    return new TmuxCommand(List.of(words), 1);
  }

  /** The same command with more arguments at its end. */
  TmuxCommand with(List<String> more) {
    return new TmuxCommand(Stream.concat(words.stream(), more.stream()).toList(), replies);
  }

  String name() {
    return words.get(0);
  }
}
