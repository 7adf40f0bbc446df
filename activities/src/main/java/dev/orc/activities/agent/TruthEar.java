package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.Ear;
import dev.orc.activities.agent.channel.ProgramEvent;
import dev.orc.activities.agent.watch.HostTruth;
import dev.orc.workflows.model.AgentName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hears for the host's truth what the program of one life says. Thread-safe.
 *
 * @param besides is told too, after the truth
 */
record TruthEar(HostTruth truth, AgentName agent, int incarnation, Consumer<ProgramEvent> besides)
    implements Ear {
  @Override
  public void hear(ProgramEvent event) {
    truth.heard(agent.project(), agent.role(), incarnation, event);
    besides.accept(event);
  }

  @Override
  public Optional<Instant> awaitTaken(String letterId, Duration atMost)
      throws InterruptedException {
    return truth.awaitReceipt(agent.project(), agent.role(), incarnation, letterId, atMost);
  }
}
