package dev.orc.activities.scripted;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes what a real program's hooks would write, one JSON line and one write each. Guarded by its
 * owner's lock.
 */
final class Spool {
  private final PaneEnvironment surroundings;
  private final boolean hooks;

  Spool(PaneEnvironment surroundings, boolean hooks) {
    this.surroundings = surroundings;
    this.hooks = hooks && surroundings.spool() != null && !surroundings.spool().isEmpty();
  }

  void started() throws IOException {
    write("SessionStart", new FlatJson().put("source", "startup"));
  }

  void prompted(String prompt) throws IOException {
    write("UserPromptSubmit", new FlatJson().put("prompt", prompt));
  }

  /** Goes on with the turn that a limit had held up. */
  void working() throws IOException {
    write("PreToolUse", new FlatJson().put("tool_name", "Bash"));
  }

  void stopped() throws IOException {
    write("Stop", new FlatJson().putRaw("stop_hook_active", "false"));
  }

  void limited(String text) throws IOException {
    write(
        "StopFailure",
        new FlatJson().put("error", "rate_limit").put("last_assistant_message", text));
  }

  void asking(String question) throws IOException {
    write(
        "Notification",
        new FlatJson().put("notification_type", "permission_prompt").put("message", question));
  }

  void idle() throws IOException {
    write(
        "Notification",
        new FlatJson().put("notification_type", "idle_prompt").put("message", "Waiting for input"));
  }

  void ended(String reason) throws IOException {
    write("SessionEnd", new FlatJson().put("reason", reason));
  }

  private void write(String event, FlatJson data) throws IOException {
    if (!hooks) {
      return;
    }
    long now = System.currentTimeMillis();
    String millis = Long.toString(1000 + now % 1000).substring(1);
    data.put("hook_event_name", event);
    FlatJson line =
        new FlatJson()
            .put("event", event)
            .putRaw("incarnation", Integer.toString(surroundings.incarnation()))
            .putRaw("at", now / 1000 + "." + millis)
            .putRaw("data", data.toString());
    append(surroundings.spool(), line + "\n");
  }

  /** Appends the whole line by one write, so that lines of several writers never mix. */
  static void append(String file, String line) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file, true)) {
      out.write(line.getBytes(StandardCharsets.UTF_8));
    }
  }
}
