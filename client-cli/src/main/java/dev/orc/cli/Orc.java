package dev.orc.cli;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Finds the command, reads its arguments, runs it, and says what went wrong. Not thread-safe. */
public final class Orc {
  private final CommandContext here;

  public Orc(CommandContext here) {
    this.here = here;
  }

  /** Runs one command line; the result is the exit code. */
  public int run(String... arguments) {
    try {
      return dispatch(arguments);
    } catch (Failure e) {
      return Faults.say(here, e);
    } catch (ParameterException e) {
      return Faults.say(here, e);
    } catch (RuntimeException e) {
      return Faults.say(here, e);
    }
  }

  private int dispatch(String[] arguments) {
    String first = arguments.length == 0 ? "help" : arguments[0];
    List<String> rest =
        Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
    return switch (first) {
      case "help", "-h", "--help" ->
          rest.isEmpty() ? overview() : runCommand(rest.get(0), "--help");
      case "-V", "--version" -> runCommand("version");
      default -> runCommand(first, rest.toArray(String[]::new));
    };
  }

  private int overview() {
    Overview.print(here);
    return Failure.DONE;
  }

  private int runCommand(String name, String... arguments) {
    Command command = Catalog.make(name);
    CommandLine line = new CommandLine(command.syntax().spec());
    ParseResult parsed =
        line.getCommandSpec().name("orc " + name).commandLine().parseArgs(arguments);
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    if (parsed.isUsageHelpRequested()) {
      parsed.commandSpec().commandLine().usage(here.out(), ansi());
      return Failure.DONE;
    }
    return ((Command) parsed.commandSpec().userObject()).run(new GivenArguments(parsed), here);
  }

  private Ansi ansi() {
    return here.terminal().colour() ? Ansi.ON : Ansi.OFF;
  }
}
