package dev.orc.cli.host;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.ProgramStarts;
import dev.orc.cli.command.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the doctor finds without the worker: programs, Java, disk. Stateless. */
final class ProgramChecks {
  private static final List<String> AGENTS = List.of("claude", "codex", "gemini", "opencode");
  private static final int OLDEST_TMUX_MAJOR = 3;
  private static final int OLDEST_TMUX_MINOR = 2;
  private static final long MEGABYTE = 1024L * 1024;
  private static final long WANTED_MEGABYTES = 1024;
  private static final long LEAST_MEGABYTES = 100;
  private static final String INSTALL = "Install it: orc setup";

  private ProgramChecks() {}

  static List<Check> all(CommandContext here) {
    return List.of(
        Check.ok("java", Runtime.version() + " in " + System.getProperty("java.home")),
        tmux(here),
        git(here),
        temporal(here),
        agents(here),
        disk(here));
  }

  private static Check tmux(CommandContext here) {
    Optional<String> said = answer(here, "tmux", "-V");
    if (said.isEmpty()) {
      return Check.fail("tmux", "not found", INSTALL);
    }
    String version = said.get().replaceAll("[^0-9.]", "");
    String[] parts = version.split("\\.", -1);
    int major = parts[0].isEmpty() ? 0 : Integer.parseInt(parts[0]);
    int minor = parts.length < 2 || parts[1].isEmpty() ? 0 : Integer.parseInt(parts[1]);
    boolean young =
        major > OLDEST_TMUX_MAJOR || major == OLDEST_TMUX_MAJOR && minor >= OLDEST_TMUX_MINOR;
    return young
        ? Check.ok("tmux", said.get())
        : Check.fail("tmux", said.get() + " is too old", "Install tmux 3.2 or newer");
  }

  private static Check git(CommandContext here) {
    return answer(here, "git", "--version")
        .map(said -> Check.ok("git", said))
        .orElseGet(() -> Check.fail("git", "not found", INSTALL));
  }

  private static Check temporal(CommandContext here) {
    String named = here.variable("ORC_TEMPORAL_BIN");
    Path own = named != null ? Path.of(named) : here.folders().cache().resolve("bin/temporal");
    Optional<Path> found =
        Files.isExecutable(own) ? Optional.of(own) : Programs.onPath("temporal", here);
    return found
        .flatMap(program -> answer(here, program.toString(), "--version"))
        .map(said -> Check.ok("temporal", said))
        .orElseGet(() -> Check.warn("temporal", "no program: runs would not be durable", INSTALL));
  }

  private static Check agents(CommandContext here) {
    List<String> found = new ArrayList<>();
    for (String agent : AGENTS) {
      if (Programs.onPath(agent, here).isPresent()) {
        found.add(agent);
      }
    }
    return found.isEmpty()
        ? Check.warn(
            "agents",
            "no agent program on the PATH",
            "Install one of: " + String.join(", ", AGENTS))
        : Check.ok("agents", String.join(", ", found));
  }

  private static Check disk(CommandContext here) {
    Path folder = here.folders().state();
    while (!Files.exists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    // Not by its FileStore: in a chroot that finds no mount.
    long free = folder.toFile().getUsableSpace() / MEGABYTE;
    String detail = free + " MB free in " + folder;
    String remedy = "Make room: 1 GB is wanted";
    if (free < LEAST_MEGABYTES) {
      return Check.fail("disk", detail, remedy);
    }
    return free < WANTED_MEGABYTES ? Check.warn("disk", detail, remedy) : Check.ok("disk", detail);
  }

  /** The first line that a program answers with; empty when it is not there or fails. */
  private static Optional<String> answer(CommandContext here, String... command) {
    if (!command[0].contains("/") && Programs.onPath(command[0], here).isEmpty()) {
      return Optional.empty();
    }
    try {
      Process process = ProgramStarts.of(here, List.of(command)).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? said.lines().findFirst() : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
