package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.Ear;
import dev.orc.activities.agent.driver.Driver;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Eyes and hands at the pane of one life of an agent. Thread-safe. */
record AgentPane(
    AgentHost host, AgentName agent, int incarnation, String pane, Driver driver, Ear ear) {

  Glance glance() {
    return Glance.of(host.tmux().screen(pane), driver, host.now(), host.zone());
  }

  void paste(String text) {
    host.tmux().paste(pane, text);
  }

  void keys(List<String> keys) {
    host.tmux().keys(pane, keys);
  }

  void enter() {
    keys(List.of("Enter"));
  }

  /** The program's own word, by its hook, that it has the letter. */
  Optional<Instant> receipt(String letterId, Duration atMost) throws InterruptedException {
    return ear.awaitTaken(letterId, atMost);
  }

  /** Whether its hooks tell of prompts in this life. */
  boolean tellsOfPrompts() {
    return driver.confirmsPrompts()
        && host.truth().hooksHeard(agent.project(), agent.role(), incarnation);
  }

  Optional<Sighting> sighting() {
    return host.truth()
        .sighting(agent.project(), agent.role())
        .filter(seen -> seen.incarnation() == incarnation && seen.condition().alive());
  }

  boolean lives() {
    return sighting().isPresent();
  }
}
