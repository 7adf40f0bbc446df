package dev.orc.worker.api;

import dev.orc.activities.failure.Refusal;
import dev.orc.worker.host.BatchServices;
import dev.orc.worker.orchestration.RequestIds;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.BatchSpecs;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.SpecsRequest;
import dev.orc.workflows.model.StartRequest;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes requests for batches whole: names, ids, wishes. Thread-safe. */
final class BatchAdds {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final int LONGEST_WORD = 32;
  private static final int REMEMBERED = 1_000;

  private final Clock clock;

  /** A repeated request means the batch that the first one made. */
  private final Map<String, String> named =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  BatchAdds(Clock clock) {
    this.clock = clock;
  }

  /** With an id and a name for every entry. */
  BatchAdd complete(BatchAdd add) {
    RequestIds.require(add.id());
    if (add.entries().isEmpty()) {
      throw nothing();
    }
    List<BatchEntry> entries = new ArrayList<>();
    for (BatchEntry entry : add.entries()) {
      entries.add(complete(entry, add.id() + "/" + (entries.size() + 1)));
    }
    return new BatchAdd(add.id(), add.by(), add.batch(), entries, add.wish());
  }

  /** What every project of the specs is started like. */
  StartRequest template(BatchSpecs asked) {
    if (asked.specs() == null || asked.specs().paths().isEmpty()) {
      throw nothing();
    }
    StartRequest start =
        asked.start() == null ? StartRequest.of(asked.id(), asked.by(), null, null) : asked.start();
    return start.withId(asked.id());
  }

  /** What the request wishes counts before what the specs say. */
  BatchAdd of(BatchSpecs asked, BatchServices.Specs specs) {
    String batch = asked.batch() == null ? name(asked) : asked.batch();
    BatchWish own = asked.wish();
    BatchWish theirs = specs.wish() == null ? BatchWish.NONE : specs.wish();
    BatchWish wish =
        new BatchWish(
            own.parallel() == null ? theirs.parallel() : own.parallel(),
            own.continueOnError() == null ? theirs.continueOnError() : own.continueOnError(),
            own.logLevel() == null ? theirs.logLevel() : own.logLevel());
    return complete(new BatchAdd(asked.id(), asked.by(), batch, specs.entries(), wish));
  }

  private String name(BatchSpecs asked) {
    synchronized (named) {
      return named.computeIfAbsent(
          asked.id(), id -> word(asked.specs()) + "-" + TIME.format(clock.instant()));
    }
  }

  /** A word made from the first place's name. */
  private static String word(SpecsRequest specs) {
    String place = base(specs.paths().get(0));
    String plain = Normalizer.normalize(place, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String hyphens = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String begun = hyphens.replaceFirst("^[^a-z]+", "");
    String cut = begun.substring(0, Math.min(LONGEST_WORD, begun.length()));
    String word = cut.replaceFirst("-+$", "");
    return word.isEmpty() ? "batch" : word;
  }

  private static BatchEntry complete(BatchEntry entry, String id) {
    StartRequest start = entry.start();
    if (start == null || start.spec() == null || start.spec().isBlank()) {
      throw new Refusal(
          Refusal.Kind.USAGE, "an entry names no spec", "give each entry a start with a spec");
    }
    String startId = start.id() == null || start.id().isBlank() ? id : start.id();
    String name =
        entry.name() == null || entry.name().isBlank() ? base(start.spec()) : entry.name();
    return new BatchEntry(
        start.withId(startId), name, entry.priority(), entry.dependsOn(), entry.tags());
  }

  /** The file's name without its ending. */
  private static String base(String path) {
    Path name = Path.of(path).getFileName();
    return name == null ? "batch" : name.toString().replaceFirst("(?<=.)\\.[^.]+$", "");
  }

  private static Refusal nothing() {
    return new Refusal(Refusal.Kind.USAGE, "there is nothing to add", "name a spec at least");
  }
}
