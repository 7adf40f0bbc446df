package dev.orc.cli.host;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.ProgramStarts;
import dev.orc.cli.command.YesOrNo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The database of the development server, which is not to be read from here: the launcher starts a
 * Java that can. Stateless.
 */
final class DatabaseCheck {
  /** How the worker begins to say that it can not be used. */
  static final String DAMAGED = "Temporal's database is damaged";

  private DatabaseCheck() {}

  /**
   * What was said of it.
   *
   * @param exit 0 when all is well
   */
  record Said(int exit, List<String> lines) {}

  /**
   * What was wrong.
   *
   * @param remedy null when none was named
   */
  private record Fault(String what, String remedy) {
    static Fault of(String said) {
      String[] parts = said.replaceFirst("^orc: ", "").split("\\. Remedy: ", 2);
      return new Fault(parts[0], parts.length < 2 ? null : parts[1]);
    }
  }

  /** Copies it after a clean stop; what can not be copied is said, and stops nothing. */
  static void keep(CommandContext here) {
    if (isThere(here)) {
      Said said = ask(here, "keep");
      if (said.exit() != 0) {
        here.err().println("orc: the database was not copied: " + String.join(" ", said.lines()));
      }
    }
  }

  /** For the doctor; nothing where there is no database. */
  static Optional<Check> check(CommandContext here) {
    if (!isThere(here) && !Files.isDirectory(folder(here).resolve("copies"))) {
      return Optional.empty();
    }
    Said said = ask(here, "check");
    String first = said.lines().isEmpty() ? "nothing is said of it" : said.lines().get(0);
    if (said.exit() == 0) {
      return Optional.of(Check.ok("database", first));
    }
    Fault fault = Fault.of(first);
    return Optional.of(Check.fail("database", fault.what(), fault.remedy()));
  }

  /** Puts it aside and takes the last good copy. */
  static void restore(CommandContext here) {
    Said said = ask(here, "restore");
    if (said.exit() != 0) {
      Fault fault = Fault.of(String.join(" ", said.lines()));
      throw new Failure(said.exit(), fault.what(), fault.remedy());
    }
    said.lines().forEach(here::say);
  }

  /** Whether a start failed because of it, and somebody at a terminal wants the copy. */
  static boolean wanted(CommandContext here, Failure failed) {
    boolean damaged = String.valueOf(failed.getMessage()).startsWith(DAMAGED);
    if (!damaged || !YesOrNo.canBeAsked(here)) {
      return false;
    }
    here.say(failed.getMessage());
    return YesOrNo.ask(here, "Put it aside and take the copy?");
  }

  private static boolean isThere(CommandContext here) {
    return here.variable("ORC_LAUNCHER") != null && Files.exists(folder(here).resolve("orc.db"));
  }

  private static Path folder(CommandContext here) {
    return here.folders().state().resolve("temporal");
  }

  private static Said ask(CommandContext here, String verb) {
    String launcher = here.variable("ORC_LAUNCHER");
    if (launcher == null) {
      throw Failure.failed("ORC_LAUNCHER is not set", "Start orc by its launcher, ./orc");
    }
    List<String> command = new ArrayList<>(List.of("sh", launcher, "database", verb));
    try {
      Process process = ProgramStarts.of(here, command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Said(process.waitFor(), said.lines().toList());
    } catch (IOException e) {
      throw Failure.failed(
          "the database can not be looked at: " + e.getMessage(), "See: orc doctor");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.INTERRUPTED, "interrupted", null);
    }
  }
}
