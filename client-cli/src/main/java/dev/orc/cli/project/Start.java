package dev.orc.cli.project;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.host.Uprising;
import dev.orc.workflows.model.StartRequest;
import java.nio.file.Path;

/** {@code orc start}: a new orchestration from a spec. */
public final class Start implements Command {
  @Override
  public Syntax syntax() {
    Syntax syntax =
        Syntax.of(this, "start", "Start an orchestration: a team that works on a spec.")
            .words("SPEC", "What says what to build; several make a batch.", 0)
            .options("--spec", "FILE", "The same as SPEC.");
    return BatchOptions.describedIn(StartOptions.describedIn(syntax))
        .flag("--validate", "Only check the specs, as orc spec check does.")
        .flag("--dry-run", "Show exactly what would happen; change nothing.")
        .flag("--watch", "Follow it once it has started.")
        .json()
        .example("orc start shop.md --driver claude --watch")
        .example("orc start --spec shop.md --roles orchestrator,developer --dry-run")
        .example("orc start specs.json --filter-tags web --parallel 2 --watch");
  }

  @Override
  public int run(Given given, Surroundings here) {
    if (given.flag("--json") && given.flag("--watch")) {
      throw Failure.usage("--json and --watch do not go together", "Use orc watch --json");
    }
    if (SpecWords.of(given, here).isEmpty()) {
      throw Failure.usage("which spec?", "Say: orc start SPEC");
    }
    if (given.flag("--validate")) {
      return SpecCheck.check(given, here);
    }
    if (StartMany.wanted(given, here)) {
      return StartMany.of(given, here).run();
    }
    Path spec = StartOptions.spec(SpecWords.of(given, here).get(0), here);
    StartRequest request = StartOptions.of(given, here).request(spec);
    return one(request, new Starting(Uprising.apiOf(here), here), given, here);
  }

  /** Starts one, or shows what that would be; the result is the exit code. */
  static int one(StartRequest request, Starting starting, Given given, Surroundings here) {
    boolean json = given.flag("--json");
    if (given.flag("--dry-run")) {
      starting.show(request, json);
      return Failure.DONE;
    }
    String project = json ? starting.startSilently(request) : starting.start(request);
    return given.flag("--watch") ? Watch.follow(project, here, false) : Failure.DONE;
  }
}
