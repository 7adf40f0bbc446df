package dev.orc.cli.project;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.host.WorkerStart;
import dev.orc.workflows.model.StartRequest;
import java.nio.file.Path;
import java.util.List;

/** {@code orc start}: a new orchestration from a spec. */
public final class Start implements Command {
  @Override
  public Syntax syntax() {
    Syntax syntax =
        Syntax.of(this, "start", "Start an orchestration: a team that works on a spec.")
            .words("SPEC", "What to build; several make a batch; none drafts one.", 0)
            .options("--spec", "FILE", "The same as SPEC.");
    return BatchOptions.describedIn(StartOptions.describedIn(syntax))
        .flag("--validate", "Only check the specs, as orc spec check does.")
        .flag("--yes", "Start without a spec, from the draft, without asking.")
        .flag("--edit,-e", "Open the draft in your editor first.")
        .option("--from", "PHASE", "Let the lead do the kit's phases from this one on.")
        .flag("--review", "A person reviews each of these phases.")
        .flag("--dry-run", "Show exactly what would happen; change nothing.")
        .flag("--watch", "Follow it once it has started.")
        .json()
        .example("orc start shop.md --driver claude --watch")
        .example("orc start --spec shop.md --roles orchestrator,developer --dry-run")
        .example("orc start specs.json --filter-tags web --parallel 2 --watch");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    if (given.flag("--json") && given.flag("--watch")) {
      throw Failure.usage("--json and --watch do not go together", "Use orc watch --json");
    }
    List<String> words = SpecArguments.of(given, here);
    if (given.text("--from") != null) {
      return LedStart.run(words, given, here);
    }
    if (given.flag("--review")) {
      throw Failure.usage("--review goes with --from", "Say: orc start DIR --from plan --review");
    }
    if (InformalStart.wanted(words, given, here)) {
      return InformalStart.run(words, given, here);
    }
    if (words.isEmpty()) {
      throw Failure.usage("which spec?", "Say: orc start SPEC, or orc start in a repository");
    }
    if (given.flag("--yes") || given.flag("--edit")) {
      throw Failure.usage(
          "--yes and --edit are for a start without a spec", "Leave them out, or the spec");
    }
    if (given.flag("--validate")) {
      return SpecCheck.check(given, here);
    }
    if (StartMany.wanted(given, here)) {
      return StartMany.of(given, here).run();
    }
    Path spec = StartOptions.spec(SpecArguments.of(given, here).get(0), here);
    StartRequest request = StartOptions.of(given, here).request(spec);
    return one(request, new Starting(WorkerStart.apiOf(here), here), given, here);
  }

  /** Starts one, or shows what that would be; the result is the exit code. */
  static int one(
      StartRequest request, Starting starting, GivenArguments given, CommandContext here) {
    boolean json = given.flag("--json");
    if (given.flag("--dry-run")) {
      starting.show(request, json);
      return Failure.DONE;
    }
    String project = json ? starting.startSilently(request) : starting.start(request);
    return given.flag("--watch") ? WatchCommand.follow(project, here, false) : Failure.DONE;
  }
}
