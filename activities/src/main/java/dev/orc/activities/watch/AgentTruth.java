package dev.orc.activities.watch;

import dev.orc.activities.driver.Driver;
import dev.orc.activities.driver.HookEvent;
import dev.orc.activities.driver.Reading;
import dev.orc.activities.git.Commits;
import dev.orc.activities.tmux.Tmux.Pane;
import dev.orc.activities.watch.Evidence.Life;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Sighting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

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
  private final Receipts receipts = new Receipts();
  private final ScreenTurn screenTurn = new ScreenTurn();

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
  private Reading hook;
  private Instant hookAt;
  private boolean hooksHeard;
  private Reading screen;
  private Instant screenAt;
  private boolean composerFree = true;
  private Commits.Count commits = Commits.Count.NONE;
  private Instant outputAt;
  private HostTruth.Deferral deferral = HostTruth.Deferral.NONE;
  private Instant deferredAt;
  private int deferrals;
  private int waiters;
  private Sighting sighting;

  AgentTruth(AgentName name, Path spoolFile) {
    this.name = name;
    this.spool = new SpoolTail(spoolFile);
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

  private void newLife(int number) {
    incarnation = number;
    pane = null;
    absences = 0;
    swept = false;
    wasUp = false;
    hook = null;
    hookAt = null;
    hooksHeard = false;
    screen = null;
    screenAt = null;
    composerFree = true;
    deferral = HostTruth.Deferral.NONE;
    deferredAt = null;
    deferrals = 0;
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
    hooksHeard = true;
    receipts.note(event, driver);
    Instant at = event.at().isAfter(now) ? now : event.at();
    driver
        .read(event, at, zone)
        .ifPresent(
            reading -> {
              hook = reading;
              hookAt = at;
            });
  }

  /** The pane whose screen is worth reading now; null when none is. */
  synchronized String screenWanted(Instant now) {
    boolean possible = driver != null && pane != null && !pane.dead();
    boolean ruledByHook = hooksHeard && driver != null && driver.confirmsPrompts();
    boolean inUse = deferral == HostTruth.Deferral.SCREEN_IN_USE;
    return possible && screenTurn.due(pane.activity(), now, ruledByHook && !inUse ? hookAt : null)
        ? pane.id()
        : null;
  }

  /** Takes in a screen that was captured at that time. */
  synchronized boolean saw(String paneId, String shown, Instant capturedAt, ZoneId zone) {
    if (pane == null || !pane.id().equals(paneId) || driver == null) {
      return false;
    }
    screenTurn.taken(pane.activity(), capturedAt);
    Reading reading = driver.read(shown, printedBy(capturedAt), zone);
    screen = screenTurn.withoutSpentLimit(reading, screen, capturedAt);
    screenAt = capturedAt;
    composerFree = driver.composer(shown).isEmpty();
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
    Reading reading = evidence(now).verdict(now);
    Condition condition = reading.condition();
    wasUp |= condition != Condition.STARTING && condition.alive();
    boolean same =
        sighting != null
            && sighting.incarnation() == incarnation
            && sighting.condition() == condition;
    boolean exited = condition == Condition.EXITED;
    return new Sighting(
        name.role(),
        incarnation,
        condition,
        same ? sighting.since() : now,
        pane == null ? null : pane.window(),
        pane == null ? null : pane.id(),
        exited ? pane.exitStatus() : null,
        reading.detail(),
        reading.resetsAt(),
        commits.commits(),
        commits.newest(),
        outputAt);
  }

  private Evidence evidence(Instant now) {
    Life life = pane == null ? Life.NO_WINDOW : pane.dead() ? Life.DEAD : Life.RUNNING;
    if (pane == null && now.isBefore(graceUntil)) {
      life = Life.BEING_OPENED;
    }
    Integer status = pane == null ? null : pane.exitStatus();
    Integer signal = pane == null ? null : pane.signal();
    boolean promptsTold = driver != null && driver.confirmsPrompts();
    return new Evidence(life, status, signal, hook, hookAt, screen, screenAt, wasUp, promptsTold);
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

  synchronized boolean hooksHeard(int life) {
    return life == incarnation && hooksHeard;
  }

  synchronized void deferred(HostTruth.Deferral reason, Instant now) {
    deferral = reason;
    deferredAt = now;
    if (reason != HostTruth.Deferral.NONE) {
      deferrals++;
    }
    if (reason == HostTruth.Deferral.SCREEN_IN_USE) {
      composerFree = false;
      screenTurn.wantAgain();
    }
  }

  /** How often a delivery was put off, when the latest could be tried again now; 0 otherwise. */
  synchronized int deferralOver() {
    boolean ready = sighting != null && sighting.condition() == Condition.READY;
    boolean free =
        switch (deferral) {
          case NONE -> false;
          case NOT_READY -> true;
          case SCREEN_IN_USE -> composerFree && screen.condition() == Condition.READY;
        };
    return ready && free ? deferrals : 0;
  }

  /** Nobody waits for the end of a deferral that is older than that. */
  synchronized void forgetDeferralBefore(Instant time) {
    if (deferredAt != null && deferredAt.isBefore(time)) {
      deferral = HostTruth.Deferral.NONE;
    }
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

  /**
   * @param outputAt the agent's last output; null when there was none
   */
  record CommitPlace(Path worktree, String base, Instant outputAt) {}
}
