package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.Channel;
import dev.orc.activities.agent.channel.ChannelFailure;
import dev.orc.activities.agent.channel.ChannelKind;
import dev.orc.activities.agent.channel.ChannelLife;
import dev.orc.activities.agent.channel.ProgramEvent;
import dev.orc.activities.agent.watch.AgentPanes;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.workflows.model.AgentName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channels to the agents that live on this host. Thread-safe. */
final class Channels implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Channels.class);
  private static final int THREADS = 4;

  private final AgentHost host;
  private final ChannelOpeners openers;
  private final Map<AgentName, HeldChannel> held = new ConcurrentHashMap<>();
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "orc-channels");
            thread.setDaemon(true);
            return thread;
          });

  Channels(AgentHost host, ChannelOpeners openers) {
    this.host = host;
    this.openers = openers;
  }

  ChannelOpeners openers() {
    return openers;
  }

  /** Takes up every agent that lives since before this worker. */
  void takeUp(Iterable<Pane> panes) {
    for (Pane pane : panes) {
      AgentName agent = new AgentName(pane.project(), pane.role());
      if (!pane.dead()) {
        new LifeFolder(host.folders(), agent)
            .life(pane.incarnation())
            .flatMap(life -> hold(life.channel()))
            .ifPresent(HeldChannel::openSoon);
      }
    }
  }

  /** Takes up all that tmux shows. */
  void takeUpAll() {
    threads.execute(
        () -> {
          try {
            takeUp(AgentPanes.of(host.tmux().panes()));
          } catch (RuntimeException e) {
            log.error("the agents that live already can not be taken up", e);
          }
        });
  }

  /**
   * Takes up the program of a life whose window was just opened, once it has come up.
   *
   * @return why it can not be spoken to; empty when it can, or has no channel of its own
   */
  Optional<String> open(ChannelLife life) throws InterruptedException {
    Optional<HeldChannel> channel = hold(life);
    try {
      if (channel.isPresent()) {
        channel.get().open();
      }
      return Optional.empty();
    } catch (ChannelFailure e) {
      return Optional.of(e.getMessage());
    }
  }

  private Optional<HeldChannel> hold(ChannelLife life) {
    if (life.wiring().kind() == ChannelKind.TERMINAL) {
      return Optional.empty();
    }
    AgentName agent = new AgentName(life.project(), life.role());
    return openers
        .of(life.wiring().kind())
        .map(
            opener ->
                held.compute(
                    agent,
                    (name, before) -> {
                      if (before != null && before.life().incarnation() == life.incarnation()) {
                        return before;
                      }
                      if (before != null) {
                        before.close();
                      }
                      return new HeldChannel(
                          life, opener, also -> ear(agent, life.incarnation(), also), threads);
                    }));
  }

  private TruthEar ear(AgentName agent, int incarnation, Consumer<ProgramEvent> also) {
    return new TruthEar(
        host.truth(),
        agent,
        incarnation,
        event -> {
          if (event instanceof ProgramEvent.Conversation conversation) {
            new LifeFolder(host.folders(), agent).converses(incarnation, conversation.id());
          }
          also.accept(event);
        });
  }

  /** The channel of that life; empty where the terminal is all there is, now or ever. */
  Optional<Channel> of(AgentName agent, int incarnation) {
    return Optional.ofNullable(held.get(agent))
        .filter(channel -> channel.life().incarnation() == incarnation)
        .flatMap(HeldChannel::channel);
  }

  /** The life is over. */
  void end(AgentName agent, int incarnation) {
    HeldChannel channel = held.get(agent);
    if (channel != null
        && channel.life().incarnation() == incarnation
        && held.remove(agent, channel)) {
      channel.end();
    }
  }

  /** Lets go of all programs, which live on. */
  @Override
  public void close() {
    held.values().forEach(HeldChannel::close);
    threads.shutdownNow();
  }
}
