package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.batch.Adding;
import dev.orc.cli.batch.BatchFollowing;
import dev.orc.cli.batch.SpecBatches;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.host.WorkerStart;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.LedRequest;
import dev.orc.workflows.model.LedSpecs;
import dev.orc.workflows.model.LedSpecs.LedPhase;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.TeamWish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code orc start DIR --from PHASE}: a Spec Kit directory whose later phases the team's lead does.
 * Each phase is a project of a batch with the lead alone, proved by its own commands; the team that
 * writes code is the last one, and starts when all before it have completed. Stateless.
 */
final class LedStart {
  private static final String LEAD = "orchestrator";

  private LedStart() {}

  static int run(List<String> words, GivenArguments given, CommandContext here) {
    if (words.size() != 1) {
      throw Failure.usage("--from is for one Spec Kit directory", "Say: orc start DIR --from plan");
    }
    StartRequest start = StartOptions.of(given, here).request(Path.of(words.get(0)));
    if (start.newProject() != null) {
      throw Failure.usage(
          "--from and --new-project do not go together", "Make the repository first: git init");
    }
    String directory = here.directory().resolve(words.get(0)).normalize().toString();
    ApiClient api = WorkerStart.apiOf(here);
    LedSpecs led =
        api.post(
            LedSpecs.class,
            "/v1/specs/led",
            new LedRequest(directory, given.text("--from"), given.flag("--review"), start.env()));
    BatchOptions options = BatchOptions.of(given, here);
    String batch = options.batch() == null ? led.name() : options.batch();
    BatchAdd add =
        new BatchAdd(
            start.id(),
            start.by(),
            batch,
            entries(led, start, given.flag("--review")),
            options.wish());
    if (given.flag("--dry-run")) {
      show(led, add, given, here);
      return Failure.DONE;
    }
    BatchAdded added = SpecBatches.add(api, add);
    if (given.flag("--json")) {
      here.say(ApiJson.text(added));
    } else {
      Adding.say(here, added);
    }
    return given.flag("--watch")
        ? new BatchFollowing(added.batch(), here, false).untilOver()
        : Failure.DONE;
  }

  /** One after another: each depends on the one before it. */
  private static List<BatchEntry> entries(LedSpecs led, StartRequest start, boolean review) {
    StartRequest common = start.withProject(led.directory());
    List<BatchEntry> entries = new ArrayList<>();
    List<String> before = List.of();
    for (LedPhase phase : led.phases()) {
      String name = led.name() + "-" + phase.phase();
      StartRequest one =
          common
              .withId(CallerIds.next())
              .withSpec(phase.spec())
              .withTeam(TeamWish.of(List.of(LEAD)))
              .withReview(review ? phase.document() : null);
      entries.add(new BatchEntry(one, name, 0, before, List.of()));
      before = List.of(name);
    }
    StartRequest code = common.withId(CallerIds.next()).withSpec(led.kit());
    entries.add(new BatchEntry(code, led.name(), 0, before, List.of()));
    return entries;
  }

  private static void show(LedSpecs led, BatchAdd add, GivenArguments given, CommandContext here) {
    if (given.flag("--json")) {
      here.say(ApiJson.text(add));
      return;
    }
    for (LedPhase phase : led.phases()) {
      here.say(Clean.line("The lead would do the phase " + phase.phase() + ", by " + phase.spec()));
      if (given.flag("--review")) {
        here.say(Clean.line("  and you would approve " + phase.document() + " before it counts"));
      }
    }
    here.say(Clean.line("Then a team would work on " + led.kit() + " in " + led.directory() + "."));
    here.say("Nothing was changed.");
  }
}
