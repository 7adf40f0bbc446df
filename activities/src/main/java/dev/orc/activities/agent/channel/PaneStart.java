package dev.orc.activities.agent.channel;

import java.util.List;
import java.util.Map;

/**
 * What a pane starts, without a shell.
 *
 * @param program the program's name, and what belongs to it, alone
 * @param command the whole command line
 * @param own the role's own arguments; they are in {@code command} already
 * @param environment what is added to the pane's
 */
public record PaneStart(
    List<String> program, List<String> command, List<String> own, Map<String, String> environment) {
  public PaneStart {
    program = List.copyOf(program);
    command = List.copyOf(command);
    own = List.copyOf(own);
    environment = Map.copyOf(environment);
  }

  /** The same with another command line. */
  public PaneStart with(List<String> otherCommand) {
    return new PaneStart(program, otherCommand, own, environment);
  }
}
