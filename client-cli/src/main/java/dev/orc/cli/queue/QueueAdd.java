package dev.orc.cli.queue;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.batch.Adding;
import dev.orc.cli.batch.BatchFinder;
import dev.orc.cli.batch.SpecBatches;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.host.WorkerStart;
import dev.orc.cli.project.BatchOptions;
import dev.orc.cli.project.SpecArguments;
import dev.orc.cli.project.StartOptions;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchSpecs;
import dev.orc.workflows.model.SpecsRequest;
import dev.orc.workflows.model.StartRequest;
import java.nio.file.Path;
import java.util.List;

/** {@code orc queue add}: more projects for a batch. */
final class QueueAdd implements Command {
  @Override
  public Syntax syntax() {
    Syntax syntax =
        Syntax.of(this, "add", "Add projects to the queue, or to another batch.")
            .words("PATH", "Specs, spec maps, directories of specs, quoted patterns.", 1)
            .number("--priority", "N", "Higher ones are started first; 0.")
            .option("--after", "NAME,...", "Start it when these have completed.")
            .options("--tag", "TAG", "A word to filter by; may be given again.");
    return StartOptions.describedIn(BatchOptions.describedIn(syntax))
        .json()
        .example("orc queue add shop.md --priority 5 --driver claude")
        .example("orc queue add blog.md --after shop")
        .example("orc queue add specs.json --filter-tags web --batch nightly --parallel 2");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    BatchOptions options = BatchOptions.of(given, here);
    List<String> paths = SpecArguments.paths(SpecArguments.of(given, here), here);
    StartRequest common = StartOptions.of(given, here).request(Path.of(paths.get(0)));
    BatchSpecs specs =
        new BatchSpecs(
            CallerIds.next(),
            common.by(),
            options.batch() == null ? BatchFinder.QUEUE : options.batch(),
            new SpecsRequest(paths, options.filterTags(), common.project()),
            common,
            options.wish());
    EntryOptions entries = EntryOptions.of(given);
    ApiClient api = WorkerStart.apiOf(here);
    BatchAdded added =
        entries.any()
            ? SpecBatches.add(api, entries.on(SpecBatches.planned(api, specs)))
            : SpecBatches.add(api, specs);
    if (given.flag("--json")) {
      here.say(ApiJson.text(added));
    } else {
      Adding.say(here, added);
    }
    return Failure.DONE;
  }
}
