package dev.orc.cli.project;

import dev.orc.cli.api.Api;
import dev.orc.cli.api.Ids;
import dev.orc.cli.api.Json;
import dev.orc.cli.batch.Adding;
import dev.orc.cli.batch.BatchFollowing;
import dev.orc.cli.batch.Batches;
import dev.orc.cli.batch.SpecFinds;
import dev.orc.cli.batch.SpecsAdd;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.host.Uprising;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.SpecEntry;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.SpecsRequest;
import dev.orc.workflows.model.StartRequest;
import java.nio.file.Path;
import java.util.List;

/** Starts several specs as a batch of their own. For one thread. */
final class StartMany {
  private final Given given;
  private final Surroundings here;
  private final BatchOptions options;
  private final StartRequest common;
  private final SpecsRequest specs;
  private final Api api;

  private StartMany(Given given, Surroundings here) {
    this.given = given;
    this.here = here;
    this.options = BatchOptions.of(given);
    List<String> paths = SpecWords.paths(SpecWords.of(given), here);
    this.common = StartOptions.of(given, here).request(Path.of(paths.get(0)));
    this.specs = new SpecsRequest(paths, options.filterTags(), common.project());
    this.api = Uprising.apiOf(here);
  }

  /** Whether the command line may mean more than one plain spec. */
  static boolean wanted(Given given, Surroundings here) {
    List<String> words = SpecWords.of(given);
    return words.size() > 1
        || !words.isEmpty()
            && (BatchOptions.of(given).any() || SpecWords.mayBeMany(words.get(0), here));
  }

  static StartMany of(Given given, Surroundings here) {
    return new StartMany(given, here);
  }

  /** Starts them, or shows what that would be; the result is the exit code. */
  int run() {
    SpecsReport report = SpecFinds.sound(api, specs);
    List<SpecEntry> wanted = SpecFinds.wanted(report);
    if (isOneSpecKit(wanted)) {
      return Start.one(common, new Starting(api, here), given, here);
    }
    if (wanted.isEmpty()) {
      throw Failure.notFound(
          "none of " + report.entries().size() + " specs is to be started",
          "See why: orc spec check " + specs.paths().get(0));
    }
    if (given.flag("--dry-run")) {
      return new ManyShown(new Starting(api, here), here)
          .show(report, common, given.flag("--json"));
    }
    requireOneName(wanted);
    return start();
  }

  private int start() {
    String name = options.batch() == null ? ownName() : options.batch();
    SpecsAdd request = new SpecsAdd(Ids.next(), common.by(), name, specs, common, options.wish());
    BatchAdded added = api.post(BatchAdded.class, Batches.SPECS, request);
    if (given.flag("--json")) {
      here.say(Json.text(added));
    } else {
      Adding.say(here, added);
    }
    return given.flag("--watch")
        ? new BatchFollowing(added.batch(), here, false).untilOver()
        : Failure.DONE;
  }

  /** A name that no open batch has: who wants to add to one says so. */
  private String ownName() {
    String name = BatchName.after(specs.paths().get(0));
    if (Batches.open(api).stream().anyMatch(open -> open.batch().equals(name))) {
      throw new Failure(
          Failure.REFUSED,
          "batch " + name + " is open already",
          "Add to it with --batch " + name + ", or give this one a name: --batch NAME");
    }
    return name;
  }

  /** A directory that is a spec by itself is a start like any other. */
  private boolean isOneSpecKit(List<SpecEntry> wanted) {
    return !options.any()
        && wanted.size() == 1
        && "spec-kit".equals(wanted.get(0).kind())
        && specs.paths().equals(List.of(wanted.get(0).spec()));
  }

  private void requireOneName(List<SpecEntry> wanted) {
    if (common.name() != null && wanted.size() > 1) {
      throw Failure.usage(
          "--name " + common.name() + " is one name for " + wanted.size() + " projects",
          "Leave it out: each is called after its repository");
    }
  }
}
