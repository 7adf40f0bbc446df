package dev.orc.cli.queue;

import dev.orc.cli.command.GivenArguments;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchEntry;
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

  static EntryOptions of(GivenArguments given) {
    return new EntryOptions(
        given.text("--name"),
        given.number("--priority"),
        words(given.text("--after")),
        given.texts("--tag"));
  }

  boolean any() {
    return name != null || priority != null || !after.isEmpty() || !tags.isEmpty();
  }

  /** The same request with these options on each of its entries. */
  BatchAdd on(BatchAdd add) {
    return new BatchAdd(
        add.id(), add.by(), add.batch(), add.entries().stream().map(this::on).toList(), add.wish());
  }

  private BatchEntry on(BatchEntry entry) {
    return new BatchEntry(
        entry.start(),
        name == null ? entry.name() : name,
        priority == null ? entry.priority() : priority,
        both(entry.dependsOn(), after),
        both(entry.tags(), tags));
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
