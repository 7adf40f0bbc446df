package dev.orc.workflows.model;

import java.util.List;

/**
 * A window of a session that no agent lives in, as the one of the dev server.
 *
 * @param directory where its program is started
 * @param command the program and its arguments
 * @param why where the command was found, in one line
 */
public record SideWindow(String name, String directory, List<String> command, String why) {
  public SideWindow {
    AgentName.requireWord(name);
    command = List.copyOf(command);
  }
}
