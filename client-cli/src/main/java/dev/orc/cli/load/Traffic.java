package dev.orc.cli.load;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.api.WorkerDown;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Moment;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Messages to all agents in turn, at a steady rate. One sender serves an agent, so that its
 * messages are sent in order; a message that the worker did not answer is sent again under its own
 * id.
 */
final class Traffic {
  private static final int SENDERS = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BEFORE_AGAIN = Duration.ofMillis(100);

  private final Fleet fleet;
  private final LoadOptions options;
  private final Map<String, Sent> sent = new ConcurrentHashMap<>();

  Traffic(Fleet fleet, LoadOptions options) {
    this.fleet = fleet;
    this.options = options;
  }

  /** Sends them all; returns when the last was accepted. */
  void flow() {
    List<String> agents = fleet.agents();
    Instant began = Instant.now();
    int senders = Math.min(SENDERS, agents.size());
    List<Integer> shares = IntStream.range(0, senders).boxed().toList();
    Crew.all(senders, shares, share -> flow(share, senders, agents, began));
  }

  Map<String, Sent> sent() {
    return sent;
  }

  private void flow(int share, int senders, List<String> agents, Instant began) {
    for (int i = 0; i < options.messages(); i++) {
      int agent = i % agents.size();
      if (agent % senders == share) {
        Moment.await(began.plusNanos(i * 1_000_000_000L / options.rate()));
        send(agents.get(agent), i / agents.size());
      }
    }
  }

  private void send(String agent, int number) {
    AgentName name = AgentName.parse(agent);
    Instant asked = Instant.now();
    Message message =
        Message.ordinary(
            CallerIds.next(),
            Message.PERSON,
            name.role(),
            "Load message " + number + " for " + agent,
            asked);
    Instant end = asked.plus(PATIENCE);
    while (true) {
      try {
        ApiClient api = fleet.api();
        Accepted accepted =
            api.post(Accepted.class, ApiClient.of(name.project(), "messages"), message);
        sent.put(accepted.id(), new Sent(accepted.id(), agent, number, asked, Instant.now()));
        return;
      } catch (Failure e) {
        boolean passing = e instanceof WorkerDown || e.exit() == Failure.NO_SERVER;
        if (!passing || Instant.now().isAfter(end)) {
          throw e;
        }
        Moment.await(Instant.now().plus(BEFORE_AGAIN));
      }
    }
  }
}
