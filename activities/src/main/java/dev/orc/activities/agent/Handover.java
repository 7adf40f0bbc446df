package dev.orc.activities.agent;

import dev.orc.activities.driver.Driver;
import dev.orc.activities.watch.HostTruth;
import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The delivery of one letter to one life of an agent: pasted once, submitted by Enter, confirmed;
 * each stage noted before it is done, so that a repeat goes on where this one ends. For one thread.
 */
final class Handover {
  /** A longer paste has to have arrived before Enter is sent. */
  private static final int LARGE = 64 << 10;

  private static final Duration ARRIVAL = Duration.ofMillis(1_500);
  private static final Duration LARGE_ARRIVAL = Duration.ofSeconds(20);
  private static final Duration CLEARING = Duration.ofSeconds(1);

  private final AgentHost host;
  private final AgentName agent;
  private final int incarnation;
  private final String pane;
  private final Driver driver;
  private final Letter letter;
  private final RoleJournal journal;
  private final Patience patience;
  private final Beat beat;
  private boolean seenInComposer;
  private Instant submittedAt;
  private String detail;

  Handover(
      AgentHost host,
      AgentName agent,
      int incarnation,
      String pane,
      Driver driver,
      Letter letter,
      RoleJournal journal,
      Beat beat) {
    this.host = host;
    this.agent = agent;
    this.incarnation = incarnation;
    this.pane = pane;
    this.driver = driver;
    this.letter = letter;
    this.journal = journal;
    this.beat = beat;
    this.patience = new Patience(beat);
  }

  /** When Enter was sent; null when it was not. */
  Instant submittedAt() {
    return submittedAt;
  }

  String detail() {
    return detail;
  }

  /** Pastes and submits. */
  Delivery begin(boolean clearFirst) throws InterruptedException {
    if (clearFirst) {
      clear();
    }
    return paste();
  }

  /** Goes on where an earlier attempt ended; empty when nothing of it has arrived. */
  Optional<Delivery> resume(JournalEntry entry) throws InterruptedException {
    submittedAt = entry.submittedAt();
    if (receipt(Duration.ZERO).isPresent()) {
      return Optional.of(confirmed());
    }
    if (entry.stage() == Stage.SUBMITTING) {
      seenInComposer = true;
      return Optional.of(glance().composerHolds(letter) ? submit() : confirm());
    }
    if (patience.until(() -> glance().composerHolds(letter), arrivalTime())) {
      seenInComposer = true;
      return Optional.of(submit());
    }
    return Optional.empty();
  }

  private void clear() throws InterruptedException {
    if (!driver.clearKeys().isEmpty()) {
      host.tmux().keys(pane, driver.clearKeys());
      if (!patience.until(() -> glance().composer().isEmpty(), CLEARING)) {
        detail = "the composer could not be seen to be empty before the paste";
      }
    }
  }

  private Delivery paste() throws InterruptedException {
    note(Stage.PASTING);
    host.tmux().paste(pane, letter.text());
    note(Stage.PASTED);
    long pasted = System.nanoTime();
    seenInComposer = arrives();
    Duration gap = driver.gapBeforeEnter();
    long since = large() ? System.nanoTime() : pasted;
    patience.until(() -> System.nanoTime() - since >= gap.toNanos(), gap);
    return submit();
  }

  private boolean arrives() throws InterruptedException {
    boolean shown =
        patience.until(() -> glance().composer().isPresent() || !lives(), arrivalTime());
    if (shown && large()) {
      StillScreen still = new StillScreen();
      patience.until(() -> still.same(glance().screen()), LARGE_ARRIVAL);
    }
    return shown && lives();
  }

  private boolean large() {
    return letter.text().length() > LARGE;
  }

  private Duration arrivalTime() {
    return large() ? LARGE_ARRIVAL : ARRIVAL;
  }

  private Delivery submit() throws InterruptedException {
    note(Stage.SUBMITTING);
    enter();
    note(Stage.SUBMITTING);
    return confirm();
  }

  private void enter() {
    host.tmux().keys(pane, java.util.List.of("Enter"));
    submittedAt = submittedAt == null ? host.now() : submittedAt;
  }

  private Delivery confirm() throws InterruptedException {
    Confirmation confirmation =
        new Confirmation(this::receipt, this::glance, this::lives, this::enter, patience, beat);
    boolean byHooks =
        driver.confirmsPrompts()
            && host.truth().hooksHeard(agent.project(), agent.role(), incarnation);
    Delivery delivery = confirmation.of(letter, byHooks, seenInComposer);
    detail = confirmation.detail() == null ? detail : confirmation.detail();
    if (delivery == Delivery.DELIVERED) {
      return confirmed();
    }
    if (delivery == Delivery.UNKNOWN) {
      note(Stage.GIVEN_UP);
    }
    return delivery;
  }

  private Delivery confirmed() {
    note(Stage.CONFIRMED);
    return Delivery.DELIVERED;
  }

  private void note(Stage stage) {
    journal.note(new JournalEntry(letter.id(), incarnation, stage, submittedAt, letter.sentAt()));
  }

  private Optional<Instant> receipt(Duration atMost) throws InterruptedException {
    return host.truth()
        .awaitReceipt(agent.project(), agent.role(), incarnation, letter.id(), atMost);
  }

  private Glance glance() {
    return Glance.of(host.tmux().screen(pane), driver, host.now(), host.zone());
  }

  private boolean lives() {
    HostTruth truth = host.truth();
    Optional<Sighting> seen = truth.sighting(agent.project(), agent.role());
    return seen.filter(s -> s.incarnation() == incarnation && s.condition().alive()).isPresent();
  }
}
