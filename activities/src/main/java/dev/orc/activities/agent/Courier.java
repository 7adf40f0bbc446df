package dev.orc.activities.agent;

import dev.orc.activities.audit.AuditEvent;
import dev.orc.activities.driver.Driver;
import dev.orc.activities.tmux.TmuxException;
import dev.orc.activities.watch.HostTruth.Expected;
import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.activities.AgentActivities.DeliveryOrder;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings messages to agents, one at a time to each. Thread-safe. */
final class Courier {
  private static final Duration FIRST_SIGHT = Duration.ofSeconds(2);

  private final AgentHost host;
  private final Lives lives;
  private final Journal journal;
  private final MessageTexts texts;
  private final Consumer<AuditEvent> audit;
  private final Lanes lanes = new Lanes();

  Courier(
      AgentHost host,
      Lives lives,
      Journal journal,
      MessageTexts texts,
      Consumer<AuditEvent> audit) {
    this.host = host;
    this.lives = lives;
    this.journal = journal;
    this.texts = texts;
    this.audit = audit;
  }

  Receipt deliver(DeliveryOrder order, Beat beat) throws InterruptedException {
    AgentName agent = new AgentName(order.project(), order.role().name());
    return lanes.alone(agent, beat, () -> inLane(order, agent, beat));
  }

  private Receipt inLane(DeliveryOrder order, AgentName agent, Beat beat)
      throws InterruptedException {
    RoleJournal notes = journal.of(agent);
    String id = Letterhead.id(order.message());
    Optional<JournalEntry> earlier =
        notes.entry(id).filter(entry -> entry.isAbout(order.message(), order.incarnation()));
    if (earlier.filter(entry -> entry.stage() == Stage.CONFIRMED).isPresent()) {
      return receipt(order, agent, Delivery.DELIVERED, earlier.get().submittedAt(), null);
    }
    Optional<Sighting> seen = sighting(order, agent);
    if (seen.isEmpty()) {
      return receipt(order, agent, Delivery.GONE, null, "that life of the agent is over");
    }
    if (earlier.filter(entry -> entry.stage() == Stage.GIVEN_UP).isPresent()) {
      return afterAll(order, agent, earlier.get(), notes);
    }
    try {
      return bring(order, agent, beat, notes, earlier, seen.get());
    } catch (TmuxException e) {
      if (ends(order, agent)) {
        return receipt(order, agent, Delivery.GONE, null, "the program has just ended");
      }
      throw e;
    }
  }

  private Receipt bring(
      DeliveryOrder order,
      AgentName agent,
      Beat beat,
      RoleJournal notes,
      Optional<JournalEntry> earlier,
      Sighting seen)
      throws InterruptedException {
    Letter letter = Letter.of(order.message(), texts.text(order.message()));
    Driver driver = host.driver(order.role());
    Handover handover =
        new Handover(host, agent, order.incarnation(), seen.pane(), driver, letter, notes, beat);
    Optional<Delivery> resumed =
        earlier.isPresent() ? handover.resume(earlier.get()) : Optional.empty();
    if (resumed.isPresent()) {
      return done(order, agent, handover, resumed.get());
    }
    Sighting now = earlier.isPresent() ? sighting(order, agent).orElse(seen) : seen;
    return fresh(order, agent, now, driver, handover, notes);
  }

  /** tmux may notice the end before the truth does. */
  private boolean ends(DeliveryOrder order, AgentName agent) throws InterruptedException {
    return host.truth()
        .await(
            agent.project(),
            agent.role(),
            seen -> seen.incarnation() > order.incarnation() || !seen.condition().alive(),
            FIRST_SIGHT)
        .filter(seen -> seen.incarnation() > order.incarnation() || !seen.condition().alive())
        .isPresent();
  }

  private Receipt fresh(
      DeliveryOrder order,
      AgentName agent,
      Sighting seen,
      Driver driver,
      Handover handover,
      RoleJournal notes)
      throws InterruptedException {
    Glance glance = Glance.of(host.tmux().screen(seen.pane()), driver, host.now(), host.zone());
    boolean hooks =
        driver.confirmsPrompts()
            && host.truth().hooksHeard(agent.project(), agent.role(), order.incarnation());
    Admission admission =
        Admission.of(
            new Admission.Scene(
                seen,
                glance.reading(),
                hooks,
                glance.composer(),
                notes.leftUnconfirmed(order.incarnation()),
                order.message().urgent(),
                host.now()));
    host.truth().deferred(agent.project(), agent.role(), admission.deferral());
    if (!admission.granted()) {
      return receipt(order, agent, Delivery.DEFERRED, null, admission.detail());
    }
    return done(order, agent, handover, handover.begin(admission.clearFirst()));
  }

  private Receipt done(DeliveryOrder order, AgentName agent, Handover handover, Delivery delivery) {
    audit(order, delivery);
    return receipt(order, agent, delivery, handover.submittedAt(), handover.detail());
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

  /** A late receipt still makes it delivered. */
  private Receipt afterAll(
      DeliveryOrder order, AgentName agent, JournalEntry entry, RoleJournal notes)
      throws InterruptedException {
    boolean confirmed =
        host.truth()
            .awaitReceipt(
                agent.project(), agent.role(), order.incarnation(), entry.id(), Duration.ZERO)
            .isPresent();
    if (confirmed) {
      notes.note(
          new JournalEntry(
              entry.id(),
              entry.incarnation(),
              Stage.CONFIRMED,
              entry.submittedAt(),
              entry.sentAt()));
    }
    return receipt(
        order, agent, confirmed ? Delivery.DELIVERED : Delivery.UNKNOWN, entry.submittedAt(), null);
  }

  /** The agent as it is seen, when that life of it runs. */
  private Optional<Sighting> sighting(DeliveryOrder order, AgentName agent)
      throws InterruptedException {
    Optional<Sighting> seen = host.truth().sighting(agent.project(), agent.role());
    if (seen.filter(s -> s.incarnation() >= order.incarnation()).isEmpty() && windowOpen(order)) {
      host.truth().expect(expected(order));
      seen =
          host.truth()
              .await(
                  agent.project(),
                  agent.role(),
                  s ->
                      s.incarnation() >= order.incarnation()
                          && s.pane() != null
                          && s.condition() != Condition.STARTING,
                  FIRST_SIGHT);
    }
    return seen.filter(
        s -> s.incarnation() == order.incarnation() && s.condition().alive() && s.pane() != null);
  }

  private boolean windowOpen(DeliveryOrder order) {
    return lives.of(order.project(), order.role().name()).stream()
        .anyMatch(pane -> pane.incarnation() == order.incarnation() && !pane.dead());
  }

  private static Expected expected(DeliveryOrder order) {
    return new Expected(
        order.project(),
        order.role().name(),
        order.incarnation(),
        order.role().program().driver(),
        null,
        null);
  }

  private Receipt receipt(
      DeliveryOrder order, AgentName agent, Delivery delivery, Instant submittedAt, String detail) {
    Optional<Sighting> now = host.truth().sighting(agent.project(), agent.role());
    Condition condition = now.map(Sighting::condition).orElse(Condition.MISSING);
    return new Receipt(
        order.message().id(),
        delivery,
        condition,
        submittedAt,
        now.map(Sighting::resetsAt).orElse(null),
        detail);
  }
}
