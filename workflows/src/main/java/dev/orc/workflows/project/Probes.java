package dev.orc.workflows.project;

import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.policy.LimitRules;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Finds out whether a limit is over, for runs that began before {@link Resumption} did. A screen
 * may show a limit text long after the limit's end, so the proof is a short urgent message: when
 * the host brings it and the agent goes on, it is over; when the host defers it, the next try waits
 * longer. The watch seeing the agent ready is as good.
 */
final class Probes implements Reconciler {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ProjectContext context;

  Probes(ProjectContext context) {
    this.context = context;
  }

  @Override
  public void act(Instant now) {
    if (context.changes().has(Change.SAYS_GO_ON)) {
      return;
    }
    for (Agent agent : context.roster().agents()) {
      if (agent.life() instanceof Life.Limited limited && due(limited, now)) {
        probe(agent, limited, now);
      }
    }
  }

  @Override
  public Stream<Instant> due() {
    if (context.changes().has(Change.SAYS_GO_ON)) {
      return Stream.empty();
    }
    return context.roster().agents().stream()
        .filter(agent -> agent.life() instanceof Life.Limited)
        .map(agent -> next((Life.Limited) agent.life()));
  }

  private void probe(Agent agent, Life.Limited limited, Instant now) {
    ProjectSettings settings = context.settings();
    Instant again = LimitRules.nextTry(now, null, limited.probes() + 1, settings);
    agent.live(limited.tried(again));
    agent.tookMail();
    String beginning = "limit-over/" + agent.name() + "/";
    if (!context.mailroom().waits(agent.name(), message -> message.id().startsWith(beginning))) {
      String id = beginning + agent.incarnation() + "/" + context.mark();
      context.tell(MessageKind.WARNING, id, agent.name(), Wording.limitOver(agent.name()));
    }
    context.wakeup().request();
  }

  private static boolean due(Life.Limited limited, Instant now) {
    return !now.isBefore(next(limited));
  }

  /** A try that was answered by nobody is made again. */
  private static Instant next(Life.Limited limited) {
    return limited.probing() ? limited.probeAt().plus(PATIENCE) : limited.probeAt();
  }
}
