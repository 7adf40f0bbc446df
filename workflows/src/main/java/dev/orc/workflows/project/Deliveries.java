package dev.orc.workflows.project;

import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.activities.AgentActivities.DeliveryOrder;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.entity.Trouble;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.LetterState;
import dev.orc.workflows.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings the mail: one delivery at a time to an agent, all agents at the same time. */
final class Deliveries implements Reconciler {
  private static final String KEY = "deliver/";
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final ProjectContext context;
  private final Mailroom mailroom;
  private final Supervision supervision;
  private final Resumption resumption;

  Deliveries(ProjectContext context, Supervision supervision, Resumption resumption) {
    this.context = context;
    this.mailroom = context.mailroom();
    this.supervision = supervision;
    this.resumption = resumption;
  }

  @Override
  public void act(Instant now) {
    for (Message expired : mailroom.dropExpired(now)) {
      context.state().tally().expired();
      context.enter(
          EntryKind.MESSAGE, expired.to(), expired.id() + " expired before it could be brought");
    }
    if (!context.pending().accepting()) {
      return;
    }
    for (Agent agent : context.roster().agents()) {
      next(agent, now).ifPresent(message -> deliver(agent, message));
    }
  }

  @Override
  public Stream<Instant> due() {
    Stream<Instant> held =
        context.roster().agents().stream()
            .filter(agent -> mailroom.look(agent.name()).size() > 0)
            .map(Agent::heldUntil);
    return Stream.concat(held, Stream.of(mailroom).map(Mailroom::earliestExpiry))
        .filter(Objects::nonNull);
  }

  /** What may be tried now. */
  private Optional<Message> next(Agent agent, Instant now) {
    return mailroom
        .look(agent.name())
        .next(agent::admits)
        .filter(next -> next.urgent() || !context.lifecycle().paused())
        .filter(next -> agent.takes(next.urgent(), now))
        .filter(next -> !context.pending().open(KEY + agent.name()));
  }

  private void deliver(Agent agent, Message message) {
    mailroom.inbox(agent.name()).take(message);
    DeliveryOrder order =
        new DeliveryOrder(context.project(), agent.role(), agent.incarnation(), message);
    context
        .pending()
        .<Receipt>start(
            KEY + agent.name(),
            () -> context.host().deliver(order),
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
      case DELIVERED -> arrived(agent, message, receipt, LetterState.DELIVERED);
      case UNKNOWN -> arrived(agent, message, receipt, LetterState.UNKNOWN);
      case DEFERRED, GONE -> putBack(agent, message, receipt, sameLife);
    }
    boolean seen = receipt.condition() != null && receipt.condition().alive();
    if (seen && !onlyEcho(message, receipt) && agent.lives(order.incarnation())) {
      supervision.see(agent, receipt.condition(), receipt.detail(), receipt.resetsAt());
    }
  }

  /** A limit's text still stands right after "go on" was taken; what comes of it, shows later. */
  private static boolean onlyEcho(Message message, Receipt receipt) {
    return Resumption.isGoOn(message)
        && receipt.delivery() == Delivery.DELIVERED
        && receipt.condition() == Condition.LIMITED;
  }

  /** That a life is gone is the watch's to say; until then its mail waits for the next one. */
  private void putBack(Agent agent, Message message, Receipt receipt, boolean sameLife) {
    mailroom.inbox(agent.name()).putBack();
    dropIfGone(agent);
    if (receipt.delivery() == Delivery.GONE && receipt.submittedAt() != null) {
      agent.doubt(Wording.letter(message));
    }
    if (sameLife) {
      agent.hold(message.urgent(), why(receipt), context.now());
    }
  }

  /** An agent that is ready and takes nothing is kept from it by something that is worth a word. */
  private static String why(Receipt receipt) {
    boolean ready = receipt.condition() == Condition.READY;
    return receipt.delivery() == Delivery.DEFERRED && ready ? receipt.detail() : null;
  }

  private void arrived(Agent agent, Message message, Receipt receipt, LetterState state) {
    boolean certain = state.equals(LetterState.DELIVERED);
    Instant at = receipt.submittedAt() == null ? context.now() : receipt.submittedAt();
    mailroom.settle(agent.name(), state, at);
    boolean first = message.id().equals(agent.introduction());
    agent.tookMail();
    agent.settled(message.id());
    if (first || Resumption.isGoOn(message)) {
      resumption.heard(agent, receipt.condition(), at);
    }
    if (!certain) {
      agent.doubt(Wording.letter(message));
    }
    context.state().tally().message(certain);
    String doubt = certain ? "" : ", and nothing says that it arrived";
    context.enter(EntryKind.MESSAGE, agent.name(), Wording.from(message) + doubt);
  }

  private void dropIfGone(Agent agent) {
    if (!agent.reachable()) {
      mailroom.withdraw(agent.name(), any -> true, LetterState.EXPIRED, context.now());
    }
  }

  private void notReceived(Agent agent, Message message, Trouble trouble) {
    if (trouble.refused()) {
      mailroom.settle(agent.name(), LetterState.REFUSED, context.now());
      agent.settled(message.id());
      context.enter(
          EntryKind.MESSAGE, agent.name(), message.id() + " can not be brought: " + trouble.what());
      return;
    }
    mailroom.inbox(agent.name()).putBack();
    dropIfGone(agent);
    if (!trouble.canceled()) {
      agent.holdUntil(context.now().plus(AFTER_FAILURE), trouble.what());
    }
  }
}
