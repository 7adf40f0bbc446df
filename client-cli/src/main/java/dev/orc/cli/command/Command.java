package dev.orc.cli.command;

/** One verb of the command line. Implementations hold no state and may be used by any thread. */
public interface Command {
  /** What it is called, what it takes, and how its help reads. */
  Syntax syntax();

  /** Does it; the result is the exit code. What goes wrong is a {@link Failure}. */
  int run(GivenArguments given, CommandContext here);
}
