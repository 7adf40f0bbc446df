package dev.orc.activities.host.tmux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One paste into one pane, by a buffer of its own. For one thread. */
final class Paste {
  /** From here on a file is faster than quoting, and does not hold up the connection. */
  private static final int INLINE_CHARACTERS = 1_024;

  private final CommandPath path;
  private final String pane;
  private final String buffer;

  Paste(CommandPath path, String pane, String buffer) {
    this.path = path;
    this.pane = pane;
    this.buffer = buffer;
  }

  void paste(String text) {
    // A process could not be given every character in every locale.
    boolean small = text.length() <= INLINE_CHARACTERS && path.controlled();
    Reply reply = small ? inline(text) : byFile(text);
    try {
      LivePane.requireArrived(reply, "paste into the pane " + pane);
    } catch (TmuxException e) {
      path.run(CommandGroup.of(TmuxCommand.of("delete-buffer", "-b", buffer)));
      throw e;
    }
  }

  private Reply inline(String text) {
    return path.run(load(TmuxCommand.of("set-buffer", "-b", buffer, "--", text)));
  }

  private Reply byFile(String text) {
    try {
      Path folder = Files.createTempDirectory("orc-paste"); // readable by its owner alone
      Path file = folder.resolve("text");
      try {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return path.run(load(TmuxCommand.of("load-buffer", "-b", buffer, file.toString())));
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new TmuxException("the text to paste can not be written to a file", e);
    }
  }

  private CommandGroup load(TmuxCommand load) {
    TmuxCommand leaveMode = TmuxCommand.of("copy-mode", "-q", "-t", pane);
    TmuxCommand paste =
        TmuxCommand.of("paste-buffer").with(List.of("-p", "-r", "-d", "-b", buffer, "-t", pane));
    return CommandGroup.once(load, LivePane.onlyAlive(pane, leaveMode, paste));
  }
}
