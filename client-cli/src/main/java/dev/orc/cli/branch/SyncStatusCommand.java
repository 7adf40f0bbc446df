package dev.orc.cli.branch;

import dev.orc.base.files.WholeFile;
import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Moment;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.project.Projects;
import dev.orc.cli.screen.Paint;
import dev.orc.workflows.model.SyncStatus;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code orc sync status}: asks the worker, once or again and again until the project is over. */
final class SyncStatusCommand implements Command {
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final String HOME = "\u001b[H";
  private static final String CLEAR_LINE = "\u001b[K";
  private static final String CLEAR_TO_END = "\u001b[J";

  @Override
  public Syntax syntax() {
    return Syntax.of(
            this, "status", "Show ahead, behind, uncommitted files and conflicts foreseen.")
        .optionalWord("PROJECT", "Which one; may be left out when only one is running.")
        .number("--refresh", "SECONDS", "Show it anew every so many seconds until it is over.")
        .option("--export", "FILE", "Write it into a file too, as JSON.")
        .json()
        .example("orc sync status shop --refresh 10")
        .example("orc sync status shop --export sync.json");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    Integer seconds = given.number("--refresh");
    if (seconds != null && (seconds < 1 || seconds > LONGEST.toSeconds())) {
      throw Failure.usage(
          "--refresh " + seconds + " is out of range", "Say 1 to " + LONGEST.toSeconds());
    }
    Path export = export(given.text("--export"), here);
    ApiClient api = ApiClient.of(here);
    String project = Projects.chosen(given.word(0), here, api);
    boolean drawn = seconds != null && here.terminal().out() && !given.flag("--json");
    SyncStatus status = api.get(SyncStatus.class, ApiClient.of(project, "sync"));
    show(status, given, here, drawn, export);
    while (seconds != null && !status.over()) {
      Moment.await(Instant.now().plusSeconds(seconds));
      status = api.get(SyncStatus.class, ApiClient.of(project, "sync"));
      show(status, given, here, drawn, export);
    }
    return Failure.DONE;
  }

  private static Path export(String name, CommandContext here) {
    if (name == null) {
      return null;
    }
    Path file = here.directory().resolve(name);
    if (name.isEmpty() || Files.isDirectory(file)) {
      throw Failure.usage("'" + name + "' is no file to write into", "Say --export sync.json");
    }
    return file;
  }

  private static void show(
      SyncStatus status, GivenArguments given, CommandContext here, boolean drawn, Path export) {
    if (export != null) {
      write(export, status);
    }
    if (given.flag("--json")) {
      here.tell(given.number("--refresh") == null ? ApiJson.text(status) : ApiJson.line(status));
      return;
    }
    List<String> lines =
        new SyncText(new Paint(here.terminal().colour()), here.terminal().room()).lines(status);
    if (drawn) {
      draw(lines, here);
    } else {
      lines.forEach(here::say);
      here.out().flush();
    }
  }

  /** A line more than there are rows would scroll, and what is drawn next would be off. */
  private static void draw(List<String> lines, CommandContext here) {
    StringBuilder screen = new StringBuilder(HOME);
    for (String line : lines.subList(0, Math.min(lines.size(), here.terminal().rows() - 1))) {
      screen.append(line).append(CLEAR_LINE).append('\n');
    }
    here.out().print(screen.append(CLEAR_TO_END));
    here.out().flush();
  }

  private static void write(Path file, SyncStatus status) {
    try {
      WholeFile.write(file, ApiJson.text(status) + "\n");
    } catch (UncheckedIOException e) {
      throw Failure.failed(e.getMessage(), "Name a file that you may write");
    }
  }
}
