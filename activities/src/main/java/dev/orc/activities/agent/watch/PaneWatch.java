package dev.orc.activities.agent.watch;

import dev.orc.activities.host.tmux.Tmux;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.activities.host.tmux.TmuxException;
import dev.orc.workflows.model.AgentName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all panes of the server, woken by tmux and in any case a few times a second, and the
 * screens that are worth it. One thread; its methods may be called from any.
 */
final class PaneWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PaneWatch.class);

  /** Without a push a death is seen this late at most. */
  private static final Duration SWEEP = Duration.ofMillis(400);

  private static final Duration BETWEEN = Duration.ofMillis(50);

  /** Sweeps take at most one part in so many of a core, however often tmux wakes us. */
  private static final int SHARE = 20;

  private final Tmux tmux;
  private final LiveHostTruth truth;
  private final Thread thread = new Thread(this::run, "orc-watch-panes");
  private Tmux.Subscription subscription = () -> {};
  private Map<String, Integer> sessionAbsences = Map.of();
  private boolean woken;
  private boolean closed;
  private boolean failing;
  private long sweepsBegun;
  private long sweepsDone;
  private long lastNanos;

  PaneWatch(Tmux tmux, LiveHostTruth truth) {
    this.tmux = tmux;
    this.truth = truth;
    thread.setDaemon(true);
  }

  void start() {
    sweep();
    subscription = tmux.onChange(this::wake);
    thread.start();
  }

  synchronized void wake() {
    woken = true;
    notifyAll();
  }

  /** Waits for the end of a sweep that begins after this call. */
  synchronized void awaitSweep(Duration atMost) throws InterruptedException {
    Deadline deadline = Deadline.in(atMost);
    long wanted = sweepsBegun + 1;
    wake();
    while (sweepsDone < wanted && !closed && !deadline.over()) {
      wait(deadline.leftMillis());
    }
  }

  synchronized boolean sessionPresent(String project) {
    return sessionAbsences.containsKey(project);
  }

  private void run() {
    while (pause()) {
      sweep();
      readScreens();
    }
  }

  private synchronized boolean pause() {
    try {
      Duration share = Duration.ofNanos(lastNanos * SHARE);
      Deadline earliest = Deadline.in(share.compareTo(BETWEEN) > 0 ? share : BETWEEN);
      Deadline latest = Deadline.in(SWEEP);
      while (!closed && !(woken && earliest.over()) && !latest.over()) {
        wait(Math.min(woken ? earliest.leftMillis() : latest.leftMillis(), latest.leftMillis()));
      }
      woken = false;
      sweepsBegun++;
      return !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void sweep() {
    long began = System.nanoTime();
    try {
      take(tmux.panes());
      failing = false;
    } catch (TmuxException e) {
      if (!failing) {
        log.warn("tmux does not show its panes, the last view stands: {}", e.getMessage());
      }
      failing = true;
    } catch (RuntimeException e) {
      log.error("reading the panes failed; it is tried again", e);
    }
    done(System.nanoTime() - began);
  }

  private synchronized void done(long nanos) {
    lastNanos = nanos;
    sweepsDone = sweepsBegun;
    notifyAll();
  }

  private void take(List<Pane> panes) {
    Instant now = truth.now();
    takeSessions(panes.stream().map(Pane::sessionName).collect(Collectors.toSet()));
    Map<AgentName, Pane> newest = AgentPanes.newestLives(panes);
    newest.keySet().forEach(truth::agent);
    boolean doubtful = false;
    for (AgentTruth agent : truth.agents()) {
      truth.tell(agent, agent.seen(newest.get(agent.name()), now));
      doubtful |= agent.doubtful();
      if (agent.hasWaiters()) {
        truth.drain(agent);
      }
    }
    truth.forgetAbandoned(now);
    if (doubtful) {
      wake();
    }
  }

  /** A session counts as gone when two sweeps in a row did not show it. */
  private void takeSessions(Set<String> shown) {
    Map<String, Integer> absences = new HashMap<>();
    shown.forEach(name -> absences.put(name, 0));
    Map<String, Integer> before;
    synchronized (this) {
      before = sessionAbsences;
      before.forEach(
          (name, count) -> {
            if (count == 0) {
              absences.putIfAbsent(name, 1);
            }
          });
      sessionAbsences = absences;
    }
    before.keySet().stream().filter(name -> !absences.containsKey(name)).forEach(truth::tell);
  }

  private void readScreens() {
    for (AgentTruth agent : truth.agents()) {
      String pane = agent.screenWanted(truth.now());
      if (pane != null) {
        readScreen(agent, pane);
      }
    }
  }

  private void readScreen(AgentTruth agent, String pane) {
    try {
      Instant at = truth.now();
      truth.tell(agent, agent.saw(pane, tmux.screen(pane), at, truth.zone()));
    } catch (TmuxException e) {
      log.debug("no screen of {}: {}", agent.name(), e.getMessage());
    } catch (RuntimeException e) {
      log.error("reading the screen of {} failed", agent.name(), e);
    }
  }

  @Override
  public void close() {
    subscription.close();
    synchronized (this) {
      closed = true;
      notifyAll();
    }
  }
}
