package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.activities.AgentActivities.Launched;
import dev.orc.workflows.model.FormerLife;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Team;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An orchestration that is set up anew around agents of one that is gone. */
class TakenOverTest {
  @Test
  void theLivingAreFoundAndToldTheDeadStartAgainAndTheNewAreBriefed() {
    ProjectInput input =
        Flow.input(team(), ProjectSettings.DEFAULTS)
            .after(
                List.of(
                    new FormerLife("orchestrator", 3, true),
                    new FormerLife("developer", 2, false)));
    try (Flow flow = Flow.of(input)) {
      flow.host.world(host -> host.launcher = order -> finding(host, order));
      flow.begin().until(Phase.WORKING);
      List.of("orchestrator", "developer", "tester")
          .forEach(role -> flow.await(role, () -> !flow.host.mailOf(role).isEmpty()));

      assertThat(lives(flow, "orchestrator")).containsExactly(3);
      assertThat(lives(flow, "developer")).containsExactly(3);
      assertThat(lives(flow, "tester")).containsExactly(1);
      assertThat(kinds(flow, "orchestrator")).containsExactly(MessageKind.GO_ON);
      assertThat(kinds(flow, "developer")).containsExactly(MessageKind.REBRIEF);
      assertThat(kinds(flow, "tester")).containsExactly(MessageKind.BRIEF);
      assertThat(flow.orc.checkIns()).extracting("to").contains("orchestrator", "developer");
    }
  }

  private static Team team() {
    Team usual = Flow.team();
    return new Team(
        usual.type(), usual.roles().stream().map(role -> role.withCheckInMinutes(20)).toList());
  }

  /** The orchestrator runs already; whatever else is asked for starts. */
  private static Launched finding(FakeHost host, LaunchOrder order) {
    Launched started = host.launchReady(order);
    boolean found = order.role().name().equals("orchestrator");
    return new Launched(
        started.incarnation(),
        started.window(),
        started.pane(),
        started.pid(),
        started.condition(),
        started.detail(),
        started.resetsAt(),
        started.briefFile(),
        found,
        false,
        false);
  }

  private static List<Integer> lives(Flow flow, String role) {
    return flow.host.see(
        host ->
            host.launches.stream()
                .filter(order -> order.role().name().equals(role))
                .map(LaunchOrder::incarnation)
                .toList());
  }

  private static List<MessageKind> kinds(Flow flow, String role) {
    return flow.host.mailOf(role).stream().map(Message::kind).toList();
  }
}
