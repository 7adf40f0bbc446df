package dev.orc.cli.command;

import dev.orc.workflows.model.HostFolders;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a command finds around itself. Tests make their own.
 *
 * @param environment the variables
 * @param directory the current directory, absolute
 * @param terminal which of the standard streams are a terminal, and how wide it is
 * @param clock the time and the zone in which a person reads it
 */
public record CommandContext(
    Map<String, String> environment,
    Path directory,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Terminal terminal,
    Clock clock) {

  /** The same with another environment and directory. */
  public CommandContext with(Map<String, String> other, Path folder) {
    return new CommandContext(other, folder, in, out, err, terminal, clock);
  }

  /** The same with one variable more. */
  public CommandContext with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return with(more, directory);
  }

  /** A variable; null when it is not set or empty. */
  public String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** This moment, as messages are stamped and ages are shown by it. */
  public Instant now() {
    return clock.instant();
  }

  public HostFolders folders() {
    return HostFolders.of(environment);
  }

  /** The role that this command speaks for inside an agent's window; null for a person. */
  public String role() {
    return variable("ORC_ROLE");
  }

  /** The project of the agent's window; null outside of one. */
  public String project() {
    return variable("ORC_PROJECT");
  }

  /** Prints one line at once: whoever waits shall see it. */
  public void tell(String line) {
    out.println(line);
    out.flush();
  }

  /** Prints one line. */
  public void say(String line) {
    out.println(line);
  }
}
