package dev.orc.workflows.project;

import dev.orc.workflows.entity.Reconciler;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Mail that something at a ready agent keeps waiting, as somebody's half-typed text: after a while
 * that is a person's to settle, and it is settled as soon as the mail goes.
 */
final class KeptMail implements Reconciler {
  private static final String NEED = "mail/";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ProjectContext context;

  KeptMail(ProjectContext context) {
    this.context = context;
  }

  @Override
  public void act(Instant now) {
    for (Agent agent : context.roster().agents()) {
      Instant due = due(agent);
      if (due == null) {
        context.settleNeed(NEED + agent.name());
      } else if (!now.isBefore(due)) {
        tell(agent);
      }
    }
  }

  @Override
  public Stream<Instant> due() {
    return context.roster().agents().stream().map(this::due).filter(Objects::nonNull);
  }

  /** When it becomes a person's; null as long as nothing keeps its mail. */
  private Instant due(Agent agent) {
    boolean kept =
        context.changes().has(Change.TELLS_OF_DRAFTS)
            && agent.keptSince() != null
            && agent.life().launched()
            && context.mailroom().look(agent.name()).size() > 0;
    return kept ? agent.keptSince().plus(PATIENCE) : null;
  }

  private void tell(Agent agent) {
    String who = context.project() + ":" + agent.name();
    context.need(
        NEED + agent.name(),
        agent.name(),
        "mail for " + agent.name() + " waits: " + agent.keptBy(),
        "send or clear what stands there: orc attach " + who);
  }
}
