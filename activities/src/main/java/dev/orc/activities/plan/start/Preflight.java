package dev.orc.activities.plan.start;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.base.files.FreeSpace;
import dev.orc.base.process.Ended;
import dev.orc.base.process.ProgramRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks whether the host has what an orchestration needs, before anything is touched. Immutable.
 */
public final class Preflight {
  /** What a team's worktrees, transcripts and builds may soon need. */
  public static final long USUAL_FREE_BYTES = 1L << 30;

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");
  private static final int TMUX_MAJOR = 3;
  private static final int TMUX_MINOR = 2;

  private final String tmux;
  private final String git;
  private final long freeBytes;

  /**
   * @param tmux the program, by name or path
   * @param git the program, by name or path
   * @param freeBytes how much must be free on the disks that are written to
   */
  public Preflight(String tmux, String git, long freeBytes) {
    this.tmux = tmux;
    this.git = git;
    this.freeBytes = freeBytes;
  }

  /** Refuses when tmux or git are missing or too old. */
  public void requirePrograms() {
    String version = version(tmux, "-V", "tmux");
    Matcher numbers = VERSION.matcher(version);
    if (numbers.find() && tooOld(numbers)) {
      throw new Refusal(
          Kind.FAILED,
          "this tmux is " + version.strip() + ", and orc needs 3.2",
          "install a newer tmux, or name one as tmux.program in config.yaml");
    }
    String answer = version(git, "--version", "git");
    if (!answer.startsWith("git version")) {
      throw new Refusal(
          Kind.FAILED, "'" + git + "' is not git", "put git on the PATH of the worker");
    }
  }

  /** Refuses when the disk that the folder is, or will be, on is nearly full. */
  public void requireSpace(Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    try {
      long free = FreeSpace.of(there);
      if (free < freeBytes) {
        throw new Refusal(
            Kind.FAILED,
            "the disk of %s has %d MB left, and %d MB are needed"
                .formatted(there, free >> 20, freeBytes >> 20),
            "make room there");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean tooOld(Matcher numbers) {
    int major = Integer.parseInt(numbers.group(1));
    int minor = Integer.parseInt(numbers.group(2));
    return major < TMUX_MAJOR || major == TMUX_MAJOR && minor < TMUX_MINOR;
  }

  private static String version(String program, String option, String name) {
    try {
      Ended ended =
          ProgramRun.of(List.of(program, option)).within(Duration.ofSeconds(10)).run(() -> {});
      if (ended.well()) {
        return ended.out();
      }
      throw missing(name, "it says: " + ended.firstLine());
    } catch (UncheckedIOException e) {
      throw missing(name, "'" + program + "' can not be started");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw missing(name, "interrupted while asking it");
    }
  }

  private static Refusal missing(String name, String why) {
    return new Refusal(
        Kind.FAILED,
        name + " can not be used: " + why,
        "install " + name + " (orc setup does it), or put it on the PATH of the worker");
  }
}
