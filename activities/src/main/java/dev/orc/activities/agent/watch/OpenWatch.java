package dev.orc.activities.agent.watch;

import dev.orc.workflows.activities.WatchActivities.WatchOrder;
import dev.orc.workflows.model.HostView;
import io.temporal.client.ActivityCompletionClient;
import java.time.Duration;
import java.time.Instant;

/**
 * One watch that has not been answered yet. Guarded by the {@link OpenWatches}, but for what speaks
 * to the server, which any one thread may do.
 */
final class OpenWatch {
  private final WatchOrder order;
  private final byte[] token;
  private final ActivityCompletionClient client;
  private final Duration beat;
  private Instant nextBeat;

  OpenWatch(
      WatchOrder order, byte[] token, ActivityCompletionClient client, Duration beat, Instant now) {
    this.order = order;
    this.token = token.clone();
    this.client = client;
    this.beat = beat;
    this.nextBeat = now.plus(beat);
  }

  WatchOrder order() {
    return order;
  }

  String project() {
    return order.project();
  }

  boolean beatDue(Instant now) {
    if (now.isBefore(nextBeat)) {
      return false;
    }
    nextBeat = now.plus(beat);
    return true;
  }

  /** When something has to be done for it even if nothing happens. */
  Instant nextMoment(Instant now) {
    Instant moment = nextBeat.isBefore(order.until()) ? nextBeat : order.until();
    boolean commitsLater = now.isBefore(order.commitsAfter());
    return commitsLater && order.commitsAfter().isBefore(moment) ? order.commitsAfter() : moment;
  }

  void answer(HostView view) {
    client.complete(token, view);
  }

  void beat() {
    client.heartbeat(token, null);
  }
}
