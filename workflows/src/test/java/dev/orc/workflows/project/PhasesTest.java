package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.AgentActivities.Handover;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.activities.RepositoryActivities.WorktreeOrder;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleRequest;
import dev.orc.workflows.model.RolesRequest;
import dev.orc.workflows.model.Team;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhasesTest {
  @Test
  void whatThePlanOfTheTeamNotesStandsInTheStory() throws Exception {
    String note = "the review by codex was not used: it gave no answer";
    ProjectInput input = Flow.input(Flow.team(), ProjectSettings.DEFAULTS).noting(List.of(note));
    try (Flow flow = Flow.of(input).begin().until(Phase.WORKING)) {
      assertThat(flow.timeline()).contains("kind=team").contains(note);
    }
  }

  @Test
  void aLaterPhaseBeginsWhenTheEarlierOnesAreDone() throws Exception {
    List<Object> asked = new ArrayList<>();
    Flow begun = Flow.of(Flow.input(team(), ProjectSettings.DEFAULTS));
    begun.host.world(host -> host.before = asked::add);
    try (Flow flow = begun.begin().until(Phase.WORKING)) {
      assertThat(flow.agent("tester").state()).hasToString("waiting");
      assertThat(flow.agent("tester").detail()).isEqualTo("starts after developer, designer");
      flow.send("person", Message.ALL, "good morning");
      flow.report("developer", ReportKind.DONE, "the shop stands");
      flow.awaitText("developer", "good morning");
      assertThat(flow.agent("tester").detail()).isEqualTo("starts after designer");
      assertThat(worktrees(flow, asked)).doesNotContain("tester");
      flow.report("designer", ReportKind.DONE, "it shines");
      flow.awaitText("tester", "/briefs/tester-1.md");
      flow.awaitText("tester", "good morning");
      flow.awaitText("developer", "tester has started and takes up your work");
      assertThat(launch(flow, "tester").handovers())
          .containsExactly(
              new Handover("developer", "developer/shop", "the shop stands"),
              new Handover("designer", "designer/shop", "it shines"));
      assertThat(flow.timeline()).contains("starts: developer, designer handed over");
      flow.report("orchestrator", ReportKind.DONE, "sold");
      assertThat(flow.outcome().phase()).isEqualTo(Phase.COMPLETED);
    }
  }

  @Test
  void everythingIsNotDoneWhileAPhaseWaits() throws Exception {
    try (Flow flow = Flow.working(team(), ProjectSettings.DEFAULTS)) {
      flow.report("orchestrator", ReportKind.DONE, "done");
      flow.awaitText("orchestrator", "tester has not started yet: it waits until developer and");
      assertThat(flow.status().phase()).isEqualTo(Phase.WORKING);
      assertThat(flow.orc.finish(flow.request(null)).note()).contains("tester has not started yet");
      flow.awaitState("tester", "waiting");
      assertThat(flow.host.textsTo("tester")).isEmpty();
    }
  }

  @Test
  void aPersonStartsItAtOnce() throws Exception {
    try (Flow flow = Flow.working(team(), ProjectSettings.DEFAULTS)) {
      rebrief(flow, Message.ALL);
      flow.pass(Duration.ofSeconds(5));
      assertThat(flow.agent("tester").state()).hasToString("waiting");
      flow.report("designer", ReportKind.DONE, "it shines");
      assertThat(rebrief(flow, "tester")).isEqualTo("tester starts now, before developer");
      flow.awaitText("tester", "/briefs/tester-1.md");
      assertThat(launch(flow, "tester").handovers())
          .extracting(Handover::role)
          .containsExactly("designer");
    }
  }

  @Test
  void whoIsRemovedIsNotWaitedForAndWhoIsGivenUpIsAPersons() throws Exception {
    Flow begun = Flow.of(Flow.input(team(), ProjectSettings.DEFAULTS));
    begun.host.world(
        host ->
            host.before =
                order -> {
                  if (order instanceof LaunchOrder launch
                      && launch.role().name().equals("developer")) {
                    throw FakeHost.refusal("not installed");
                  }
                });
    try (Flow flow = begun.begin().until(Phase.WORKING)) {
      flow.report("designer", ReportKind.DONE, "it shines");
      flow.await("told", () -> needs(flow).contains("phase/tester"));
      assertThat(flow.agent("tester").state()).hasToString("waiting");
      flow.orc.removeRole(new RoleRequest(flow.id(), "person", "developer", null));
      flow.awaitText("tester", "/briefs/tester-1.md");
      assertThat(needs(flow)).isEmpty();
    }
  }

  @Test
  void whoWaitsIsNeitherStuckNorHoldsUpACreditPause() throws Exception {
    try (Flow flow = Flow.working(team(), ProjectSettings.DEFAULTS)) {
      flow.host.world(host -> host.watchStep = Duration.ofMinutes(1));
      Instant reset = flow.now().plus(Duration.ofHours(3));
      for (String role : List.of("orchestrator", "developer", "designer")) {
        flow.host.agent(
            role,
            agent -> {
              agent.condition = Condition.LIMITED;
              agent.resetsAt = reset;
            });
      }
      flow.await("credits", () -> flow.status().conditions().contains("waiting for credits"));
      flow.pass(Duration.ofHours(2));
      assertThat(flow.timeline()).doesNotContain("tester, what=no progress");
      assertThat(flow.agent("tester").state()).hasToString("waiting");
      assertThat(flow.host.textsTo("tester")).isEmpty();
    }
  }

  @Test
  void itWaitsAcrossContinueAsNewAndACrashDoesNotForgetWhatWasHandedOver() throws Exception {
    try (Flow flow = Flow.working(team(), Settings.historyEvents(60))) {
      flow.report("developer", ReportKind.DONE, "the shop stands");
      for (int i = 0; i < 12; i++) {
        flow.send("person", "designer", "note " + i);
        flow.pass(Duration.ofSeconds(2));
      }
      flow.await("a new run", () -> flow.histories().size() > 1);
      assertThat(flow.agent("tester").state()).hasToString("waiting");
      flow.report("designer", ReportKind.DONE, "it shines");
      flow.awaitText("tester", "/briefs/tester-1.md");
      flow.host.agent("tester", agent -> agent.condition = Condition.EXITED);
      flow.awaitText("tester", "/briefs/tester-2.md");
      assertThat(launch(flow, "tester").handovers()).hasSize(2);
    }
  }

  @Test
  void aRoleOfALaterPhaseCanBeAddedAndTakenOutBeforeItBegins() throws Exception {
    try (Flow flow = Flow.working(team(), ProjectSettings.DEFAULTS)) {
      flow.orc.addRoles(
          new RolesRequest(
              flow.id(), "person", List.of(role("writer", List.of("tester"), null, null))));
      flow.awaitState("writer", "waiting");
      String note =
          flow.orc.removeRole(new RoleRequest(flow.id(), "person", "writer", null)).note();
      assertThat(note).isEqualTo("it had not started");
      flow.pass(Duration.ofSeconds(5));
      assertThat(flow.host.dismissed).isEmpty();
    }
  }

  @Test
  void aTemporaryAgentEndsWithItsTaskAndItsBranchIsIntegrated() throws Exception {
    try (Flow flow = Flow.working()) {
      addScout(flow);
      flow.host.agent("scout", agent -> agent.condition = Condition.EXITED);
      flow.awaitText("scout", "/briefs/scout-2.md");
      flow.report("scout", ReportKind.FAILED, "no map");
      flow.awaitText("orchestrator", "no map");
      flow.report("scout", ReportKind.DONE, "found the way");
      flow.await("dismissed", () -> flow.host.see(h -> h.dismissed.size()) == 1);
      assertThat(flow.host.dismissed.get(0).reason()).isEqualTo("its task is done");
      flow.awaitState("scout", "done");
      flow.send("person", Message.ALL, "lunch");
      flow.awaitText("developer", "lunch");
      flow.pass(Duration.ofMinutes(2));
      assertThat(flow.host.textsTo("scout")).doesNotContain("lunch");
      flow.report("orchestrator", ReportKind.DONE, "sold");
      Outcome outcome = flow.outcome();
      assertThat(outcome.phase()).isEqualTo(Phase.COMPLETED);
      assertThat(flow.host.integrations.get(0).worktrees())
          .extracting(tree -> tree.role())
          .contains("scout");
    }
  }

  @Test
  void aTemporaryAgentIsCalledBackForWhatItStillOwes() throws Exception {
    try (Flow flow = Flow.working()) {
      addScout(flow);
      flow.report("scout", ReportKind.DONE, "found the way");
      flow.await("dismissed", () -> flow.host.see(h -> h.dismissed.size()) == 1);
      flow.host.world(host -> host.dirty.put("scout", List.of("map.txt")));
      flow.report("orchestrator", ReportKind.DONE, "sold");
      flow.awaitText("scout", "uncommitted changes in your worktree: map.txt");
      assertThat(flow.agent("scout").incarnation()).isEqualTo(2);
      flow.host.world(host -> host.dirty.clear());
      flow.report("scout", ReportKind.DONE, "committed");
      flow.await("dismissed again", () -> flow.host.see(h -> h.dismissed.size()) == 2);
      flow.report("orchestrator", ReportKind.DONE, "sold");
      assertThat(flow.outcome().phase()).isEqualTo(Phase.COMPLETED);
    }
  }

  @Test
  void aTemporaryAgentIsBroughtBackUnderItsName() throws Exception {
    try (Flow flow = Flow.working()) {
      addScout(flow);
      flow.report("scout", ReportKind.DONE, "found the way");
      flow.await("dismissed", () -> flow.host.see(h -> h.dismissed.size()) == 1);
      addScout(flow);
      assertThat(flow.agent("scout").incarnation()).isEqualTo(2);
    }
  }

  private static void addScout(Flow flow) {
    Role scout = role("scout", List.of(), null, "find the way");
    int life = flow.host.see(h -> h.agents.containsKey("scout")) ? 2 : 1;
    flow.orc.addRoles(new RolesRequest(flow.id(), "person", List.of(scout)));
    flow.awaitText("scout", "/briefs/scout-" + life + ".md");
  }

  private static Team team() {
    return new Team(
        "code_project",
        List.of(
            Flow.role("orchestrator", true, List.of(), List.of()),
            role("tester", List.of("developer", "designer"), null, null),
            Flow.role("developer", false, List.of(), List.of()),
            Flow.role("designer", false, List.of(), List.of())));
  }

  static Role role(String name, List<String> startsAfter, String reportsTo, String task) {
    return new Role(
        name,
        "Does its job.",
        false,
        0,
        name + "/",
        List.of(),
        List.of(),
        startsAfter,
        reportsTo,
        task,
        Program.of("scripted"));
  }

  private static String rebrief(Flow flow, String role) {
    return flow.orc.rebrief(new RoleRequest(flow.id(), "person", role, null)).note();
  }

  private static LaunchOrder launch(Flow flow, String role) {
    return flow.host.see(
        host ->
            host.launches.stream()
                .filter(order -> order.role().name().equals(role))
                .reduce((first, last) -> last)
                .orElseThrow());
  }

  private static List<String> worktrees(Flow flow, List<Object> asked) {
    return flow.host.see(
        host ->
            asked.stream()
                .filter(WorktreeOrder.class::isInstance)
                .map(order -> ((WorktreeOrder) order).role())
                .toList());
  }

  private static List<String> needs(Flow flow) {
    return flow.status().needs().stream().map(Need::id).toList();
  }
}
