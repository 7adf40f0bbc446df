package dev.orc.activities.agent;

import dev.orc.activities.agent.watch.HostTruth.Expected;
import dev.orc.workflows.activities.AgentActivities.DeliveryOrder;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Sighting;
import java.time.Duration;
import java.util.Optional;

/** Finds the life that a letter is for. Thread-safe. */
final class Visits {
  private static final Duration FIRST_SIGHT = Duration.ofSeconds(2);

  private final AgentHost host;
  private final Lives lives;
  private final Channels channels;

  Visits(AgentHost host, Lives lives, Channels channels) {
    this.host = host;
    this.lives = lives;
    this.channels = channels;
  }

  /** Empty when that life does not run. */
  Optional<Visit> to(DeliveryOrder order, AgentName agent) throws InterruptedException {
    int life = order.incarnation();
    return sighting(order, agent)
        .map(
            seen ->
                new Visit(
                    seen,
                    new AgentPane(
                        host,
                        agent,
                        life,
                        seen.pane(),
                        host.driver(order.role()),
                        new TruthEar(host.truth(), agent, life, event -> {})),
                    channels.of(agent, life)));
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

  /** Whether that life has just ended; tmux may notice it before the truth does. */
  boolean isOver(DeliveryOrder order) throws InterruptedException {
    if (windowOpen(order)) {
      return false;
    }
    return host.truth()
        .await(
            order.project(),
            order.role().name(),
            seen -> over(seen, order.incarnation()),
            FIRST_SIGHT)
        .filter(seen -> over(seen, order.incarnation()))
        .isPresent();
  }

  private static boolean over(Sighting seen, int life) {
    return seen.incarnation() > life || !seen.condition().alive();
  }
}
