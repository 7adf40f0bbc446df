package dev.orc.cli.queue;

import dev.orc.cli.api.Ids;
import dev.orc.cli.batch.SpecFinds;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.project.BatchOptions;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.SpecEntry;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.StartRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the command line says about the entries that it adds, besides what a spec map says.
 *
 * @param name what the only entry is called; null when it is not said
 * @param priority null when it is not said
 */
record EntryOptions(String name, Integer priority, List<String> after, List<String> tags) {

  static EntryOptions of(Given given) {
    return new EntryOptions(
        given.text("--name"),
        given.number("--priority"),
        words(given.text("--after")),
        given.texts("--tag"));
  }

  boolean any() {
    return name != null || priority != null || !after.isEmpty() || !tags.isEmpty();
  }

  /** The request for everything that was found, with these options on each. */
  BatchAdd on(SpecsReport report, StartRequest common, BatchOptions options) {
    List<SpecEntry> wanted = SpecFinds.wanted(report);
    if (name != null && wanted.size() > 1) {
      throw Failure.usage(
          "--name " + name + " is one name for " + wanted.size() + " specs",
          "Leave it out: each is called after its document");
    }
    List<BatchEntry> entries =
        wanted.stream().map(entry -> on(SpecFinds.batchEntry(entry, common))).toList();
    return new BatchAdd(
        Ids.next(), common.by(), options.batch(), entries, wish(report.batch(), options.wish()));
  }

  private BatchEntry on(BatchEntry entry) {
    return new BatchEntry(
        entry.start(),
        name == null ? entry.name() : name,
        priority == null ? entry.priority() : priority,
        both(entry.dependsOn(), after),
        both(entry.tags(), tags));
  }

  /** What the command line wishes; what it leaves open, the spec map says. */
  private static BatchWish wish(BatchWish map, BatchWish given) {
    BatchWish other = map == null ? BatchWish.NONE : map;
    return new BatchWish(
        given.parallel() == null ? other.parallel() : given.parallel(),
        given.continueOnError() == null ? other.continueOnError() : given.continueOnError(),
        given.logLevel() == null ? other.logLevel() : given.logLevel());
  }

  private static List<String> both(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    more.stream().filter(one -> !all.contains(one)).forEach(all::add);
    return all;
  }

  private static List<String> words(String list) {
    return Arrays.stream(list == null ? new String[0] : list.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
