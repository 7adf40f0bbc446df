package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RolesRequest;
import dev.orc.workflows.model.Team;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lead over a manager over those who do the work. */
class TiersTest {
  @Test
  void whatTheLeadHearsTheManagerHearsToo() throws Exception {
    try (Flow flow = Flow.working(team(), ProjectSettings.DEFAULTS)) {
      flow.report("developer", ReportKind.BLOCKED, "no key");
      flow.awaitText("orchestrator", "no key");
      flow.awaitText("manager", "no key");
      flow.report("developer", ReportKind.PROGRESS, "half of it");
      flow.report("manager", ReportKind.DEPLOYED, "on stage");
      flow.awaitText("orchestrator", "on stage");
      assertThat(flow.host.textsTo("manager"))
          .noneMatch(text -> text.contains("half of it") || text.contains("on stage"));
    }
  }

  @Test
  void whoIsStuckIsToldToItsManagerThenToTheLeadThenToAPerson() throws Exception {
    try (Flow flow = Flow.working(team(), ProjectSettings.DEFAULTS)) {
      flow.host.world(host -> host.watchStep = Duration.ofMinutes(1));
      String told = "developer has shown no progress";
      flow.pass(Duration.ofMinutes(62));
      assertThat(flow.host.textsTo("manager")).anyMatch(text -> text.startsWith(told));
      assertThat(flow.host.textsTo("orchestrator")).noneMatch(text -> text.startsWith(told));
      flow.pass(Duration.ofMinutes(31));
      assertThat(flow.host.textsTo("orchestrator")).anyMatch(text -> text.startsWith(told));
      assertThat(flow.status().needs()).noneMatch(need -> need.id().equals("stuck/developer"));
      flow.pass(Duration.ofMinutes(31));
      assertThat(flow.status().needs()).anyMatch(need -> need.id().equals("stuck/developer"));
    }
  }

  @Test
  void whatMayNotBeWrittenDirectlyGoesThroughTheManager() throws Exception {
    try (Flow flow = Flow.working(team(), ProjectSettings.DEFAULTS)) {
      flow.send("developer", "tester", "look at this");
      flow.awaitText("manager", "look at this");
      assertThat(flow.host.textsTo("orchestrator")).noneMatch(text -> text.contains("look at"));
    }
  }

  @Test
  void whoJoinsReportsToTheManagerOfItsKind() throws Exception {
    try (Flow flow = Flow.working(team(), ProjectSettings.DEFAULTS)) {
      Role second = PhasesTest.role("developer-2", List.of(), null, null);
      flow.orc.addRoles(new RolesRequest(flow.id(), "person", List.of(second)));
      flow.awaitText("developer-2", "/briefs/");
      flow.report("developer-2", ReportKind.BLOCKED, "no door");
      flow.awaitText("manager", "no door");
    }
  }

  private static Team team() {
    return new Team(
        "code_project",
        List.of(
            Flow.role("orchestrator", true, List.of(), List.of()),
            PhasesTest.role("manager", List.of(), "orchestrator", null),
            under("developer"),
            under("tester")));
  }

  private static Role under(String name) {
    Role free = PhasesTest.role(name, List.of(), "manager", null);
    return new Role(
        name,
        free.duty(),
        false,
        0,
        free.branchPrefix(),
        List.of("orchestrator"),
        List.of(),
        List.of(),
        "manager",
        null,
        free.program());
  }
}
