package dev.orc.worker.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.AgentState;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.HostView;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.Sighting;
import dev.orc.workflows.model.Totals;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is true now goes over what is believed, where it may. */
class LiveViewTest {
  private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-01-01T01:00:00Z");

  @Test
  void readyAndBusyOutputAndCommitsAreThoseOfTheHost() {
    AgentStatus merged = merged(agent("ready", 2), sighting(2, Condition.BUSY));

    assertThat(merged.state()).hasToString("busy");
    assertThat(merged.since()).isEqualTo(NOW);
    assertThat(merged.outputAt()).isEqualTo(NOW);
    assertThat(merged.commits()).isEqualTo(7);
    assertThat(merged.committedAt()).isEqualTo(NOW);
  }

  @Test
  void whatAnEarlierLifeDoesIsNotShown() {
    assertThat(merged(agent("ready", 3), sighting(2, Condition.BUSY))).isEqualTo(agent("ready", 3));
  }

  @Test
  void statesThatTheWorkflowDecidesStay() {
    assertThat(merged(agent("limited", 2), sighting(2, Condition.READY)).state())
        .hasToString("limited");
    assertThat(merged(agent("ready", 2), sighting(2, Condition.EXITED)).state())
        .hasToString("ready");
  }

  @Test
  void sinceIsTheStatesOwnAndNotThatOfTheFirstOne() {
    AgentStatus merged = merged(agent("busy", 2), sighting(2, Condition.BUSY));

    assertThat(merged.since()).isEqualTo(NOW);
    assertThat(merged(agent("limited", 2), sighting(2, Condition.READY)).since()).isEqualTo(BEFORE);
  }

  private static AgentStatus merged(AgentStatus agent, Sighting seen) {
    HostView view = new HostView(NOW, true, List.of(seen), null);
    return LiveView.merge(status(agent), view).agents().get(0);
  }

  private static Sighting sighting(int life, Condition condition) {
    return new Sighting(
        "developer", life, condition, NOW, "@1", "%1", null, null, null, 7, NOW, NOW, null);
  }

  private static AgentStatus agent(String state, int life) {
    return new AgentStatus(
        "developer",
        false,
        "claude",
        new AgentState(state),
        BEFORE,
        null,
        life,
        0,
        0,
        0,
        3,
        BEFORE,
        null,
        null,
        BEFORE,
        null,
        "/w",
        "feature/x",
        "@1",
        "%1");
  }

  private static ProjectStatus status(AgentStatus agent) {
    return new ProjectStatus(
        "shop",
        "Shop",
        "host",
        "/p",
        "main",
        "$1",
        Phase.WORKING,
        List.of(),
        null,
        BEFORE,
        BEFORE,
        null,
        List.of(agent),
        List.of(),
        List.of(),
        null,
        Totals.NONE);
  }
}
