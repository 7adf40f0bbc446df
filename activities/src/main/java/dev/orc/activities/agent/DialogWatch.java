package dev.orc.activities.agent;

import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.watch.AgentPanes;
import dev.orc.activities.agent.watch.HostTruth;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.activities.host.tmux.TmuxException;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what programs ask long after their launch, where their drivers allow it: the menu of a
 * limit, for one. Each question once; one that stays is a person's. One thread.
 */
final class DialogWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DialogWatch.class);
  private static final Duration ROUND = Duration.ofSeconds(1);

  /** A question at its start is answered by the launch, which waits for it. */
  private static final Duration LAUNCHES_ANSWER = Duration.ofSeconds(3);

  private final AgentHost host;
  private final Duration young;
  private final Map<AgentName, Instant> seen = new HashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "orc-dialogs");
            made.setDaemon(true);
            return made;
          });
  private final ScheduledFuture<?> rounds;

  DialogWatch(AgentHost host) {
    this(host, ROUND, LAUNCHES_ANSWER);
  }

  /**
   * @param young a question that stands for less is left to others
   */
  DialogWatch(AgentHost host, Duration round, Duration young) {
    this.host = host;
    this.young = young;
    this.rounds =
        thread.scheduleWithFixedDelay(
            this::round, round.toMillis(), round.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void round() {
    try {
      for (Pane pane : AgentPanes.of(host.tmux().panes())) {
        look(new AgentName(pane.project(), pane.role()), pane);
      }
    } catch (TmuxException e) {
      log.debug("no look at the questions of agents: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("a question can not be answered; the next round goes on", e);
    }
  }

  private void look(AgentName agent, Pane pane) throws InterruptedException {
    HostTruth truth = host.truth();
    Optional<Sighting> asking =
        truth
            .sighting(agent.project(), agent.role())
            .filter(sighting -> pane.id().equals(sighting.pane()))
            .filter(DialogWatch::mayAsk);
    if (asking.isEmpty()) {
      seen.remove(agent);
      return;
    }
    Instant since = asking.get().since();
    boolean known = since.equals(seen.get(agent));
    if (!known && !host.now().isBefore(since.plus(young))) {
      seen.put(agent, since);
      answer(agent, pane);
    }
  }

  private static boolean mayAsk(Sighting sighting) {
    return sighting.condition() == Condition.ASKING || sighting.condition() == Condition.LIMITED;
  }

  private void answer(AgentName agent, Pane pane) throws InterruptedException {
    Optional<Driver> driver =
        host.truth().driver(agent.project(), agent.role()).flatMap(host.drivers());
    if (driver.isPresent()) {
      DialogKeys keys = new DialogKeys(host.tmux(), driver.get(), () -> {});
      if (keys.canAnswer(pane.id())) {
        log.info("answered a question of {} by its rule: {}", agent, keys.answer(pane.id()));
      }
    }
  }

  @Override
  public void close() {
    rounds.cancel(true);
    thread.shutdownNow();
  }
}
