package dev.orc.workflows.project;

import dev.orc.workflows.activities.AgentActivities.DeliveryOrder;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import dev.orc.workflows.entity.Part;
import dev.orc.workflows.entity.Trouble;
import dev.orc.workflows.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** Brings the mail: one delivery at a time to an agent, all agents at the same time. */
final class Deliveries implements Part {
  private static final String KEY = "deliver/";
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final Desk desk;
  private final Mailroom mailroom;
  private final Supervision supervision;

  Deliveries(Desk desk, Supervision supervision) {
    this.desk = desk;
    this.mailroom = desk.mailroom();
    this.supervision = supervision;
  }

  @Override
  public void act(Instant now) {
    for (Message expired : mailroom.dropExpired(now)) {
      desk.state().tally().expired();
      desk.enter("message", expired.to(), expired.id() + " expired before it could be brought");
    }
    if (!desk.errands().accepting()) {
      return;
    }
    for (Agent agent : desk.roster().agents()) {
      if (mayTry(agent, now)) {
        deliver(agent);
      }
    }
  }

  @Override
  public Stream<Instant> due() {
    Stream<Instant> held =
        desk.roster().agents().stream()
            .filter(agent -> mailroom.look(agent.name()).size() > 0)
            .map(Agent::heldUntil);
    return Stream.concat(held, Stream.of(mailroom).map(Mailroom::earliestExpiry))
        .filter(Objects::nonNull);
  }

  private boolean mayTry(Agent agent, Instant now) {
    return mailroom
        .look(agent.name())
        .next()
        .filter(next -> next.urgent() || !desk.course().paused())
        .filter(next -> agent.takes(next.urgent(), now))
        .filter(next -> !desk.errands().open(KEY + agent.name()))
        .isPresent();
  }

  private void deliver(Agent agent) {
    Message message = mailroom.inbox(agent.name()).take();
    DeliveryOrder order =
        new DeliveryOrder(desk.project(), agent.role(), agent.incarnation(), message);
    desk.errands()
        .<Receipt>start(
            KEY + agent.name(),
            () -> desk.host().deliver(order),
            (receipt, trouble) -> {
              if (trouble == null) {
                received(agent, order, receipt);
              } else {
                notReceived(agent, message, trouble);
              }
            });
  }

  private void received(Agent agent, DeliveryOrder order, Receipt receipt) {
    Message message = order.message();
    boolean sameLife = agent.incarnation() == order.incarnation();
    switch (receipt.delivery()) {
      case DELIVERED -> arrived(agent, message, receipt, "delivered");
      case UNKNOWN -> arrived(agent, message, receipt, "unknown");
      case DEFERRED, GONE -> putBack(agent, message, sameLife);
    }
    boolean seen = receipt.condition() != null && receipt.condition().alive();
    if (seen && agent.lives(order.incarnation())) {
      supervision.see(agent, receipt.condition(), receipt.detail(), receipt.resetsAt());
    }
  }

  /** That a life is gone is the watch's to say; until then its mail waits for the next one. */
  private void putBack(Agent agent, Message message, boolean sameLife) {
    mailroom.inbox(agent.name()).putBack();
    dropIfGone(agent);
    if (sameLife) {
      agent.hold(message.urgent());
    }
  }

  private void arrived(Agent agent, Message message, Receipt receipt, String state) {
    boolean certain = state.equals("delivered");
    Instant at = receipt.submittedAt() == null ? desk.now() : receipt.submittedAt();
    mailroom.settle(agent.name(), state, at);
    agent.tookMail();
    desk.state().tally().message(certain);
    String doubt = certain ? "" : ", and nothing says that it arrived";
    desk.enter("message", agent.name(), Wording.from(message) + doubt);
  }

  private void dropIfGone(Agent agent) {
    if (!agent.reachable()) {
      mailroom.withdraw(agent.name(), any -> true, "expired", desk.now());
    }
  }

  private void notReceived(Agent agent, Message message, Trouble trouble) {
    if (trouble.refused()) {
      mailroom.settle(agent.name(), "refused", desk.now());
      desk.enter("message", agent.name(), message.id() + " can not be brought: " + trouble.what());
      return;
    }
    mailroom.inbox(agent.name()).putBack();
    dropIfGone(agent);
    if (!trouble.canceled()) {
      agent.holdUntil(desk.now().plus(AFTER_FAILURE));
    }
  }
}
