package dev.orc.activities.agent.watch;

import dev.orc.workflows.activities.WatchActivities.WatchOrder;
import dev.orc.workflows.model.HostView;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the open watches of all projects and answers each when there is news for it. One thread
 * decides; a {@link WatchAnswers} speaks to the server. Thread-safe.
 */
final class OpenWatches implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OpenWatches.class);

  /** Completion files are looked for this often; everything else wakes the watches. */
  private static final Duration ROUND = Duration.ofSeconds(2);

  /** A workflow that asks knows of every deferral that is older. */
  private static final Duration DEFERRAL_KNOWN = Duration.ofSeconds(30);

  private final LiveHostTruth truth;
  private final WatchAnswers answers;
  private final List<OpenWatch> open = new ArrayList<>();
  private final Set<String> changed = new HashSet<>();
  private final AnsweredNews answered = new AnsweredNews();
  private final Thread thread = new Thread(this::run, "orc-watch-answers");
  private Deadline round = Deadline.in(ROUND);
  private boolean closed;

  OpenWatches(LiveHostTruth truth, WatchAnswers answers) {
    this.truth = truth;
    this.answers = answers;
    truth.onChange(this::changed);
    thread.setDaemon(true);
    thread.start();
  }

  private synchronized void changed(String project) {
    changed.add(project);
    notifyAll();
  }

  /** What is true for this order now. */
  HostView view(WatchOrder order) {
    HostView seen = truth.view(order.project());
    Optional<CompletionFile> file = lead(order).flatMap(CompletionFile::in);
    return new HostView(
        seen.at(),
        seen.sessionPresent(),
        seen.sightings(),
        file.map(CompletionFile::content).orElse(null),
        file.map(CompletionFile::writtenAt).orElse(null));
  }

  private Optional<Path> lead(WatchOrder order) {
    return Optional.ofNullable(order.lead())
        .flatMap(role -> truth.find(order.project(), role))
        .flatMap(AgentTruth::worktree);
  }

  /** Keeps the watch until there is an answer; an older one of the same project is answered now. */
  synchronized void open(OpenWatch watch) {
    if (closed) {
      answers.answer(watch, view(watch.order()));
      return;
    }
    List<OpenWatch> older =
        open.stream().filter(other -> other.project().equals(watch.project())).toList();
    older.forEach(other -> answer(other, view(other.order()), List.of()));
    forgetWhatNobodyWaitsFor(watch.order());
    open.add(watch);
    changed(watch.project());
  }

  /** The workflow may have learnt of a deferral after it had asked, but not so long after. */
  private void forgetWhatNobodyWaitsFor(WatchOrder order) {
    Instant longAgo = truth.now().minus(DEFERRAL_KNOWN);
    order.beliefs().stream()
        .filter(belief -> !belief.waitsForReady())
        .forEach(
            belief ->
                truth
                    .find(order.project(), belief.role())
                    .ifPresent(agent -> agent.forgetDeferralBefore(longAgo)));
  }

  private void run() {
    try {
      while (true) {
        for (OpenWatch watch : awaitWork()) {
          attend(watch);
        }
      }
    } catch (InterruptedException e) {
      log.debug("the watch is closed");
    }
  }

  private synchronized List<OpenWatch> awaitWork() throws InterruptedException {
    while (changed.isEmpty() && !round.over() && !momentCame()) {
      wait(Math.min(round.leftMillis(), untilNextMoment()));
    }
    Instant now = truth.now();
    boolean all = round.over();
    List<OpenWatch> work =
        open.stream()
            .filter(
                watch ->
                    all
                        || changed.contains(watch.project())
                        || !now.isBefore(watch.nextMoment(now)))
            .toList();
    changed.clear();
    round = all ? Deadline.in(ROUND) : round;
    return work;
  }

  private boolean momentCame() {
    Instant now = truth.now();
    return open.stream().anyMatch(watch -> !now.isBefore(watch.nextMoment(now)));
  }

  private long untilNextMoment() {
    Instant now = truth.now();
    return open.stream()
        .map(watch -> watch.nextMoment(now))
        .min(Comparator.naturalOrder())
        .map(moment -> Math.max(1, Duration.between(now, moment).toMillis()))
        .orElse(ROUND.toMillis());
  }

  private void attend(OpenWatch watch) {
    try {
      HostView view = view(watch.order());
      Instant now = truth.now();
      List<String> news = new News(watch.order(), view, role -> over(watch, role)).at(now);
      synchronized (this) {
        boolean tell = !news.isEmpty() && answered.fresh(watch.project(), news, now);
        if (tell || !now.isBefore(watch.order().until())) {
          answer(watch, view, news);
        } else if (open.contains(watch) && watch.beatDue(now)) {
          answers.beat(watch, () -> drop(watch));
        }
      }
    } catch (RuntimeException e) {
      log.error("the watch of {} is left to its next attempt", watch.project(), e);
      drop(watch);
    }
  }

  private int over(OpenWatch watch, String role) {
    return truth.find(watch.project(), role).map(AgentTruth::deferralOver).orElse(0);
  }

  private synchronized void answer(OpenWatch watch, HostView view, List<String> news) {
    if (!open.remove(watch)) {
      return;
    }
    answered.told(watch.project(), news, truth.now());
    answers.answer(watch, view);
  }

  private synchronized void drop(OpenWatch watch) {
    open.remove(watch);
  }

  synchronized int size() {
    return open.size();
  }

  /** Answers all that is open, so that whoever works next is asked at once. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      List.copyOf(open).forEach(watch -> answer(watch, view(watch.order()), List.of()));
    }
    thread.interrupt();
  }
}
