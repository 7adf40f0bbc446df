package dev.orc.activities.host.tmux;

import dev.orc.activities.host.tmux.Tmux.NewWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The commands that open sessions and windows, marked before anybody can see them unmarked. */
final class Opening {
  private Opening() {}

  static CommandGroup session(String name, NewWindow window) {
    if (name.isEmpty() || name.contains(":") || name.contains(".") || unprintable(name)) {
      throw new TmuxException("'" + name + "' can not be a session's name: no colons, no dots");
    }
    TmuxCommand open =
        TmuxCommand.of("new-session", "-d", "-s", Quoting.literalFormat(name))
            .with(windowArguments(window));
    return opened(open, "=" + name + ":{end}", window);
  }

  static CommandGroup window(String sessionId, NewWindow window) {
    TmuxCommand open =
        TmuxCommand.of("new-window", "-d", "-a", "-t", sessionId + ":{end}")
            .with(windowArguments(window));
    return opened(open, sessionId + ":{end}", window);
  }

  static List<TmuxCommand> marks(String target, Map<String, String> options) {
    List<TmuxCommand> marks = new ArrayList<>();
    options.forEach(
        (name, value) -> {
          if (!name.startsWith("@") || unprintable(value)) {
            throw new TmuxException("'" + name + "' can not be a mark with that value");
          }
          marks.add(TmuxCommand.of("set-option", "-w", "-t", target, "--", name, value));
        });
    return marks;
  }

  private static CommandGroup opened(TmuxCommand open, String target, NewWindow window) {
    List<TmuxCommand> commands = new ArrayList<>();
    commands.add(open);
    commands.addAll(marks(target, window.options()));
    commands.add(TmuxCommand.of("list-panes", "-t", target, "-F", PaneFormat.FORMAT));
    return new CommandGroup(commands, false);
  }

  private static List<String> windowArguments(NewWindow window) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-n", Quoting.literalFormat(window.name())));
    arguments.addAll(List.of("-c", Quoting.literalFormat(existing(window.directory()))));
    window
        .environment()
        .forEach(
            (name, value) -> {
              requireVariable(name);
              arguments.addAll(List.of("-e", name + "=" + value));
            });
    if (!window.command().isEmpty()) {
      arguments.add("--");
      arguments.addAll(withoutShell(window.command()));
    }
    return arguments;
  }

  /** tmux gives a command of a single word to a shell, but one of several words to nobody. */
  private static List<String> withoutShell(List<String> command) {
    return command.size() > 1 ? command : List.of("/bin/sh", "-c", "exec \"$0\"", command.get(0));
  }

  /** tmux would open the window somewhere else without a word. */
  private static String existing(String directory) {
    if (!Files.isDirectory(Path.of(directory))) {
      throw new TmuxException("no window can be opened in '" + directory + "': no such directory");
    }
    return directory;
  }

  private static void requireVariable(String name) {
    if (name.isEmpty() || name.contains("=")) {
      throw new TmuxException("'" + name + "' can not be the name of an environment variable");
    }
  }

  private static boolean unprintable(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}
