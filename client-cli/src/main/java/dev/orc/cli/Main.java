package dev.orc.cli;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.LocalClock;
import dev.orc.cli.command.Signals;
import dev.orc.cli.command.Terminal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The program behind the launcher. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    CommandContext here = surroundings();
    int exit = new Orc(here).run(arguments);
    if (Signals.ending()) {
      // A signal came, and what failed here failed by it. Others clean up, and halting would cut
      // them off: the machine ends when they are done, with the signal's exit code.
      return;
    }
    here.out().flush();
    here.err().flush();
    // Nothing is left to be closed, and halting at once saves the wait for idle threads.
    Runtime.getRuntime().halt(exit);
  }

  /** The real ones. */
  static CommandContext surroundings() {
    Map<String, String> environment = System.getenv();
    return new CommandContext(
        environment,
        Path.of("").toAbsolutePath(),
        System.in,
        stream(FileDescriptor.out, false),
        stream(FileDescriptor.err, true),
        Terminal.of(environment),
        new LocalClock());
  }

  /** UTF-8 whatever the locale says; buffered until a line, a command's flush or its end. */
  private static PrintStream stream(FileDescriptor descriptor, boolean byLine) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 8_192),
        byLine,
        StandardCharsets.UTF_8);
  }
}
