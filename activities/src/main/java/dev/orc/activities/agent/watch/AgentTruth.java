package dev.orc.activities.agent.watch;

import dev.orc.activities.agent.channel.ProgramEvent;
import dev.orc.activities.agent.channel.Question;
import dev.orc.activities.agent.channel.TokenUsage;
import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.driver.HookEvent;
import dev.orc.activities.agent.driver.Reading;
import dev.orc.activities.agent.watch.Evidence.Life;
import dev.orc.activities.git.Commits;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Sighting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The one truth of one agent: takes in what the sources say and keeps the sighting that follows.
 * Thread-safe by its own monitor, on which those wait who want to know when it changes.
 */
final class AgentTruth {
  /** So long an agent that is being launched may be without a window. */
  private static final Duration LAUNCH_GRACE = Duration.ofSeconds(15);

  /** A window is gone when so many sweeps in a row did not show it. */
  private static final int ABSENCES = 2;

  /** A watch asks about its agents more often. */
  private static final Duration UNASKED = Duration.ofHours(2);

  private final AgentName name;
  private final SpoolTail spool;
  private final ConfirmedPrompts receipts = new ConfirmedPrompts();
  private final ScreenTurn screenTurn = new ScreenTurn();
  private final ConditionMemory memory;

  private Driver driver;
  private Path worktree;
  private String base;
  private int incarnation;
  private Instant graceUntil = Instant.MIN;
  private Instant wantedAt = Instant.EPOCH;
  private Pane pane;
  private int absences;
  private boolean swept;
  private boolean wasUp;
  private Testimony said = new Testimony();
  private Commits.Count commits = Commits.Count.NONE;
  private Instant outputAt;
  private DeferredDelivery deferred = new DeferredDelivery();
  private int waiters;
  private Sighting sighting;

  /**
   * @param memoryFile where the condition's age is kept for the next worker
   */
  AgentTruth(AgentName name, Path spoolFile, Path memoryFile) {
    this.name = name;
    this.spool = new SpoolTail(spoolFile);
    this.memory = new ConditionMemory(memoryFile);
  }

  AgentName name() {
    return name;
  }

  synchronized Optional<String> driverName() {
    return Optional.ofNullable(driver).map(Driver::name);
  }

  /** Takes in what is expected; what the caller does not know stays as it was. */
  synchronized boolean expect(
      HostTruth.Expected expected, Driver itsDriver, boolean launching, Instant now) {
    wantedAt = now;
    if (expected.incarnation() < incarnation) {
      return false;
    }
    boolean over = launching && pane != null && pane.dead();
    if (expected.incarnation() > incarnation || over) {
      newLife(expected.incarnation());
    }
    if (launching && pane == null) {
      graceUntil = now.plus(LAUNCH_GRACE);
    }
    if (expected.worktree() != null) {
      worktree = Path.of(expected.worktree());
    }
    base = expected.base() == null ? base : expected.base();
    if (itsDriver != null && (driver == null || !driver.name().equals(itsDriver.name()))) {
      driver = itsDriver;
      spool.rewind();
    }
    return judge(now);
  }

  /** Takes in the pane that the server shows for the agent; null when it shows none. */
  synchronized boolean seen(Pane shown, Instant now) {
    if (shown == null || shown.incarnation() < incarnation) {
      swept = true;
      absences++;
      pane = absences >= ABSENCES ? null : pane;
      return judge(now);
    }
    boolean another = pane != null && !pane.id().equals(shown.id());
    if (shown.incarnation() > incarnation || another) {
      newLife(shown.incarnation());
    }
    swept = true;
    absences = 0;
    graceUntil = Instant.MIN;
    if (pane == null || pane.activity() != shown.activity()) {
      outputAt = Instant.ofEpochSecond(shown.activity());
    }
    pane = shown;
    return judge(now);
  }

  /** What its life has used, in and out; 0 where its program does not say. */
  synchronized long tokens() {
    TokenUsage used = said.usage();
    return used == null
        ? 0
        : Stream.of(used.inputTokens(), used.outputTokens())
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .sum();
  }

  private void newLife(int number) {
    incarnation = number;
    pane = null;
    absences = 0;
    swept = false;
    wasUp = false;
    said = new Testimony();
    deferred = new DeferredDelivery();
    outputAt = null;
    receipts.clear();
    screenTurn.begin();
    spool.rewind();
  }

  /** Reads what the program's hooks wrote since the last time. */
  synchronized boolean drain(Instant now, ZoneId zone) {
    if (driver == null) {
      return false;
    }
    boolean heard = false;
    for (HookEvent event : spool.read()) {
      if (event.incarnation() == incarnation) {
        hear(event, now, zone);
        heard = true;
      }
    }
    spool.shorten();
    boolean changed = judge(now);
    if (heard) {
      notifyAll();
    }
    return changed;
  }

  private void hear(HookEvent event, Instant now, ZoneId zone) {
    said.hooksSpoke();
    receipts.note(event, driver);
    Instant at = event.at().isAfter(now) ? now : event.at();
    driver.read(event, at, zone).ifPresent(reading -> said.hook(reading, at));
  }

  /** Takes in what the program says by its protocol in that life; whether it changes anything. */
  synchronized boolean heard(int life, ProgramEvent event, Instant now) {
    if (life != incarnation) {
      return false;
    }
    if (event instanceof ProgramEvent.Taken taken) {
      receipts.note(taken.letterId(), taken.at());
    }
    said.hear(event);
    boolean changed = judge(now);
    notifyAll();
    return changed;
  }

  /** The pane whose screen is worth reading now; null when none is. */
  synchronized String screenWanted(Instant now) {
    boolean possible = driver != null && pane != null && !pane.dead();
    boolean ruledByHook = said.hook() != null && driver != null && driver.confirmsPrompts();
    Instant hookAt = ruledByHook && !deferred.byScreen() ? said.hook().at() : null;
    return possible && screenTurn.due(pane.activity(), now, hookAt) ? pane.id() : null;
  }

  /** Takes in a screen that was captured at that time. */
  synchronized boolean saw(String paneId, String shown, Instant capturedAt, ZoneId zone) {
    if (pane == null || !pane.id().equals(paneId) || driver == null) {
      return false;
    }
    screenTurn.taken(pane.activity(), capturedAt);
    Reading reading = driver.read(shown, printedBy(capturedAt), zone);
    Reading before = said.screen() == null ? null : said.screen().reading();
    said.screen(screenTurn.withoutSpentLimit(reading, before, capturedAt), capturedAt);
    deferred.composer(driver.composer(shown).isEmpty());
    return judge(capturedAt);
  }

  /** A time of day on a screen was meant when it was printed, however late it is read. */
  private Instant printedBy(Instant capturedAt) {
    Instant lastOutput = Instant.ofEpochSecond(pane.activity());
    return lastOutput.isBefore(capturedAt) ? lastOutput : capturedAt;
  }

  synchronized boolean counted(Commits.Count count, Instant now) {
    commits = count;
    return judge(now);
  }

  /** Draws the conclusion; whether it differs from the one before. */
  synchronized boolean judge(Instant now) {
    Sighting next = conclude(now);
    if (Objects.equals(next, sighting)) {
      return false;
    }
    sighting = next;
    notifyAll();
    return true;
  }

  private Sighting conclude(Instant now) {
    if (pane == null && !swept && now.isAfter(graceUntil)) {
      return sighting;
    }
    boolean unreadable = pane != null && !pane.dead() && driver == null;
    if (unreadable) {
      return sighting;
    }
    Evidence evidence = evidence(now);
    Reading reading = evidence.verdict(now);
    Condition condition = reading.condition();
    wasUp |= condition != Condition.STARTING && condition.alive();
    boolean well = condition == Condition.READY || condition == Condition.BUSY;
    String remark = deferred.why() == null ? said.remark() : deferred.why();
    return new Sighting(
        name.role(),
        incarnation,
        condition,
        since(condition, evidence.since(now), now),
        pane == null ? null : pane.window(),
        pane == null ? null : pane.id(),
        condition == Condition.EXITED ? pane.exitStatus() : null,
        reading.detail() == null && well ? remark : reading.detail(),
        reading.resetsAt(),
        commits.commits(),
        commits.newest(),
        outputAt,
        said.broken());
  }

  /** A condition is as old as what tells of it, and no younger after the worker was started. */
  private Instant since(Condition condition, Instant told, Instant now) {
    boolean same =
        sighting != null
            && sighting.incarnation() == incarnation
            && sighting.condition() == condition;
    if (same) {
      return sighting.since();
    }
    Instant from = told == null || told.isAfter(now) ? now : told;
    return memory.since(incarnation, condition, from);
  }

  private Evidence evidence(Instant now) {
    Life life = pane == null ? Life.NO_WINDOW : pane.dead() ? Life.DEAD : Life.RUNNING;
    if (pane == null && now.isBefore(graceUntil)) {
      life = Life.BEING_OPENED;
    }
    Integer status = pane == null ? null : pane.exitStatus();
    Integer signal = pane == null ? null : pane.signal();
    return new Evidence(
        life,
        status,
        signal,
        said.protocol(),
        said.hook(),
        said.screen(),
        wasUp,
        Evidence.Told.of(driver));
  }

  synchronized Optional<Sighting> sighting() {
    return Optional.ofNullable(sighting);
  }

  synchronized Optional<Sighting> await(Predicate<Sighting> until, Duration atMost)
      throws InterruptedException {
    Deadline deadline = Deadline.in(atMost);
    waiters++;
    try {
      while ((sighting == null || !until.test(sighting)) && !deadline.over()) {
        wait(deadline.leftMillis());
      }
      return sighting();
    } finally {
      waiters--;
    }
  }

  synchronized Optional<Instant> awaitReceipt(int life, String messageId, Duration atMost)
      throws InterruptedException {
    Deadline deadline = Deadline.in(atMost);
    waiters++;
    try {
      Optional<Instant> receipt = receipt(life, messageId);
      while (receipt.isEmpty() && life >= incarnation && running() && !deadline.over()) {
        wait(deadline.leftMillis());
        receipt = receipt(life, messageId);
      }
      return receipt;
    } finally {
      waiters--;
    }
  }

  private Optional<Instant> receipt(int life, String messageId) {
    return life == incarnation ? receipts.of(messageId) : Optional.empty();
  }

  private boolean running() {
    return sighting == null || sighting.condition().alive();
  }

  /** What the program asks by its protocol in that life. */
  synchronized List<Question> questions(int life) {
    return life == incarnation ? said.questions() : List.of();
  }

  synchronized boolean hooksHeard(int life) {
    return life == incarnation && said.hooksHeard();
  }

  synchronized void deferred(HostTruth.Deferral reason, String why, Instant now) {
    deferred.put(reason, why, now);
    if (deferred.byScreen()) {
      screenTurn.wantAgain();
    }
    judge(now);
  }

  /** How often a delivery was put off, when the latest could be tried again now; 0 otherwise. */
  synchronized int deferralOver() {
    boolean ready = sighting != null && sighting.condition() == Condition.READY;
    return ready && deferred.over(said.screen()) ? deferred.times() : 0;
  }

  /** Nobody waits for the end of a deferral that is older than that. */
  synchronized void forgetDeferralBefore(Instant time) {
    deferred.forgetBefore(time);
  }

  /** Whether it has no window and nobody has asked about it for long. */
  synchronized boolean abandoned(Instant now) {
    return pane == null && swept && waiters == 0 && wantedAt.plus(UNASKED).isBefore(now);
  }

  synchronized boolean hasWaiters() {
    return waiters > 0;
  }

  /** Whether a sweep missed its window once, and the next one decides. */
  synchronized boolean doubtful() {
    return pane != null && absences > 0;
  }

  /** Where to count its commits, when there is a place. */
  synchronized Optional<CommitPlace> commitPlace() {
    boolean known = worktree != null && base != null;
    return known ? Optional.of(new CommitPlace(worktree, base, outputAt)) : Optional.empty();
  }

  synchronized Optional<Path> worktree() {
    return Optional.ofNullable(worktree);
  }
}
