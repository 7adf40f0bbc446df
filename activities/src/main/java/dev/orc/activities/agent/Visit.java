package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.Channel;
import dev.orc.workflows.model.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One look at a life of an agent and the ways to it.
 *
 * @param seen how it was found
 * @param own the program's own channel; empty where the terminal is all there is now
 */
record Visit(Sighting seen, AgentPane pane, Optional<Channel> own) {

  /** The ways to bring a letter, the best first. */
  List<Channel> ways(LetterText letter, Notes notes) {
    List<Channel> ways = new ArrayList<>(own.stream().toList());
    ways.add(new TerminalChannel(pane, letter, notes));
    return ways;
  }

  /** The program's own word that it has the letter. */
  Optional<Instant> receipt(String letterId) throws InterruptedException {
    return receipt(letterId, Duration.ZERO);
  }

  /** The same, waited for. */
  Optional<Instant> receipt(String letterId, Duration atMost) throws InterruptedException {
    return pane.receipt(letterId, atMost);
  }

  /** Whether a receipt for what was brought while it worked says only that it was queued. */
  boolean onlyQueues() {
    return own.isEmpty() && pane.driver().receiptsWhenQueued();
  }

  /** Whether the program's history holds the letter. */
  Channel.Known knows(String letterId) throws InterruptedException {
    return own.isEmpty() ? Channel.Known.CANNOT_TELL : own.get().knows(letterId);
  }
}
