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
  /** What the dev server's window is called. */
  public static final String SERVER = "server";

  /** What the plain shell's window is called, which every session has. */
  public static final String SHELL = "shell";

  public SideWindow {
    AgentName.requireWord(name);
    command = List.copyOf(command);
  }
}
