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
            .optionalWord("SPEC", "The Markdown document that says what to build.")
            .option("--spec", "FILE", "The same as SPEC.");
    return StartOptions.describedIn(syntax)
        .flag("--dry-run", "Show exactly what would happen; change nothing.")
        .flag("--watch", "Follow it once it has started.")
        .json()
        .example("orc start shop.md --driver claude --watch")
        .example("orc start --spec shop.md --roles orchestrator,developer --dry-run");
  }

  @Override
  public int run(Given given, Surroundings here) {
    boolean json = given.flag("--json");
    if (json && given.flag("--watch")) {
      throw Failure.usage("--json and --watch do not go together", "Use orc watch --json");
    }
    Path spec = StartOptions.spec(named(given), here);
    StartRequest request = StartOptions.of(given, here).request(spec);
    Starting starting = new Starting(Uprising.apiOf(here), here);
    if (given.flag("--dry-run")) {
      starting.show(request, json);
      return Failure.DONE;
    }
    String project = json ? starting.startSilently(request) : starting.start(request);
    return given.flag("--watch") ? Watch.follow(project, here, false) : Failure.DONE;
  }

  private static String named(Given given) {
    String word = given.word(0);
    String option = given.text("--spec");
    if (word == null == (option == null)) {
      throw Failure.usage(
          word == null ? "which spec?" : "the spec is given twice", "Say: orc start SPEC");
    }
    return word == null ? option : word;
  }
}
