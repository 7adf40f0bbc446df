package dev.orc.cli.branch;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.ProgramStarts;
import dev.orc.cli.command.Programs;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Shows text in the pager that git would take, by argument vector: its words are what stands
 * between blanks. Stateless.
 */
final class Pager {
  private Pager() {}

  /** GIT_PAGER, else PAGER, else less where there is one; empty where none is wanted. */
  static List<String> words(CommandContext here) {
    String named = here.environment().get("GIT_PAGER");
    named = named == null ? here.environment().get("PAGER") : named;
    if (named == null) {
      return Programs.onPath("less", here).isPresent() ? List.of("less") : List.of();
    }
    List<String> words = List.of(named.strip().split("\\s+", -1));
    return words.equals(List.of("")) || words.equals(List.of("cat")) ? List.of() : words;
  }

  /** Returns when the person has left the pager. */
  static void show(CommandContext here, List<String> pager, List<String> lines) {
    ProcessBuilder start =
        ProgramStarts.of(here, pager)
            .redirectOutput(Redirect.INHERIT)
            .redirectError(Redirect.INHERIT);
    // As git does: short texts are only printed, colours stay, the screen is kept.
    start.environment().putIfAbsent("LESS", "FRX");
    start.environment().putIfAbsent("LV", "-c");
    here.out().flush();
    try {
      Process process = start.start();
      write(process.getOutputStream(), lines);
      process.waitFor();
    } catch (IOException e) {
      throw Failure.failed(
          "the pager " + pager.get(0) + " cannot be started: " + e.getMessage(),
          "Name another in PAGER, or print it: --no-pager");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.INTERRUPTED, "interrupted", null);
    }
  }

  private static void write(OutputStream input, List<String> lines) {
    try (input) {
      input.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException left) {
      return; // whoever leaves a pager has seen enough
    }
  }
}
