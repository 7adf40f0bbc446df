package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.Brought;
import dev.orc.activities.agent.channel.Brought.Result;
import dev.orc.activities.agent.channel.Channel;
import dev.orc.activities.agent.watch.HostTruth.Deferral;
import dev.orc.activities.host.tmux.TmuxException;
import dev.orc.activities.tell.audit.AuditEvent;
import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.activities.AgentActivities.DeliveryOrder;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Sighting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings messages to agents, one at a time to each: looks at the agent, brings the letter by the
 * first way that carries it, waits for the program's own event, and settles. Thread-safe.
 */
final class Courier {
  /** An idle program takes what it is given at once; a working one at its next pause. */
  private static final Duration TAKES_WITHIN = Duration.ofSeconds(15);

  /** So long a letter may be on its way from a program's queue, or its start, into its talk. */
  private static final Duration MOVES_WITHIN = Duration.ofSeconds(3);

  /**
   * A program that was given its brief with its start takes it once it is up, on a loaded machine
   * after a minute or more; brought once more, it would stand in the composer as somebody's text.
   */
  private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);

  private final AgentHost host;
  private final Visits visits;
  private final Journal journal;
  private final MessageTexts texts;
  private final Consumer<AuditEvent> audit;
  private final Pulse pulse = new Pulse();
  private final Lanes lanes = new Lanes();

  Courier(
      AgentHost host,
      Visits visits,
      Journal journal,
      MessageTexts texts,
      Consumer<AuditEvent> audit) {
    this.host = host;
    this.visits = visits;
    this.journal = journal;
    this.texts = texts;
    this.audit = audit;
  }

  Receipt deliver(DeliveryOrder order, Beat beat) throws InterruptedException {
    AgentName agent = new AgentName(order.project(), order.role().name());
    return lanes.alone(agent, beat, () -> pulse.during(beat, () -> inLane(order, agent)));
  }

  private Receipt inLane(DeliveryOrder order, AgentName agent) throws InterruptedException {
    Message message = order.message();
    LetterText letter = LetterText.of(message, texts.text(message));
    Notes notes = new Notes(journal.of(agent), letter, message, order.incarnation());
    Optional<JournalEntry> begun = notes.inThisLife();
    if (begun.filter(entry -> entry.stage() == DeliveryStage.CONFIRMED).isPresent()) {
      return receipt(order, Delivery.DELIVERED, begun.get().submittedAt(), null);
    }
    Optional<Visit> visit = visits.to(order, agent);
    if (visit.isEmpty()) {
      return receipt(order, Delivery.GONE, null, "that life of the agent is over");
    }
    try {
      Optional<Brought> given = givenAtStart(order, visit.get(), letter);
      return settled(
          order, notes, given.isPresent() ? given.get() : brought(visit.get(), letter, notes));
    } catch (TmuxException e) {
      if (visits.isOver(order)) {
        return receipt(order, Delivery.GONE, null, "the program has just ended");
      }
      throw e;
    }
  }

  /** What became of a brief that went with the program's start; empty for any other letter. */
  private Optional<Brought> givenAtStart(DeliveryOrder order, Visit visit, LetterText letter)
      throws InterruptedException {
    boolean brief =
        order.message().kind() == MessageKind.BRIEF
            || order.message().kind() == MessageKind.REBRIEF;
    Optional<Instant> given = brief ? StartPrompt.writtenAt(lifeFolder(order)) : Optional.empty();
    if (given.isEmpty() || !visit.pane().driver().confirmsPrompts()) {
      return Optional.empty();
    }
    boolean mayCome = host.now().isBefore(given.get().plus(STARTS_WITHIN));
    Optional<Instant> taken = visit.receipt(letter.id(), mayCome ? MOVES_WITHIN : Duration.ZERO);
    if (taken.isPresent()) {
      return taken.map(Brought::taken);
    }
    return mayCome
        ? Optional.of(Brought.not("its brief came with its start and is not taken yet"))
        : Optional.empty();
  }

  private Path lifeFolder(DeliveryOrder order) {
    AgentName agent = new AgentName(order.project(), order.role().name());
    return new LifeFolder(host.folders(), agent).place(order.incarnation());
  }

  private Brought brought(Visit visit, LetterText letter, Notes notes) throws InterruptedException {
    Optional<Instant> receipt =
        notes.inThisLife().isPresent() ? visit.receipt(letter.id()) : Optional.empty();
    Optional<DeliveryStage> stage = notes.inThisLife().map(JournalEntry::stage);
    if (receipt.isPresent() && !(stage.get() == DeliveryStage.QUEUED && visit.onlyQueues())) {
      return Brought.taken(receipt.get());
    }
    if (stage.filter(DeliveryStage::doubtful).isPresent()) {
      Optional<Brought> known = afterDoubt(visit, letter, notes.inThisLife().get());
      if (known.isPresent()) {
        return known.get();
      }
    }
    Optional<String> refusal = DeliveryGate.refusal(visit.seen(), letter.urgent(), host.now());
    if (refusal.isPresent()) {
      return Brought.not(refusal.get());
    }
    if (notes.inAnEarlierLife().isPresent()) {
      return visit.knows(letter.id()) == Channel.Known.YES
          ? Brought.taken(notes.inAnEarlierLife().get().submittedAt())
          : bring(visit, letter.toldAgain(), notes);
    }
    return bring(visit, letter, notes);
  }

  /** What became of a letter that was handed over before; empty when it is to be brought again. */
  private Optional<Brought> afterDoubt(Visit visit, LetterText letter, JournalEntry entry)
      throws InterruptedException {
    Channel.Known known = visit.knows(letter.id());
    if (known == Channel.Known.NO && entry.stage() == DeliveryStage.QUEUED) {
      // What has left the queue stands nowhere until its turn has begun.
      Optional<Instant> receipt = visit.receipt(letter.id(), MOVES_WITHIN);
      if (receipt.isPresent()) {
        return Optional.of(Brought.taken(receipt.get()));
      }
      known = visit.knows(letter.id());
    }
    if (known == Channel.Known.YES) {
      return Optional.of(Brought.taken(entry.submittedAt()));
    }
    boolean idle = visit.seen().condition() == Condition.READY;
    if (entry.stage() == DeliveryStage.QUEUED && !idle) {
      return Optional.of(Brought.queued(entry.submittedAt()));
    }
    if (entry.stage() == DeliveryStage.QUEUED && visit.onlyQueues()) {
      // A program that shows its queue has emptied it when it waits for words.
      return Optional.of(Brought.taken(entry.submittedAt()));
    }
    if (known == Channel.Known.NO || entry.stage() == DeliveryStage.HANDING) {
      return Optional.empty();
    }
    return Optional.of(
        new Brought(Result.DOUBTFUL, entry.submittedAt(), "nothing says that the program has it"));
  }

  private Brought bring(Visit visit, LetterText letter, Notes notes) throws InterruptedException {
    boolean working = visit.seen().condition() == Condition.BUSY;
    Brought brought = Brought.not(DeliveryGate.isAt(visit.seen().condition()));
    for (Channel way : visit.ways(letter, notes)) {
      if (way.carries(letter.parcel(), working)) {
        if (!(way instanceof TerminalChannel)) {
          notes.note(DeliveryStage.HANDING, host.now());
        }
        brought = way.bring(letter.parcel(), TAKES_WITHIN);
        if (brought.result() == Result.DOUBTFUL) {
          brought = doubt(way, letter, brought);
        }
        if (brought.result() != Result.NOT_BROUGHT) {
          return brought;
        }
      }
    }
    return brought;
  }

  private static Brought doubt(Channel way, LetterText letter, Brought brought)
      throws InterruptedException {
    return switch (way.knows(letter.id())) {
      case YES -> Brought.taken(brought.at());
      case NO -> Brought.not(brought.detail());
      case CANNOT_TELL -> brought;
    };
  }

  private Receipt settled(DeliveryOrder order, Notes notes, Brought brought)
      throws InterruptedException {
    boolean over = brought.result() != Result.TAKEN && visits.isOver(order);
    Delivery delivery =
        switch (brought.result()) {
          case TAKEN -> Delivery.DELIVERED;
          case DOUBTFUL -> over ? Delivery.GONE : Delivery.UNKNOWN;
          case QUEUED, KEPT_AWAY, NOT_BROUGHT -> over ? Delivery.GONE : Delivery.DEFERRED;
        };
    stage(brought.result(), over).ifPresent(stage -> notes.note(stage, brought.at()));
    if (delivery != Delivery.GONE) {
      host.truth()
          .deferred(
              order.project(), order.role().name(), deferral(brought.result()), brought.detail());
    }
    if (delivery != Delivery.DEFERRED) {
      audit(order, delivery);
    }
    return receipt(order, delivery, brought.at(), brought.detail());
  }

  private static Optional<DeliveryStage> stage(Result result, boolean over) {
    return switch (result) {
      case TAKEN -> Optional.of(DeliveryStage.CONFIRMED);
      case QUEUED -> Optional.of(DeliveryStage.QUEUED);
      case DOUBTFUL -> over ? Optional.empty() : Optional.of(DeliveryStage.GIVEN_UP);
      case KEPT_AWAY, NOT_BROUGHT -> Optional.empty();
    };
  }

  private static Deferral deferral(Result result) {
    return switch (result) {
      case TAKEN, DOUBTFUL -> Deferral.NONE;
      case QUEUED, NOT_BROUGHT -> Deferral.NOT_READY;
      case KEPT_AWAY -> Deferral.SCREEN_IN_USE;
    };
  }

  private void audit(DeliveryOrder order, Delivery delivery) {
    Message message = order.message();
    Instant now = host.now();
    audit.accept(
        new AuditEvent(
            now,
            order.project(),
            "message",
            message.id(),
            message.from(),
            order.role().name(),
            delivery.name().toLowerCase(Locale.ROOT),
            message.at() == null ? null : Duration.between(message.at(), now).toMillis(),
            message.text()));
  }

  private Receipt receipt(
      DeliveryOrder order, Delivery delivery, Instant submittedAt, String detail) {
    Optional<Sighting> now = host.truth().sighting(order.project(), order.role().name());
    return new Receipt(
        order.message().id(),
        delivery,
        now.map(Sighting::condition).orElse(Condition.MISSING),
        submittedAt,
        now.map(Sighting::resetsAt).orElse(null),
        detail);
  }

  /** Whoever is on the way is called back; the journal knows how far each has come. */
  void close() {
    pulse.close();
  }
}
