package dev.orc.cli.queue;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.batch.BatchFinder;
import dev.orc.cli.batch.BatchProjectFinder;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Ago;
import dev.orc.cli.screen.BatchScreen;
import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.TimelineText;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** {@code orc queue show}: one project of a batch, its tries and its story. */
final class QueueShow implements Command {
  /** A project with what is known of it. */
  public record Shown(BatchItem item, List<Completed> tries, List<TimelineEntry> story) {}

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "show", "Show one project of a batch, its tries and its story.")
        .word("ITEM", "Its name, its project or its id.")
        .option("--batch", "NAME", "Which batch; otherwise the host's queue.")
        .json()
        .example("orc queue show shop");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    BatchStatus batch = BatchFinder.chosen(api, given.text("--batch"));
    BatchItem item = BatchProjectFinder.named(batch, given.word(0));
    Shown shown = new Shown(item, tries(api, batch, item), story(api, batch, item));
    if (given.flag("--json")) {
      here.say(ApiJson.text(shown));
    } else {
      say(batch, shown, here);
    }
    return Failure.DONE;
  }

  private static List<Completed> tries(ApiClient api, BatchStatus batch, BatchItem item) {
    return api.list(Completed.class, "/v1/completed").stream()
        .filter(run -> run.batch() != null)
        .filter(run -> batch.workflowId().equals(run.batch().workflow()))
        .filter(run -> item.id().equals(run.batch().item()))
        // Items are numbered anew whenever the host's queue begins.
        .filter(run -> !run.startedAt().isBefore(item.addedAt()))
        .toList();
  }

  private static List<TimelineEntry> story(ApiClient api, BatchStatus batch, BatchItem item) {
    return api
        .list(TimelineEntry.class, BatchFinder.of(batch.batch(), "story") + "?since=0")
        .stream()
        .filter(entry -> item.name().equals(entry.who()) || item.id().equals(entry.who()))
        .toList();
  }

  private static void say(BatchStatus batch, Shown shown, CommandContext here) {
    BatchItem item = shown.item();
    Instant now = here.now();
    line(here, "name", item.name() + " (" + item.id() + " in batch " + batch.batch() + ")");
    line(here, "state", BatchScreen.state(item.state()) + because(item));
    line(here, "project", item.project());
    line(here, "directory", item.directory());
    line(here, "spec", item.spec());
    line(here, "priority", String.valueOf(item.priority()));
    line(here, "after", String.join(", ", item.dependsOn()));
    line(here, "tags", String.join(", ", item.tags()));
    line(here, "added", ago(item.addedAt(), now));
    line(here, "started", ago(item.startedAt(), now));
    line(here, "ended", ago(item.endedAt(), now));
    line(here, "next try", item.nextAt() == null ? "" : inTime(item.nextAt(), now));
    shown.tries().forEach(run -> line(here, "try " + RunOutcomes.attempt(run), attempt(run)));
    TimelineText text = TimelineText.within(here.terminal().room(), here.clock());
    shown.story().forEach(entry -> text.of(entry).forEach(here::say));
  }

  private static String because(BatchItem item) {
    String kind = item.failure() == null ? "" : " (" + RunOutcomes.kind(item.failure()) + ")";
    return kind + (item.reason() == null ? "" : ": " + item.reason());
  }

  private static String attempt(Completed run) {
    String kind = run.failure() == null ? "" : " (" + RunOutcomes.kind(run.failure()) + ")";
    String reason = run.reason() == null ? "" : ": " + run.reason();
    return run.phase().name().toLowerCase(Locale.ROOT)
        + kind
        + " after "
        + Ago.of(RunOutcomes.took(run))
        + reason;
  }

  private static String inTime(Instant moment, Instant now) {
    return "in " + Ago.of(Duration.between(now, moment));
  }

  private static String ago(Instant moment, Instant now) {
    return moment == null ? "" : Ago.since(moment, now) + " ago";
  }

  /** What is not known takes no line. */
  private static void line(CommandContext here, String name, String value) {
    if (value != null && !value.isEmpty()) {
      here.say(name + " ".repeat(Math.max(1, 11 - name.length())) + Clean.line(value));
    }
  }
}
