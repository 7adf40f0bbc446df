package dev.orc.activities.host.tmux;

import java.util.List;
import java.util.stream.Stream;

/**
 * Commands that the server carries out together: nothing else happens between them, and the first
 * that fails ends them.
 *
 * @param repeatable whether doing it twice is the same as doing it once, so that it may be sent
 *     again when nobody knows whether the server had it
 */
record CommandGroup(List<TmuxCommand> commands, boolean repeatable) {
  CommandGroup {
    commands = List.copyOf(commands);
  }

  static CommandGroup of(TmuxCommand... commands) {
    return new CommandGroup(List.of(commands), true);
  }

  static CommandGroup once(TmuxCommand... commands) {
    return new CommandGroup(List.of(commands), false);
  }

  CommandGroup then(TmuxCommand... more) {
    return new CommandGroup(Stream.concat(commands.stream(), Stream.of(more)).toList(), repeatable);
  }

  /** What the batch does, for a log or an error: names only, never arguments. */
  String summary() {
    return String.join(", ", commands.stream().map(TmuxCommand::name).distinct().toList());
  }
}
