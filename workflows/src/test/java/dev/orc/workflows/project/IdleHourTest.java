package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdleHourTest {
  @Test
  void anIdleHourCostsAtMostFortyEvents() throws Exception {
    try (Flow flow = Flow.working(Flow.team(), Settings.stuckAfter(Duration.ofHours(3)))) {
      flow.host.world(host -> host.watchStep = Duration.ofMinutes(1));
      flow.pass(Duration.ofMinutes(25));
      int before = flow.history().getEvents().size();
      flow.pass(Duration.ofHours(1));
      int events = flow.history().getEvents().size() - before;
      assertThat(events).isBetween(3, 40);
    }
  }

  @Test
  void alsoWhenEverybodyWasFoundStuck() throws Exception {
    try (Flow flow = Flow.working()) {
      flow.host.world(host -> host.watchStep = Duration.ofMinutes(1));
      flow.pass(Duration.ofMinutes(125));
      int before = flow.history().getEvents().size();
      flow.pass(Duration.ofHours(1));
      int events = flow.history().getEvents().size() - before;
      assertThat(events).isBetween(3, 40);
    }
  }
}
