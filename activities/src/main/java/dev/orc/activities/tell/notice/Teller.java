package dev.orc.activities.tell.notice;

import dev.orc.workflows.model.Need;
import dev.orc.workflows.policy.Backoff;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells by one sink what the book lists for it, on a thread of its own, and tries again what could
 * not be told: nothing else waits for it.
 */
final class Teller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(10);
  private static final Duration END_WITHIN = Duration.ofSeconds(5);

  private final Sink sink;
  private final NoticeBook book;
  private final NoticeText text;
  private final Rules rules;
  private final Clock clock;
  private final Thread thread;
  private final List<Instant> sent = new ArrayList<>();
  private Instant notBefore = Instant.MIN;
  private int failures;

  /**
   * The numbers it goes by.
   *
   * @param retryFirst the wait after the first failure; doubles each time
   * @param retryLongest where the doubling ends
   */
  record Rules(
      DigestRules digest,
      MorningRules morning,
      Duration retryFirst,
      Duration retryLongest,
      Duration giveUpAfter) {
    /** Rules that have everything told as soon as it comes. */
    Rules(DigestRules digest, Duration retryFirst, Duration retryLongest, Duration giveUpAfter) {
      this(digest, MorningRules.AT_ONCE, retryFirst, retryLongest, giveUpAfter);
    }
  }

  Teller(Sink sink, NoticeBook book, NoticeText text, Rules rules, Clock clock) {
    this.sink = sink;
    this.book = book;
    this.text = text;
    this.rules = rules;
    this.clock = clock;
    this.thread = new Thread(this::run, "notices-" + sink.name());
    this.thread.setDaemon(true);
  }

  Teller start() {
    thread.start();
    return this;
  }

  /** What is not told yet is told by the next worker. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(END_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        long listings = book.listings();
        Duration pause = Duration.between(clock.instant(), act());
        book.awaitMoreThan(listings, pause.compareTo(LONGEST_SLEEP) < 0 ? pause : LONGEST_SLEEP);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells what is due; answers when to look again. */
  private Instant act() throws InterruptedException {
    Instant now = clock.instant();
    List<Need> untold = book.untold(sink.name());
    List<Need> waiting =
        untold.stream().filter(need -> !rules.morning().due(need).isAfter(now)).toList();
    if (waiting.isEmpty()) {
      return untold.stream()
          .map(rules.morning()::due)
          .min(Instant::compareTo)
          .orElse(now.plus(LONGEST_SLEEP));
    }
    Instant may = rules.digest().mayBeSent(sent, now);
    Instant due = may.isAfter(notBefore) ? may : notBefore;
    if (due.isAfter(now)) {
      return due;
    }
    tell(together(waiting, now));
    return clock.instant();
  }

  /** What was put off to one time is told as one. */
  private List<Need> together(List<Need> waiting, Instant now) {
    List<Need> ends =
        waiting.stream().filter(need -> rules.morning().due(need).isAfter(Instant.MIN)).toList();
    return ends.isEmpty()
        ? waiting.subList(0, rules.digest().next(waiting.size(), sent, now))
        : ends;
  }

  private void tell(List<Need> needs) throws InterruptedException {
    try {
      sink.tell(text.of(needs));
      book.told(sink.name(), needs);
      sent.add(clock.instant());
      sent.removeIf(time -> time.plus(rules.digest().within()).isBefore(clock.instant()));
      failures = 0;
      notBefore = Instant.MIN;
    } catch (IOException | RuntimeException failed) {
      failed(failed);
    }
  }

  private void failed(Exception why) {
    failures++;
    Duration wait = Backoff.wait(rules.retryFirst(), rules.retryLongest(), failures);
    notBefore = clock.instant().plus(wait);
    LOG.warn(
        "{} could not be told of a notice, next try in {} s: {}",
        sink.name(),
        wait.toSeconds(),
        why.getMessage());
    try {
      for (Need need : book.giveUp(sink.name(), clock.instant().minus(rules.giveUpAfter()))) {
        LOG.error("{} was never told: {}: {}", sink.name(), need.project(), need.what());
      }
    } catch (IOException e) {
      LOG.error("the list of notices can not be written", e);
    }
  }
}
