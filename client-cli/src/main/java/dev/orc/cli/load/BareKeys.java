package dev.orc.cli.load;

import dev.orc.cli.command.Failure;
import dev.orc.cli.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a simple script does: one paste, or typed keys, then Enter. For one thread. */
final class BareKeys {
  private static final String FORMAT = "#{@orc_project}:#{@orc_role} #{pane_id}";

  private final Stage stage;
  private final String pane;

  /**
   * @param agent as {@code project:role}
   */
  BareKeys(Stage stage, String agent) {
    this.stage = stage;
    this.pane =
        tmux("list-panes", "-a", "-F", FORMAT)
            .lines()
            .filter(line -> line.startsWith(agent + " "))
            .map(line -> line.substring(agent.length() + 1))
            .findFirst()
            .orElseThrow(() -> Failure.failed(agent + " has no window", "See: orc status"));
  }

  /** Every word as if it were typed, then Enter. */
  void type(String text) {
    tmux("send-keys", "-t", pane, "-l", "--", text);
    enter();
  }

  void enter() {
    tmux("send-keys", "-t", pane, "Enter");
  }

  void paste(String text) {
    Path file = stage.folder().resolve("bare.txt");
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw Failure.failed(file + " cannot be written: " + e.getMessage(), "Look for space: df");
    }
    tmux("load-buffer", "-b", "bare", file.toString());
    tmux("paste-buffer", "-p", "-d", "-b", "bare", "-t", pane);
    enter();
  }

  private String tmux(String... arguments) {
    return stage.output(stage.folder(), List.copyOf(stage.tmux(arguments)));
  }
}
