package dev.orc.cli.command;

import dev.orc.base.process.ProgramPath;
import java.nio.file.Path;
import java.util.Optional;

/** Looks for programs on the PATH that a command was given. Stateless. */
public final class Programs {
  private Programs() {}

  /** The program of that name; empty when there is none, or when the name is a path already. */
  public static Optional<Path> onPath(String name, CommandContext here) {
    return ProgramPath.find(name, here.environment().getOrDefault("PATH", "/usr/bin:/bin"));
  }
}
