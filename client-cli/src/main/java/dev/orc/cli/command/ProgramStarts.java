package dev.orc.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prepares other programs, always by argument vector. Stateless. */
public final class ProgramStarts {
  private ProgramStarts() {}

  /** A program with the person's own locale, which the launcher had put aside. */
  public static ProcessBuilder of(CommandContext here, List<String> command) {
    List<String> found = new ArrayList<>(command);
    Programs.onPath(command.get(0), here).ifPresent(program -> found.set(0, program.toString()));
    ProcessBuilder builder = new ProcessBuilder(found);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(here.environment());
    String locale = environment.remove("ORC_LC_ALL");
    if (locale != null) {
      environment.remove("LC_ALL");
      if (!locale.isEmpty()) {
        environment.put("LC_ALL", locale);
      }
    }
    builder.directory(here.directory().toFile());
    return builder;
  }

  /** Runs a program on this terminal and waits for it; the result is its exit code. */
  public static int onTerminal(CommandContext here, List<String> command) {
    here.out().flush();
    try {
      return of(here, command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw Failure.failed(
          command.get(0) + " cannot be started: " + e.getMessage(), "Install it: orc setup");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.INTERRUPTED, "interrupted", null);
    }
  }
}
