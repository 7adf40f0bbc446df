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
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchSpecs;
import dev.orc.workflows.model.SpecsRequest;
import dev.orc.workflows.model.StartRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts several specs as a batch of their own. For one thread. */
final class StartMany {
  private final GivenArguments given;
  private final CommandContext here;
  private final StartRequest common;
  private final BatchSpecs specs;
  private final ApiClient api;

  private StartMany(GivenArguments given, CommandContext here) {
    this.given = given;
    this.here = here;
    BatchOptions options = BatchOptions.of(given, here);
    List<String> paths = SpecArguments.paths(SpecArguments.of(given, here), here);
    this.common = StartOptions.of(given, here).request(Path.of(paths.get(0)));
    this.specs =
        new BatchSpecs(
            CallerIds.next(),
            common.by(),
            options.batch(),
            new SpecsRequest(paths, options.filterTags(), common.project()),
            common,
            options.wish());
    this.api = WorkerStart.apiOf(here);
  }

  /** Whether the command line may mean more than one plain spec. */
  static boolean wanted(GivenArguments given, CommandContext here) {
    List<String> words = SpecArguments.of(given, here);
    return words.size() > 1
        || !words.isEmpty()
            && (BatchOptions.of(given, here).any() || SpecArguments.mayBeMany(words.get(0), here));
  }

  static StartMany of(GivenArguments given, CommandContext here) {
    return new StartMany(given, here);
  }

  /** Starts them, or shows what that would be; the result is the exit code. */
  int run() {
    boolean alone = specs.specs().paths().size() == 1 && !BatchOptions.of(given, here).any();
    if (alone && isSpecKit(specs.specs().paths().get(0))) {
      return Start.one(common, new Starting(api, here), given, here);
    }
    return given.flag("--dry-run")
        ? new ManyShown(new Starting(api, here), here)
            .show(SpecBatches.planned(api, specs), given.flag("--json"))
        : start();
  }

  private int start() {
    BatchAdded added = SpecBatches.add(api, specs);
    if (given.flag("--json")) {
      here.say(ApiJson.text(added));
    } else {
      Adding.say(here, added);
    }
    return given.flag("--watch")
        ? new BatchFollowing(added.batch(), here, false).untilOver()
        : Failure.DONE;
  }

  /** A directory that is a spec by itself is a start like any other. */
  private boolean isSpecKit(String path) {
    if (!Files.isDirectory(Path.of(path))) {
      return false;
    }
    BatchAdd planned = SpecBatches.planned(api, specs);
    return planned.entries().size() == 1 && path.equals(planned.entries().get(0).start().spec());
  }
}
