package dev.orc.activities.tell.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orc.activities.json.HostJson;
import dev.orc.base.files.PrivateFiles;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.NoticeStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people are to be told and what they were told, across restarts of the worker: a line when a
 * need is listed, and another when a sink has told it. What is over is forgotten after a month.
 * Thread-safe.
 */
final class NoticeBook {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeBook.class);
  private static final Duration KEPT = Duration.ofDays(30);

  private final Path file;
  private final Clock clock;
  private final Map<String, Page> pages = new LinkedHashMap<>();
  private long listings;

  /** One need and who has still to tell it. */
  private static final class Page {
    private final Need need;
    private final Instant listed;
    private final Set<String> untold;

    Page(Need need, Instant listed, Set<String> untold) {
      this.need = need;
      this.listed = listed;
      this.untold = new LinkedHashSet<>(untold);
    }
  }

  /** How far the telling of a need has come. */
  private enum Step {
    LISTED,
    TOLD,
    GIVEN_UP
  }

  /**
   * @param sinks who is to tell it, where it is listed
   * @param sink who told it or gave it up
   * @param key of a need that was listed before
   */
  private record Line(
      Step step, Instant listed, Set<String> sinks, String sink, String key, Need need) {}

  NoticeBook(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
    try {
      read();
      tidy();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can not be used", e);
    }
  }

  /** Lists the need for those sinks; answers whether it is new. */
  synchronized boolean list(Need need, Set<String> sinks) throws IOException {
    if (pages.containsKey(key(need))) {
      return false;
    }
    Instant now = clock.instant();
    PrivateFiles.appendLine(file, listed(new Page(need, now, sinks)));
    pages.put(key(need), new Page(need, now, sinks));
    listings++;
    notifyAll();
    return true;
  }

  /** What the sink has still to tell, oldest first. */
  synchronized List<Need> untold(String sink) {
    return pages.values().stream()
        .filter(page -> page.untold.contains(sink))
        .map(page -> page.need)
        .toList();
  }

  synchronized void told(String sink, List<Need> needs) throws IOException {
    settle(Step.TOLD, sink, needs);
  }

  /** Gives up what the sink could not tell since before that time; answers those. */
  synchronized List<Need> giveUp(String sink, Instant before) throws IOException {
    List<Need> old =
        untold(sink).stream().filter(need -> pages.get(key(need)).listed.isBefore(before)).toList();
    settle(Step.GIVEN_UP, sink, old);
    return old;
  }

  /** Grows with everything that is listed. */
  synchronized long listings() {
    return listings;
  }

  /** Waits until more is listed than had been, or for so long. */
  synchronized void awaitMoreThan(long before, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    long left = longest.toMillis();
    while (listings == before && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }

  /** An id says what is needed; it comes again in other projects and at other times. */
  static String key(Need need) {
    return need.project() + "\n" + need.id() + "\n" + need.at();
  }

  /** Everything that is listed, oldest first. */
  synchronized List<NoticeStatus> all() {
    return pages.values().stream()
        .map(page -> new NoticeStatus(page.need, page.listed, List.copyOf(page.untold)))
        .toList();
  }

  private void settle(Step step, String sink, List<Need> needs) throws IOException {
    for (Need need : needs) {
      PrivateFiles.appendLine(
          file, HostJson.line(new Line(step, null, null, sink, key(need), null)));
      pages.get(key(need)).untold.remove(sink);
    }
  }

  private void read() throws IOException {
    for (String text : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      try {
        apply(HostJson.MAPPER.readValue(text, Line.class));
      } catch (JsonProcessingException | IllegalArgumentException e) {
        LOG.warn("{} holds a line that is not a notice; it is left out", file);
      }
    }
  }

  private void apply(Line line) {
    if (line.step() == Step.LISTED && line.need() != null) {
      Set<String> sinks = Objects.requireNonNullElse(line.sinks(), Set.of());
      Instant listed = Objects.requireNonNullElse(line.listed(), Instant.EPOCH);
      pages.putIfAbsent(key(line.need()), new Page(line.need(), listed, sinks));
    } else if (line.key() != null && pages.containsKey(line.key())) {
      pages.get(line.key()).untold.remove(line.sink());
    }
  }

  /** A need that is raised once can not be raised again after so long: it may be forgotten. */
  private void tidy() throws IOException {
    Instant before = clock.instant().minus(KEPT);
    if (pages.values().removeIf(page -> page.untold.isEmpty() && page.listed.isBefore(before))) {
      String kept =
          pages.values().stream()
              .map(NoticeBook::listed)
              .collect(Collectors.joining("\n", "", pages.isEmpty() ? "" : "\n"));
      PrivateFiles.replace(file, kept);
    }
  }

  private static String listed(Page page) {
    return HostJson.line(new Line(Step.LISTED, page.listed, page.untold, null, null, page.need));
  }
}
