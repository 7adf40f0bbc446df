package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.Brought;
import dev.orc.activities.agent.channel.Channel;
import dev.orc.activities.agent.channel.Parcel;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Words by the composer: pasted once, submitted by Enter, confirmed; each stage noted before it is
 * done, so that a repeat goes on where this one ends. For one letter, one thread.
 */
final class TerminalChannel implements Channel {
  /** A longer paste has to have arrived before Enter is sent. */
  private static final int LARGE = 64 << 10;

  private static final Duration ARRIVAL = Duration.ofMillis(1_500);
  private static final Duration LARGE_ARRIVAL = Duration.ofSeconds(20);
  private static final Duration CLEARING = Duration.ofSeconds(1);

  private final AgentPane pane;
  private final LetterText letter;
  private final Notes notes;
  private final Patience patience = new Patience(() -> {});
  private boolean seenInComposer;
  private boolean wasWorking;
  private Duration pace = Duration.ZERO;

  TerminalChannel(AgentPane pane, LetterText letter, Notes notes) {
    this.pane = pane;
    this.letter = letter;
    this.notes = notes;
  }

  /** What is put into a working program's composer is queued at best. */
  @Override
  public boolean carries(Parcel parcel, boolean working) {
    return !working || parcel.urgent();
  }

  @Override
  public Brought bring(Parcel parcel, Duration atMost) throws InterruptedException {
    Optional<JournalEntry> begun = notes.inThisLife();
    if (begun.isPresent()) {
      Optional<Brought> resumed = resume(begun.get());
      if (resumed.isPresent()) {
        return resumed.get();
      }
    }
    Glance glance = pane.glance();
    Optional<String> inTheWay = inTheWay(glance, parcel);
    if (inTheWay.isPresent()) {
      return Brought.keptAway(inTheWay.get());
    }
    if (glance.composer().isPresent()) {
      clear();
    }
    return paste();
  }

  /** What keeps a paste away now: a question, work that hooks do not tell of, somebody's draft. */
  private Optional<String> inTheWay(Glance glance, Parcel parcel) {
    Condition shown = glance.reading().condition();
    boolean busy = shown == Condition.BUSY && !pane.tellsOfPrompts();
    if (shown == Condition.ASKING || (busy && !parcel.urgent())) {
      return Optional.of("the agent is " + shown.name().toLowerCase(Locale.ROOT));
    }
    boolean ours =
        glance.composer().filter(notes::mayBeOurs).isPresent() || glance.composer().isEmpty();
    return ours ? Optional.empty() : Optional.of("waits for the half-typed text in the composer");
  }

  /** Goes on where an earlier attempt ended; empty when nothing of it has arrived. */
  private Optional<Brought> resume(JournalEntry entry) throws InterruptedException {
    Optional<Instant> receipt = pane.receipt(letter.id(), Duration.ZERO);
    if (receipt.isPresent()) {
      return Optional.of(Brought.taken(receipt.get()));
    }
    if (entry.stage() == DeliveryStage.SUBMITTING) {
      seenInComposer = true;
      boolean held = pane.glance().composerHolds(letter);
      return Optional.of(held ? submit() : confirm(entry.submittedAt()));
    }
    boolean pasted =
        entry.stage() == DeliveryStage.PASTING || entry.stage() == DeliveryStage.PASTED;
    if (pasted && patience.until(() -> pane.glance().composerHolds(letter), arrivalTime())) {
      seenInComposer = true;
      return Optional.of(submit());
    }
    return Optional.empty();
  }

  private void clear() throws InterruptedException {
    if (!pane.driver().clearKeys().isEmpty()) {
      pane.keys(pane.driver().clearKeys());
      patience.until(() -> pane.glance().composer().isEmpty(), CLEARING);
    }
  }

  private Brought paste() throws InterruptedException {
    Brought brought = pasteOnce();
    return brought.result() == Brought.Result.DOUBTFUL && isLost() ? pasteOnce() : brought;
  }

  /** A program that tells of each prompt, waits for one and shows nothing, never got the paste. */
  private boolean isLost() throws InterruptedException {
    return !seenInComposer
        && pane.tellsOfPrompts()
        && pane.receipt(letter.id(), Duration.ZERO).isEmpty()
        && pane.sighting().filter(seen -> seen.condition() == Condition.READY).isPresent()
        && pane.glance().composer().isEmpty();
  }

  private Brought pasteOnce() throws InterruptedException {
    notes.note(DeliveryStage.PASTING, null);
    pane.paste(letter.text() + pane.driver().ending());
    notes.note(DeliveryStage.PASTED, null);
    long pasted = System.nanoTime();
    seenInComposer = arrives();
    pace = Duration.ofNanos(System.nanoTime() - pasted);
    Duration gap = pane.driver().gapBeforeEnter();
    long since = large() ? System.nanoTime() : pasted;
    patience.until(() -> System.nanoTime() - since >= gap.toNanos(), gap);
    return submit();
  }

  private boolean arrives() throws InterruptedException {
    boolean shown =
        patience.until(() -> pane.glance().composer().isPresent() || !pane.lives(), arrivalTime());
    if (shown && large()) {
      StillScreen still = new StillScreen();
      patience.until(() -> still.same(pane.glance().screen()), LARGE_ARRIVAL);
    }
    return shown && pane.lives();
  }

  private boolean large() {
    return letter.text().length() > LARGE;
  }

  private Duration arrivalTime() {
    return large() ? LARGE_ARRIVAL : ARRIVAL;
  }

  private Brought submit() throws InterruptedException {
    wasWorking =
        pane.sighting().map(Sighting::condition).filter(Condition.BUSY::equals).isPresent();
    notes.note(DeliveryStage.SUBMITTING, null);
    pane.enter();
    Instant now = pane.host().now();
    notes.note(DeliveryStage.SUBMITTING, now);
    return confirm(now);
  }

  private Brought confirm(Instant submittedAt) throws InterruptedException {
    Brought brought =
        new Confirmation(pane, letter, submittedAt, seenInComposer, wasWorking, pace).await();
    if (brought.result() == Brought.Result.TAKEN && pane.lives()) {
      leaveNothing();
    }
    return brought;
  }

  /**
   * The program may have had the letter from elsewhere, as with its start: what was pasted stands
   * there then, and would pass for somebody's half-typed text.
   */
  private void leaveNothing() throws InterruptedException {
    if (!patience.until(() -> !pane.glance().composerHolds(letter), CLEARING)) {
      clear();
    }
  }

  @Override
  public Known knows(String letterId) {
    return Known.CANNOT_TELL;
  }

  /** Questions on the screen are answered by their labels. */
  @Override
  public boolean answer(String questionId, String choice) {
    return false;
  }

  @Override
  public void close() {
    // The pane is tmux's.
  }
}
