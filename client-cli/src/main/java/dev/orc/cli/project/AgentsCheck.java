package dev.orc.cli.project;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;

/**
 * {@code orc agents check}: only its description. Drivers are not to be seen from here, so the
 * launcher starts a Java that sees them.
 */
final class AgentsCheck implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(
            this,
            "check",
            "Say what a driver reads of recorded screens and hook events. A line for each file:"
                + " STATE, detail, resets and FILE with tabs between them. STATE is one of"
                + " starting, ready, busy, asking, limited, exited; resets is an ISO 8601 instant"
                + " in UTC, or empty. Without files the program is started in a pane of its own, and"
                + " what its screen and its hooks say is told, where they differ, and which marks"
                + " of the driver were never seen. No worker is needed.")
        .word("DRIVER", "The driver, as claude or codex.")
        .files(
            "--screen", "FILE", "Screens as 'tmux capture-pane -p' prints them, with -e or -J too.")
        .files("--hook", "FILE", "Lines of a spool file, or what the program gave to its hook.")
        .option(
            "--at", "EPOCH", "When they were taken, in epoch seconds; else each file's own time.")
        .option("--for", "SECONDS", "Without files: how long the program is watched; 60.")
        .option("--prompt", "TEXT", "Without files: what it is asked once it is ready; '' nothing.")
        .option("--in", "DIR", "Without files: where it is started; else an empty folder.")
        .option("--size", "COLUMNSxROWS", "Without files: how large its pane is; 200x50.")
        .json()
        .example("orc agents check claude --screen a.txt b.txt --at 1763640000")
        .example("orc agents check codex --for 120 --size 80x24");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    throw Failure.usage(
        "the launcher reads drivers", "Run it by the launcher: ./orc agents check DRIVER");
  }
}
