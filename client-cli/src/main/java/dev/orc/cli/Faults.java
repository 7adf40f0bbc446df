package dev.orc.cli;

import dev.orc.base.text.Nearest;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.screen.Clean;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ParameterException;

/**
 * Says what went wrong: one line on standard error for each thing, what to do, and the exit code.
 */
final class Faults {
  private Faults() {}

  static int say(CommandContext here, Failure failure) {
    if (failure.more().isEmpty()) {
      return line(here, failure.getMessage(), failure.remedy(), failure.exit());
    }
    here.err().println("orc: " + Clean.line(failure.getMessage()));
    List<String> more = failure.more();
    more.subList(0, more.size() - 1).forEach(one -> here.err().println("orc: " + Clean.line(one)));
    return line(here, more.get(more.size() - 1), failure.remedy(), failure.exit());
  }

  static int say(CommandContext here, ParameterException fault) {
    String command = fault.getCommandLine().getCommandSpec().qualifiedName();
    String what = fault.getMessage();
    return line(here, what, "See: " + command + " --help", Failure.USAGE);
  }

  /** A fault of orc itself; the trace helps whoever mends it, so it is there when asked for. */
  static int say(CommandContext here, RuntimeException fault) {
    if (here.variable("ORC_DEBUG") != null) {
      fault.printStackTrace(here.err());
    }
    return line(
        here,
        "orc itself failed: " + fault,
        "Run it again with ORC_DEBUG=1 to see where",
        Failure.FAILED);
  }

  /** The command that was meant, as a remedy. */
  static String didYouMean(String word) {
    String begun = word.toLowerCase(Locale.ROOT);
    List<String> longer = Catalog.names().stream().filter(name -> name.startsWith(begun)).toList();
    if (longer.size() == 1) {
      return "Did you mean: orc " + longer.get(0);
    }
    return Nearest.to(begun, Catalog.names())
        .map(name -> "Did you mean: orc " + name)
        .orElse("See: orc --help");
  }

  private static int line(CommandContext here, String what, String remedy, int exit) {
    String said = Clean.line(String.valueOf(what));
    boolean ended = said.endsWith(".") || said.endsWith("!") || said.endsWith("?");
    String rest = remedy == null || remedy.isBlank() ? "" : " " + sentence(Clean.line(remedy));
    here.err().println("orc: " + said + (ended || rest.isEmpty() ? "" : ".") + rest);
    return exit;
  }

  /** The worker's remedies are half sentences; here they begin one, unless it is a command. */
  private static String sentence(String remedy) {
    boolean command = List.of("orc", "git", "tmux").contains(remedy.split(" ", 2)[0]);
    return command ? remedy : remedy.substring(0, 1).toUpperCase(Locale.ROOT) + remedy.substring(1);
  }
}
